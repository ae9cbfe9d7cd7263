"""Prints two hundred thousand lines."""

EXERCISE = "ps1-jacobian"
OUTCOME = "full"
SHOWN = ("cut here",)
ANSWER = """
for _ in range(200_000):
    print("a line that nobody will read")


def jacobian(x):
    return np.array([[x[1] ** 2, 2 * x[0] * x[1]], [x[1], x[0]]])
"""
