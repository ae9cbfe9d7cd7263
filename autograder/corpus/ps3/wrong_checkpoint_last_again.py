"""Recomputes the last segment, too."""

EXERCISE = "ps3-checkpoint"
SCORE = 3.0
PASSES_VISIBLE = False
ANSWER = '''
def checkpointed_vjp(functions, x, segments):
    size = len(functions) // segments
    stored = []
    for k, f in enumerate(functions):
        if k % size == 0:
            stored.append(x)
        x = f.apply(x)

    def pullback(y_bar):
        for s in reversed(range(segments)):
            piece = functions[s * size : (s + 1) * size]
            inputs = [stored.pop()]
            for f in piece[:-1]:
                inputs.append(f.apply(inputs[-1]))
            for f in reversed(piece):
                y_bar = f.vjp(inputs.pop())[1](y_bar)
        return y_bar

    return x, pullback
'''
