"""Counts the readers of every entry."""

EXERCISE = "ps5-predict-rules"
SCORE = 1.0
ANSWER = """
readers = [[0, 0, 2].count(k) for k in range(3)]
predicted_gradients = [*readers, *np.ones((4, 3)).sum(axis=0), 0.5, 0.0, 0.5]
"""
