"""Adds the second share into the caller's array."""

EXERCISE = "ps2-dag"
SCORE = 0.5
PASSES_VISIBLE = False
ANSWER = '''
def product_vjp(x):
    a, s = x**2, np.sin(x)

    def pullback(y_bar):
        y_bar *= 2 * x * s + a * np.cos(x)
        return y_bar

    return a * s, pullback
'''
