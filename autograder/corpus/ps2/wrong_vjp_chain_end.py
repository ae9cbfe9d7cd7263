"""Builds every pullback at the end of the chain."""

EXERCISE = "ps2-vjp-chain"
SCORE = 0.5
PASSES_VISIBLE = False
ANSWER = '''
def vjp_chain(functions, x):
    y = x
    for f in functions:
        y = f.apply(y)

    def pullback(y_bar):
        for f in reversed(functions):
            y_bar = f.vjp(y)[1](y_bar)
        return y_bar

    return y, pullback
'''
