"""Forward differences with a step near 1e-8."""

EXERCISE = "ps1-numerical-jacobian"
SCORE = 3.0
ANSWER = """
def numerical_jacobian(f, x):
    x = np.array(x, dtype=float)
    y = np.array(f(x.copy()))
    J = np.empty(y.shape + x.shape)
    for index in np.ndindex(x.shape):
        moved = x.copy()
        moved[index] += 2e-8
        J[(..., *index)] = (f(moved) - y) / 2e-8
    return J
"""
