"""Recomputes each step from the checkpoint."""

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
        for k in reversed(range(len(functions))):
            at = stored[k // size]
            for f in functions[k - k % size : k]:
                at = f.apply(at)
            y_bar = functions[k].vjp(at)[1](y_bar)
        return y_bar

    return x, pullback
'''
