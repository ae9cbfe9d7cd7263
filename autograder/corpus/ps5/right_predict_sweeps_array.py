"""Lets the two sweeps run."""

EXERCISE = "ps5-predict-sweeps"
SCORE = 1.0
ANSWER = """
y_bar_A = 1.0
x_bar_A = 2 * 3.0 * y_bar_A + 9.0
x_bar_B = 2 * 3.0 * 1.0 + 2 * 3.0 * (1.0 + 3.0) + 9.0
predicted_sweeps = np.array([x_bar_A, x_bar_B])
"""
