"""Forgets the step h."""

EXERCISE = "ps1-predict-push"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
predicted_change = np.array([64.0, 10.0])
"""
