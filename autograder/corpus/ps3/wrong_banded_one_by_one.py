"""Right, but pushes every column by itself."""

EXERCISE = "ps3-banded"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = '''
def banded_jacobian(push, n, w):
    bands = np.zeros((2 * w + 1, n))
    for j in range(n):
        seed = np.zeros(n)
        seed[j] = 1.0
        bands[:, j] = np.pad(push(seed), w)[j : j + 2 * w + 1]
    return bands
'''
