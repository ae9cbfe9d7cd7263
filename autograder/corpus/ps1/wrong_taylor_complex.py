"""Returns a complex number."""

EXERCISE = "ps1-taylor"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def taylor_slope(f, df, x, v):
    steps = np.logspace(-4, -2, 9)
    y, y_dot = f(x), df(x, v)
    r = []
    for h in steps:
        r.append(np.linalg.norm(np.ravel(f(x + h * v) - y - h * y_dot)))
    if max(r) <= 1e-12 * max(1, np.linalg.norm(np.ravel(y))):
        return complex(np.inf)
    return 0j + np.polyfit(np.log(steps), np.log(r), 1)[0]
"""
