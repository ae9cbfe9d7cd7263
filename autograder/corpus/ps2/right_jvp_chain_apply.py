"""Finds the values first, then the tangents."""

EXERCISE = "ps2-jvp-chain"
SCORE = 1.0
ANSWER = '''
def jvp_chain(functions, x, x_dot):
    xs = [x]
    for f in functions:
        xs.append(f.apply(xs[-1]))
    for f, at in zip(functions, xs):
        x_dot = f.jvp(at, x_dot)[1]
    return xs[-1], x_dot
'''
