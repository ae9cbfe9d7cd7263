"""Stops after three functions."""

EXERCISE = "ps2-jvp-chain"
SCORE = 0.0
PASSES_VISIBLE = True
ANSWER = '''
def jvp_chain(functions, x, x_dot):
    for f in functions[:3]:
        x, x_dot = f.jvp(x, x_dot)
    return x, x_dot
'''
