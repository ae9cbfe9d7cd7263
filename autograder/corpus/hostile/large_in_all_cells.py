"""Displays megabytes of HTML in each of thirty cells."""

EXERCISE = "ps1-jacobian"
OUTCOME = "full"
COPIES = 30
ANSWER = """
from IPython.display import HTML, display

display(*[HTML("<b>" + "a" * 1_900_000 + "</b>") for _ in range(4)])


def jacobian(x):
    return np.array([[x[1] ** 2, 2 * x[0] * x[1]], [x[1], x[0]]])
"""
