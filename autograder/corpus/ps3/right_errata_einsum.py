"""Sums over index pairs, and reads the counter before and after."""

EXERCISE = "ps3-errata"
SCORE = 1.0
ANSWER = '''
def two_products(d0, d1, d2, d3):
    counter = Counter(limit=10**6)
    early = counter.array(np.eye(d1, d0))
    readings = [0]
    for rows, columns in ((d2, d1), (d3, d2)):
        late = counter.array(np.full((rows, columns), 0.5))
        early = np.einsum("ij,jk->ik", late, early)
        readings.append(counter.multiplications)
    return tuple(int(n) for n in np.diff(readings))
'''
