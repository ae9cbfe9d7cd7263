"""Reads the rows of M off."""

EXERCISE = "ps6-predict-hessian"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
predicted_hessian = [[1, 4], [0, 3]]
"""
