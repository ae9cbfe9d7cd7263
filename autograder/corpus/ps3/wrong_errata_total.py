"""Returns the total where the second product is due."""

EXERCISE = "ps3-errata"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = '''
def two_products(d0, d1, d2, d3):
    counter = Counter()
    shapes = ((d1, d0), (d2, d1), (d3, d2))
    J1, J2, J3 = (counter.array(np.ones(shape)) for shape in shapes)
    product = J2 @ J1
    first = counter.multiplications
    product = J3 @ product
    return first, counter.multiplications
'''
