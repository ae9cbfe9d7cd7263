"""Counts a product that fits the example alone, where d2 = d0 + d1."""

EXERCISE = "ps3-errata"
SCORE = 0.0
PASSES_VISIBLE = True
ANSWER = '''
def two_products(d0, d1, d2, d3):
    counts = []
    for m, k, n in ((d2, d1, d0), (d3, d0 + d1, d0)):
        counter = Counter()
        counter.array(np.ones((m, k))) @ counter.array(np.ones((k, n)))
        counts.append(counter.multiplications)
    return tuple(counts)
'''
