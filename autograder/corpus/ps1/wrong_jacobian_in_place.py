"""The right matrix, but the input is squared in place."""

EXERCISE = "ps1-jacobian"
SCORE = 1.5
PASSES_VISIBLE = False
ANSWER = """
def jacobian(x):
    J = np.array([[0.0, 2 * x[0] * x[1]], [x[1], x[0]]])
    x **= 2
    J[0, 0] = x[1]
    return J
"""
