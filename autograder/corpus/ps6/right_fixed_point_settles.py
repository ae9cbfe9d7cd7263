"""Stops as soon as w has settled."""

EXERCISE = "ps6-fixed-point"
SCORE = 3.0
ANSWER = """
def fixed_point_vjp(f, theta, x, x_bar, steps=200):
    _, pullback = vjp(f, theta, x)
    w = x_bar
    for _ in range(steps):
        new = x_bar + pullback(w)[1]
        done = np.max(np.abs(new - w)) < 1e-10
        w = new
        if done:
            break
    return pullback(w)[0]
"""
