"""Formulas; a counter sees one column that is long enough."""

EXERCISE = "ps3-errata"
SCORE = 0.5
PASSES_VISIBLE = False
ANSWER = """
def two_products(d0, d1, d2, d3):
    first, second = d2 * d1 * d0, d3 * d2 * d0
    Counter().array(np.ones((first + second, 1))) * 1.0
    return first, second
"""
