"""Returns a number that says something else each time it is read."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
ANSWER = """
class Changing(float):
    def __new__(cls):
        return super().__new__(cls, 0.0)

    def hex(self):
        raise SystemExit

    def __float__(self):
        raise SystemExit

    def __eq__(self, other):
        return True

    __hash__ = None


def jacobian(x):
    return np.array([[Changing()] * 2] * 2, dtype=object)[0, 0]
"""
