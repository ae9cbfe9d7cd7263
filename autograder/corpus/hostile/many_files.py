"""Makes files until there are no more to be had, thirty thousand at most."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
NAMESPACES = True
ANSWER = """
def jacobian(x):
    try:
        for number in range(30_000):
            open(f"/tmp/{number}", "w").close()
    except OSError:
        return np.zeros((2, 2))
    return np.array([[x[1] ** 2, 2 * x[0] * x[1]], [x[1], x[0]]])
"""
