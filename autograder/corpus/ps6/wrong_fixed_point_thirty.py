"""Thirty rounds, however slowly they settle."""

EXERCISE = "ps6-fixed-point"
SCORE = 2.0
PASSES_VISIBLE = True
ANSWER = """
def fixed_point_vjp(f, theta, x, x_bar, steps=200):
    _, pullback = vjp(f, theta, x)
    w = x_bar
    for _ in range(30):
        w = x_bar + pullback(w)[1]
    return pullback(w)[0]
"""
