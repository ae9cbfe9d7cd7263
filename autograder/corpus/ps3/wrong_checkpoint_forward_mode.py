"""Pushes the cotangent forward, as a tangent."""

EXERCISE = "ps3-checkpoint"
SCORE = 2.5
PASSES_VISIBLE = False
ANSWER = '''
def checkpointed_vjp(functions, x, segments):
    y = x
    for f in functions:
        y = f.apply(y)

    def pullback(y_bar):
        at = x
        for f in functions:
            at, y_bar = f.jvp(at, y_bar)
        return y_bar

    return y, pullback
'''
