"""Moves only the first input."""

EXERCISE = "ps1-predict-push"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
predicted_change = np.array([0.16, 0.04])
"""
