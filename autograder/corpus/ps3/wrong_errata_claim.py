"""Repeats the slip as a formula."""

EXERCISE = "ps3-errata"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = '''
def two_products(d0, d1, d2, d3):
    return d2 * d1 * d0, d2 * d1 * d0
'''
