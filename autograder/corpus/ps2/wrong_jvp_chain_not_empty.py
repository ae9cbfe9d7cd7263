"""Needs at least one function."""

EXERCISE = "ps2-jvp-chain"
SCORE = 0.0
PASSES_VISIBLE = True
ANSWER = '''
def jvp_chain(functions, x, x_dot):
    y, y_dot = functions[0].jvp(x, x_dot)
    for f in functions[1:]:
        y, y_dot = f.jvp(y, y_dot)
    return y, y_dot
'''
