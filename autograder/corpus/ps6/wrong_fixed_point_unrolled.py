"""Differentiates the iteration."""

EXERCISE = "ps6-fixed-point"
SCORE = 2.5
PASSES_VISIBLE = False
ANSWER = """
def fixed_point_vjp(f, theta, x, x_bar, steps=200):
    def iterate(theta):
        y = 0 * x
        for _ in range(steps):
            y = f(theta, y)
        return y

    return vjp(iterate, theta)[1](x_bar)[0]
"""
