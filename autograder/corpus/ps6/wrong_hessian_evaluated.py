"""Takes the point as a second argument."""

EXERCISE = "ps6-hessian"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def hessian(f, x):
    return jacfwd(grad(f))(x)
"""
