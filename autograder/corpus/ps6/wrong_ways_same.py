"""Forward over reverse, three times."""

EXERCISE = "ps6-ways"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = """
def hvp_reverse_over_forward(f, primals, tangents):
    return hvp(f, primals, tangents)


def hvp_reverse_over_reverse(f, primals, tangents):
    return hvp(f, primals, tangents)
"""
