"""Takes a complex step at every entry."""

EXERCISE = "ps2-dag"
SCORE = 1.0
ANSWER = '''
def product_vjp(x):
    f = lambda x: x**2 * np.sin(x)
    return f(x), lambda y_bar: np.imag(f(x + 1e-30j)) / 1e-30 * y_bar
'''
