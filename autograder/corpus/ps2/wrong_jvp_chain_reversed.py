"""Applies the last function first."""

EXERCISE = "ps2-jvp-chain"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = '''
def jvp_chain(functions, x, x_dot):
    for f in reversed(functions):
        x, x_dot = f.jvp(x, x_dot)
    return x, x_dot
'''
