"""Pulls back once."""

EXERCISE = "ps6-fixed-point"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def fixed_point_vjp(f, theta, x, x_bar, steps=200):
    _, pullback = vjp(f, theta, x)
    return pullback(x_bar)[0]
"""
