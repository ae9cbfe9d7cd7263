"""Returns the gradient at 1 in place of a function."""

EXERCISE = "ps5-grad"
SCORE = 0.5
PASSES_VISIBLE = False
ANSWER = """
def grad(f, argnums=0):
    return vjp(f, 1.0)[1](1.0)[0]
"""
