"""Takes one complex step."""

EXERCISE = "ps2-toy-jvp"
SCORE = 2.0
ANSWER = '''
def toy_jvp(x, A, x_dot):
    u, t = toy(x + 1e-30j * x_dot, A)
    return u.imag / 1e-30, t.imag / 1e-30
'''
