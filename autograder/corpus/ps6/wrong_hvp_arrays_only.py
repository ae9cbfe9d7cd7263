"""Forgets that parameters may be nested."""

EXERCISE = "ps6-hvp"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = """
def hvp(f, primals, tangents):
    x, x_dot = np.asarray(primals[0]), np.asarray(tangents[0])
    return jvp(grad(f), (x,), (x_dot,))[1]
"""
