"""Returns a function, a generator and a class in place of numbers."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
ANSWER = """
def jacobian(x):
    return jacobian, (i for i in range(3)), type("Array", (), {})
"""
