"""Displays, updates and clears ten thousand times."""

EXERCISE = "ps1-jacobian"
OUTCOME = "full"
ANSWER = """
from IPython.display import clear_output, display, update_display

for number in range(2_000):
    display(number, display_id=f"shown-{number}")
    update_display(number + 1, display_id=f"shown-{number % 7}")
    if number % 100 == 0:
        clear_output()


def jacobian(x):
    return np.array([[x[1] ** 2, 2 * x[0] * x[1]], [x[1], x[0]]])
"""
