"""Returns an object that is equal to everything and close to everything."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
ANSWER = """
class Agreeable(np.ndarray):
    def __eq__(self, other):
        return True

    __ne__ = __lt__ = __gt__ = lambda self, other: False
    __le__ = __ge__ = __eq__
    __hash__ = None

    def __array_ufunc__(self, *args, **kwargs):
        return np.zeros((2, 2))

    def __array_function__(self, *args, **kwargs):
        return True


def jacobian(x):
    return np.zeros((2, 2)).view(Agreeable)
"""
