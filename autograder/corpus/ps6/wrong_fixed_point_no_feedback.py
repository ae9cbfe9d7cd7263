"""Forgets to add x_bar in each round."""

EXERCISE = "ps6-fixed-point"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def fixed_point_vjp(f, theta, x, x_bar, steps=200):
    _, pullback = vjp(f, theta, x)
    w = x_bar
    for _ in range(steps):
        w = pullback(w)[1]
    return pullback(w)[0]
"""
