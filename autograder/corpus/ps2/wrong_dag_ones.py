"""Ignores the incoming cotangent."""

EXERCISE = "ps2-dag"
SCORE = 0.5
PASSES_VISIBLE = True
ANSWER = '''
def product_vjp(x):
    a, s = x**2, np.sin(x)
    return a * s, lambda y_bar: 2 * x * s + a * np.cos(x)
'''
