"""Puts scaled identities side by side."""

EXERCISE = "ps1-kron"
SCORE = 2.0
ANSWER = """
def weights_jacobian(x, W):
    return np.hstack([entry * np.eye(W.shape[1]) for entry in x])
"""
