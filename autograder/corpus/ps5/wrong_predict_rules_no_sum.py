"""Takes one row for the whole batch."""

EXERCISE = "ps5-predict-rules"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
predicted_gradients = 2, 0, 1, 1, 1, 1, 0.5, 0, 0.5
"""
