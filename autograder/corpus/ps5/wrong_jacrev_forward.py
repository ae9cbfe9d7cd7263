"""Fills columns by forward mode."""

EXERCISE = "ps5-jacrev"
SCORE = 1.5
PASSES_VISIBLE = False
ANSWER = """
def jacrev(f, argnums=0):
    from chainrule.forward import jacfwd

    return jacfwd(f, argnums)
"""
