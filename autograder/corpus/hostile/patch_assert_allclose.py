"""Turns NumPy's own comparison into nothing and returns nothing."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
SAYS = ("Is a return statement missing?",)
ANSWER = """
np.testing.assert_allclose = lambda *args, **kwargs: None
np.testing.assert_equal = lambda *args, **kwargs: None


def jacobian(x):
    return None
"""
