"""Multiplies the derivatives of the factors."""

EXERCISE = "ps2-dag"
SCORE = 0.5
PASSES_VISIBLE = False
ANSWER = '''
def product_vjp(x):
    return x**2 * np.sin(x), lambda y_bar: 2 * x * np.cos(x) * y_bar
'''
