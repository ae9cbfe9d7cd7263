"""Returns an array of objects that run code when they are unpickled."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
SAYS = ("dtype object",)
ANSWER = """
class Bomb:
    def __reduce__(self):
        return (open, ("@MARK@", "w"))


def jacobian(x):
    return np.array([[Bomb(), Bomb()], [Bomb(), Bomb()]], dtype=object)
"""
