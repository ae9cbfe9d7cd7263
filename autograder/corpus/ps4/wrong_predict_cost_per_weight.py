"""One sweep for each entry of the gradient."""

EXERCISE = "ps4-predict-cost"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
predicted_cost = (3, 2, 101633, 785)
"""
