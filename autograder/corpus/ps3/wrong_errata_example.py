"""Returns what the counter says of the example."""

EXERCISE = "ps3-errata"
SCORE = 0.0
PASSES_VISIBLE = True
ANSWER = '''
def two_products(d0, d1, d2, d3):
    return 30, 70
'''
