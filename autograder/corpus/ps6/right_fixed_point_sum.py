"""Adds up the terms of the series."""

EXERCISE = "ps6-fixed-point"
SCORE = 3.0
ANSWER = """
def fixed_point_vjp(f, theta, x, x_bar, steps=200):
    _, pullback = vjp(f, theta, x)
    total, term = 0 * theta, x_bar
    for _ in range(steps):
        more, term = pullback(term)
        total = total + more
    return total
"""
