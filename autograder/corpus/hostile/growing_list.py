"""Grows a list, up to six gigabytes."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
ANSWER = """
def jacobian(x):
    kept = []
    for _ in range(96):
        kept.append(bytes(1 << 26))
    return np.zeros((2, 2))
"""
