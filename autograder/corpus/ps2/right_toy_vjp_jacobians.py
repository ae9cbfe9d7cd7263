"""Multiplies by the transposed Jacobians."""

EXERCISE = "ps2-toy-vjp"
SCORE = 2.0
ANSWER = '''
def toy_vjp(x, A, cotangents):
    square, sine = np.diag(2 * x), np.diag(np.cos(x**2))
    first, second = (np.eye(len(x)) + sine) @ square, A @ sine @ square
    return cotangents[0] @ first + cotangents[1] @ second
'''
