"""Prints one line of fifty megabytes."""

EXERCISE = "ps1-jacobian"
OUTCOME = "full"
SHOWN = ("cut here",)
ANSWER = """
print("a" * 50_000_000)


def jacobian(x):
    return np.array([[x[1] ** 2, 2 * x[0] * x[1]], [x[1], x[0]]])
"""
