"""Counts the products of the example, whatever it is given."""

EXERCISE = "ps3-errata"
SCORE = 0.0
PASSES_VISIBLE = True
ANSWER = '''
def two_products(d0, d1, d2, d3):
    counter = Counter()
    J1, J2, J3 = (
        counter.array(np.ones(shape)) for shape in ((3, 2), (5, 3), (7, 5))
    )
    product = J2 @ J1
    first = counter.multiplications
    J3 @ product
    return first, counter.multiplications - first
'''
