"""Needs at least one function."""

EXERCISE = "ps2-vjp-chain"
SCORE = 0.5
PASSES_VISIBLE = True
ANSWER = '''
def vjp_chain(functions, x):
    y, pullback = functions[0].vjp(x)
    for f in functions[1:]:
        y, pull = f.vjp(y)
        pullback = lambda u, a=pullback, b=pull: a(b(u))
    return y, pullback
'''
