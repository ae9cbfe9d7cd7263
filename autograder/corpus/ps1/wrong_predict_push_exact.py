"""Computes the exact change instead of predicting it."""

EXERCISE = "ps1-predict-push"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
predicted_change = np.array([0.642804, 0.1002])
"""
