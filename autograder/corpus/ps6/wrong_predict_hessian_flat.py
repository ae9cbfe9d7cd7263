"""Writes the four numbers in one row."""

EXERCISE = "ps6-predict-hessian"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
predicted_hessian = [2, 4, 4, 6]
"""
