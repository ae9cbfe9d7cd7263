"""Takes the functions out of the caller's list."""

EXERCISE = "ps2-jvp-chain"
SCORE = 0.0
PASSES_VISIBLE = True
ANSWER = '''
def jvp_chain(functions, x, x_dot):
    while functions:
        x, x_dot = functions.pop(0).jvp(x, x_dot)
    return x, x_dot
'''
