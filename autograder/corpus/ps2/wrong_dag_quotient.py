"""Estimates the derivative by a central difference."""

EXERCISE = "ps2-dag"
SCORE = 0.5
PASSES_VISIBLE = True
ANSWER = '''
def product_vjp(x):
    def f(x):
        return x**2 * np.sin(x)

    slope = (f(x + 1e-6) - f(x - 1e-6)) / 2e-6
    return f(x), lambda y_bar: y_bar * slope
'''
