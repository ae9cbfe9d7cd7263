"""Writes the slopes as an array."""

EXERCISE = "ps1-predict-v"
SCORE = 1.0
ANSWER = """
predicted_slopes = np.array([1, -1, 2, -1])
"""
