"""Reads all entries at once by fancy indexing."""

EXERCISE = "ps3-banded"
SCORE = 2.0
ANSWER = '''
def banded_jacobian(push, n, w):
    width = 2 * w + 1
    seeds = np.arange(n) % width == np.arange(width)[:, None]
    pushed = np.stack([push(seed.astype(float)) for seed in seeds])
    columns = np.arange(n)
    rows = columns + np.arange(-w, w + 1)[:, None]
    inside = (rows >= 0) & (rows < n)
    return np.where(inside, pushed[columns % width, rows % n], 0.0)
'''
