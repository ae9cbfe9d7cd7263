"""Runs f for each tangent."""

EXERCISE = "ps5-linearize"
SCORE = 1.5
PASSES_VISIBLE = False
ANSWER = """
def linearize(f, *primals):
    y, _ = jvp(f, primals, primals)
    return y, lambda *tangents: jvp(f, primals, tangents)[1]
"""
