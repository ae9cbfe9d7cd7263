"""Keeps a dictionary of the activations that it knows."""

EXERCISE = "ps3-checkpoint"
SCORE = 4.0
ANSWER = '''
def checkpointed_vjp(functions, x, segments):
    size = len(functions) // segments
    kept = {}
    for k in range(len(functions)):
        if k % size == 0 or k >= len(functions) - size:
            kept[k] = x
        x = functions[k].apply(x)

    def walk(k, y_bar):
        start = k - k % size
        for j in range(start, k):
            if j + 1 not in kept:
                kept[j + 1] = functions[j].apply(kept[j])
        y_bar = functions[k].vjp(kept.pop(k))[1](y_bar)
        return y_bar

    def pullback(y_bar):
        for k in reversed(range(len(functions))):
            y_bar = walk(k, y_bar)
        return y_bar

    return x, pullback
'''
