"""M plus its transpose."""

EXERCISE = "ps6-predict-hessian"
SCORE = 1.0
ANSWER = """
M = np.array([[1, 4], [0, 3]])
predicted_hessian = M + M.T
"""
