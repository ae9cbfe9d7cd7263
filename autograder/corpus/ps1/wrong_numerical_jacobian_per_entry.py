"""Runs f anew for every entry of the Jacobian."""

EXERCISE = "ps1-numerical-jacobian"
SCORE = 2.0
PASSES_VISIBLE = False
ANSWER = """
def numerical_jacobian(f, x):
    x = np.array(x, dtype=float)
    J = np.zeros(np.shape(f(x)) + x.shape)
    for out in np.ndindex(np.shape(f(x.copy()))):
        for index in np.ndindex(x.shape):
            step = np.zeros_like(x)
            step[index] = 1e-6
            ahead = np.asarray(f(x + step))[out]
            behind = np.asarray(f(x - step))[out]
            J[(*out, *index)] = (ahead - behind) / 2e-6
    return J
"""
