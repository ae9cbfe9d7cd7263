"""The slope from the two outer steps alone."""

EXERCISE = "ps1-taylor"
SCORE = 3.0
ANSWER = """
def taylor_slope(f, df, x, v):
    def remainder(h):
        r = np.asarray(f(x + h * v) - f(x) - h * df(x, v))
        return np.sqrt(np.sum(r**2))

    large, small = remainder(1e-2), remainder(1e-4)
    if large <= 1e-12 * (1 + np.sqrt(np.sum(np.asarray(f(x)) ** 2))):
        return np.inf
    return np.log10(large / small) / 2
"""
