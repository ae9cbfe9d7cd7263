"""Writes the repaired formula."""

EXERCISE = "ps3-errata"
SCORE = 1.0
ANSWER = '''
def two_products(d0, d1, d2, d3):
    return d2 * d1 * d0, d3 * d2 * d0
'''
