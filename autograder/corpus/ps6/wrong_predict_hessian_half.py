"""Takes the symmetric part and forgets the factor 2."""

EXERCISE = "ps6-predict-hessian"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
predicted_hessian = [[1, 2], [2, 3]]
"""
