"""Pushes every tangent at the first point."""

EXERCISE = "ps2-jvp-chain"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = '''
def jvp_chain(functions, x, x_dot):
    y = x
    for f in functions:
        _, x_dot = f.jvp(x, x_dot)
        y = f.apply(y)
    return y, x_dot
'''
