"""Makes every comparison of NumPy true."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
ANSWER = """
np.allclose = lambda *args, **kwargs: True
np.array_equal = lambda *args, **kwargs: True
np.isclose = lambda *args, **kwargs: np.True_


def jacobian(x):
    return np.zeros((2, 2))
"""
