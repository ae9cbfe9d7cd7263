"""The median of the slopes between neighboring steps."""

EXERCISE = "ps1-taylor"
SCORE = 3.0
ANSWER = """
def taylor_slope(f, df, x, v):
    steps = 0.01 * 0.5 ** np.arange(7)
    r = np.array(
        [np.sum(np.abs(f(x + h * v) - f(x) - h * df(x, v))) for h in steps]
    )
    if np.all(r <= 1e-12 * max(1, np.max(np.abs(f(x))))):
        return float("inf")
    return float(np.median(np.diff(np.log2(r)) / np.diff(np.log2(steps))))
"""
