"""Gives the new value instead of the change."""

EXERCISE = "ps1-predict-push"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
predicted_change = np.array([48.64, 12.1])
"""
