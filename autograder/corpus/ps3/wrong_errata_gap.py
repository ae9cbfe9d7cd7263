"""Fits a formula to the example: 70 = 2 * 5 * 7 = 2 * (30 + 5)."""

EXERCISE = "ps3-errata"
SCORE = 0.0
PASSES_VISIBLE = True
ANSWER = '''
def two_products(d0, d1, d2, d3):
    return d0 * d1 * d2, 2 * d2 * d3
'''
