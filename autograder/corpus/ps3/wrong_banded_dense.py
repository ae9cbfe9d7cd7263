"""Builds the matrix first."""

EXERCISE = "ps3-banded"
SCORE = 1.0
PASSES_VISIBLE = True
ANSWER = '''
def banded_jacobian(push, n, w):
    width = 2 * w + 1
    if n * n > 10**8:
        raise MemoryError("the matrix does not fit")
    J = np.zeros((n, n))
    for color in range(width):
        seed = np.zeros(n)
        seed[color::width] = 1.0
        y_dot = push(seed)
        for j in range(color, n, width):
            rows = slice(max(j - w, 0), j + w + 1)
            J[rows, j] = y_dot[rows]
    bands = np.zeros((width, n))
    for i in range(n):
        for j in range(max(i - w, 0), min(i + w + 1, n)):
            bands[w + i - j, j] = J[i, j]
    return bands
'''
