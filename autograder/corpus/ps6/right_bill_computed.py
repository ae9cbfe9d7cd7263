"""Computed from its parts."""

EXERCISE = "ps6-bill"
SCORE = 1.0
ANSWER = """
predicted_bill = np.array([1 + 2, 3 * 3, 3 + 1000 * 2 * 3])
"""
