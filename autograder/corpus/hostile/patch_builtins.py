"""Replaces the built-in functions that a comparison would call."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
ANSWER = """
def jacobian(x):
    import builtins

    builtins.all = builtins.any = lambda values: True
    builtins.AssertionError = KeyError
    builtins.float = builtins.complex = lambda value=0: 0.0
    return np.zeros((2, 2))
"""
