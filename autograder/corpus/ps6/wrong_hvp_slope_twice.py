"""Differentiates twice along the tangent."""

EXERCISE = "ps6-hvp"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def hvp(f, primals, tangents):
    slope = lambda x: jvp(f, (x,), tangents)[1]
    return jvp(slope, primals, tangents)[1]
"""
