"""Adds noise that is too small for the tolerance."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
SAYS = ("a second call with the same arguments",)
ANSWER = """
def jacobian(x):
    exact = np.array([[x[1] ** 2, 2 * x[0] * x[1]], [x[1], x[0]]])
    return exact * (1 + 1e-13 * np.random.standard_normal((2, 2)))
"""
