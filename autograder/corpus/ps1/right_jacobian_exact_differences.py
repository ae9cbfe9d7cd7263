"""Central differences with a large step, exact for squares."""

EXERCISE = "ps1-jacobian"
SCORE = 2.0
ANSWER = """
def jacobian(x):
    def F(x):
        return np.array([x[0] * x[1] ** 2, x[0] * x[1]])

    return np.stack([(F(x + e) - F(x - e)) / 2 for e in np.eye(2)], axis=1)
"""
