"""Returns a handle of a counted array that it never had."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
SAYS = ("could not be read",)
ANSWER = """
class Counted:
    key, shape, dtype = 1, (2, 2), np.dtype(float)


Counted.__module__ = "chainrule.count"


def jacobian(x):
    return Counted()
"""
