"""Stops after five rounds."""

EXERCISE = "ps6-fixed-point"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def fixed_point_vjp(f, theta, x, x_bar, steps=200):
    _, pullback = vjp(f, theta, x)
    w = x_bar
    for _ in range(5):
        w = x_bar + pullback(w)[1]
    return pullback(w)[0]
"""
