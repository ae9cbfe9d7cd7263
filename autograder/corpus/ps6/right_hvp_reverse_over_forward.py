"""The gradient of the slope."""

EXERCISE = "ps6-hvp"
SCORE = 2.0
ANSWER = """
def hvp(f, primals, tangents):
    slope = lambda x: jvp(f, (x,), tangents)[1]
    return vjp(slope, *primals)[1](1.0)[0]
"""
