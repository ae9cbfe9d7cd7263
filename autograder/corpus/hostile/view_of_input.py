"""Returns a view of its input and changes it at the next call."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
ANSWER = """
earlier = []


def jacobian(x):
    for view in earlier:
        view[:] = 7.0
    earlier.append(x)
    return np.broadcast_to(x, (2, 2))
"""
