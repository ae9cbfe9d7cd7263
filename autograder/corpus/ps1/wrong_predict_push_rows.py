"""Combines rows of J: the vector meets the wrong side."""

EXERCISE = "ps1-predict-push"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
predicted_change = np.array([0.24, 0.30])
"""
