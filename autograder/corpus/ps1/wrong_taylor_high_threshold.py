"""Takes every small remainder for round-off."""

EXERCISE = "ps1-taylor"
SCORE = 2.0
PASSES_VISIBLE = True
ANSWER = """
def taylor_slope(f, df, x, v):
    steps = np.logspace(-4, -2, 9)
    y, y_dot = f(x), df(x, v)
    r = []
    for h in steps:
        r.append(np.linalg.norm(np.ravel(f(x + h * v) - y - h * y_dot)))
    if max(r) <= 1e-8:
        return np.inf
    return np.polyfit(np.log(steps), np.log(r), 1)[0]
"""
