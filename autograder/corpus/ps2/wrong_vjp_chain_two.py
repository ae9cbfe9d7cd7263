"""Composes the first and the last function."""

EXERCISE = "ps2-vjp-chain"
SCORE = 0.0
PASSES_VISIBLE = True
ANSWER = '''
def vjp_chain(functions, x):
    middle, first = functions[0].vjp(x)
    y, last = functions[-1].vjp(middle)
    return y, lambda y_bar: first(last(y_bar))
'''
