"""Compares the remainder of affine functions with an absolute zero."""

EXERCISE = "ps1-taylor"
SCORE = 2.5
PASSES_VISIBLE = False
ANSWER = """
def taylor_slope(f, df, x, v):
    steps = np.logspace(-4, -2, 9)
    y, y_dot = f(x), df(x, v)
    r = []
    for h in steps:
        r.append(np.linalg.norm(np.ravel(f(x + h * v) - y - h * y_dot)))
    if max(r) <= 1e-15:
        return np.inf
    return np.polyfit(np.log(steps), np.log(r), 1)[0]
"""
