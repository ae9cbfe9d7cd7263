"""Runs the last segment with vjp and needs fewer calls of apply."""

EXERCISE = "ps3-checkpoint"
SCORE = 4.0
ANSWER = '''
def checkpointed_vjp(functions, x, segments):
    size = len(functions) // segments
    stored, pullbacks = [], []
    for f in functions[:-size]:
        if len(stored) * size == len(pullbacks):
            stored.append(x)
        pullbacks.append(None)
        x = f.apply(x)
    pullbacks = []
    for f in functions[-size:]:
        x, back = f.vjp(x)
        pullbacks.append(back)
    back = None

    def pullback(y_bar):
        s = segments - 1
        while True:
            while pullbacks:
                y_bar = pullbacks.pop()(y_bar)
            s -= 1
            if s < 0:
                return y_bar
            at = stored.pop()
            for f in functions[s * size : (s + 1) * size]:
                at, back = f.vjp(at)
                pullbacks.append(back)
            at = back = None

    return x, pullback
'''
