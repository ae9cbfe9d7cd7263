"""Multiplies the later pair first."""

EXERCISE = "ps3-errata"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = '''
def two_products(d0, d1, d2, d3):
    counter = Counter()
    shapes = ((d1, d0), (d2, d1), (d3, d2))
    J1, J2, J3 = (counter.array(np.ones(shape)) for shape in shapes)
    product = J3 @ J2
    first = counter.multiplications
    product = product @ J1
    return first, counter.multiplications - first
'''
