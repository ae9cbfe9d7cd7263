"""Simplifies the derivative on paper."""

EXERCISE = "ps2-dag"
SCORE = 1.0
ANSWER = '''
def product_vjp(x):
    slope = x * (2 * np.sin(x) + x * np.cos(x))
    return x * x * np.sin(x), lambda y_bar: slope * y_bar
'''
