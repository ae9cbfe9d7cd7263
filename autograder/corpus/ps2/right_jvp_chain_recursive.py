"""Takes the first function off and recurses."""

EXERCISE = "ps2-jvp-chain"
SCORE = 1.0
ANSWER = '''
def jvp_chain(functions, x, x_dot):
    if not functions:
        return x, x_dot
    y, y_dot = functions[0].jvp(x, x_dot)
    return jvp_chain(functions[1:], y, y_dot)
'''
