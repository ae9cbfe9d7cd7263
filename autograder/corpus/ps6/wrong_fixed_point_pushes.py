"""Goes round by J instead of its transpose."""

EXERCISE = "ps6-fixed-point"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def fixed_point_vjp(f, theta, x, x_bar, steps=200):
    _, pullback = vjp(f, theta, x)
    w = x_bar
    for _ in range(steps):
        w = x_bar + jvp(lambda x: f(theta, x), (x,), (w,))[1]
    return pullback(w)[0]
"""
