"""Multiplies the matrix by the step."""

EXERCISE = "ps1-predict-push"
SCORE = 1.0
ANSWER = """
predicted_change = np.array([[16, 24], [4, 3]]) @ np.array([0.01, 0.02])
"""
