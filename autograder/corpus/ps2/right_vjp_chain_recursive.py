"""Pulls through the rest of the chain, then back."""

EXERCISE = "ps2-vjp-chain"
SCORE = 2.0
ANSWER = '''
def vjp_chain(functions, x):
    if not functions:
        return x, lambda y_bar: y_bar
    middle, first = functions[0].vjp(x)
    y, rest = vjp_chain(functions[1:], middle)
    return y, lambda y_bar: first(rest(y_bar))
'''
