"""Differentiates the squares alone."""

EXERCISE = "ps6-predict-hessian"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
predicted_hessian = [[2, 0], [0, 6]]
"""
