"""Rounds the slope to a multiple of one half."""

EXERCISE = "ps1-taylor"
SCORE = 2.5
PASSES_VISIBLE = True
ANSWER = """
def taylor_slope(f, df, x, v):
    steps = np.logspace(-4, -2, 9)
    y, y_dot = f(x), df(x, v)
    r = []
    for h in steps:
        r.append(np.linalg.norm(np.ravel(f(x + h * v) - y - h * y_dot)))
    if max(r) <= 1e-12 * max(1, np.linalg.norm(np.ravel(y))):
        return np.inf
    return round(2 * np.polyfit(np.log(steps), np.log(r), 1)[0]) / 2
"""
