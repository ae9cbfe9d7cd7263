"""Repairs the claim with the wrong width."""

EXERCISE = "ps3-errata"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = '''
def two_products(d0, d1, d2, d3):
    return d0 * d1 * d2, d1 * d2 * d3
'''
