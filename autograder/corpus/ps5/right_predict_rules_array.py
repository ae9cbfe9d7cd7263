"""Writes a (3, 3) array in one row."""

EXERCISE = "ps5-predict-rules"
SCORE = 1.0
ANSWER = """
predicted_gradients = np.ravel([[2, 0, 1], [4, 4, 4], [0.5, 0, 0.5]])
"""
