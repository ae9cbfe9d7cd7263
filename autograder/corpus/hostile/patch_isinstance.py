"""Makes everything an instance of everything."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
ANSWER = """
def jacobian(x):
    import builtins

    builtins.isinstance = lambda value, kind: True
    return None
"""
