"""Starts again from x for every step."""

EXERCISE = "ps3-checkpoint"
SCORE = 3.0
PASSES_VISIBLE = False
ANSWER = '''
def checkpointed_vjp(functions, x, segments):
    y = x
    for f in functions:
        y = f.apply(y)

    def pullback(y_bar):
        for k in reversed(range(len(functions))):
            at = x
            for f in functions[:k]:
                at = f.apply(at)
            y_bar = functions[k].vjp(at)[1](y_bar)
        return y_bar

    return y, pullback
'''
