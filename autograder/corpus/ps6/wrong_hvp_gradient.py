"""Returns the value of the pair."""

EXERCISE = "ps6-hvp"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def hvp(f, primals, tangents):
    return jvp(grad(f), primals, tangents)[0]
"""
