"""Steps in place and never steps back."""

EXERCISE = "ps1-numerical-jacobian"
SCORE = 2.0
PASSES_VISIBLE = False
ANSWER = """
def numerical_jacobian(f, x):
    h = 1e-7
    y = np.asarray(f(x))
    J = np.zeros(y.shape + np.shape(x))
    for index in np.ndindex(np.shape(x)):
        if np.shape(x) == ():
            J[...] = (f(x + h) - y) / h
        else:
            y = np.array(f(x))
            x[index] += h
            J[(..., *index)] = (f(x) - y) / h
    return J
"""
