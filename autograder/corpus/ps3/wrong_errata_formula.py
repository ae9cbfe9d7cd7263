"""Repairs the formula on paper, and proves nothing by counting."""

EXERCISE = "ps3-errata"
SCORE = 0.5
PASSES_VISIBLE = False
ANSWER = '''
def two_products(d0, d1, d2, d3):
    return d2 * d1 * d0, d3 * d2 * d0
'''
