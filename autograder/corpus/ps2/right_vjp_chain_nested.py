"""Wraps one closure around the other."""

EXERCISE = "ps2-vjp-chain"
SCORE = 2.0
ANSWER = '''
def vjp_chain(functions, x):
    def after(outer, inner):
        return lambda y_bar: outer(inner(y_bar))

    pullback = lambda y_bar: y_bar
    for f in functions:
        x, pull = f.vjp(x)
        pullback = after(pullback, pull)
    return x, pullback
'''
