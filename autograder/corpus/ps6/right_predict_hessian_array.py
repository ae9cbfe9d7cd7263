"""An array."""

EXERCISE = "ps6-predict-hessian"
SCORE = 1.0
ANSWER = """
predicted_hessian = np.array([[2.0, 4.0], [4.0, 6.0]])
"""
