"""Stores everything: plain reverse mode."""

EXERCISE = "ps3-checkpoint"
SCORE = 2.5
PASSES_VISIBLE = False
ANSWER = '''
def checkpointed_vjp(functions, x, segments):
    pullbacks = []
    for f in functions:
        x, pullback = f.vjp(x)
        pullbacks.append(pullback)

    def pull(y_bar):
        for pullback in reversed(pullbacks):
            y_bar = pullback(y_bar)
        return y_bar

    return x, pull
'''
