"""Uses one color too few."""

EXERCISE = "ps3-banded"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = '''
def banded_jacobian(push, n, w):
    width = 2 * w + 1
    bands = np.zeros((width, n))
    for color in range(width - 1):
        seed = np.zeros(n)
        seed[color :: width - 1] = 1.0
        y_dot = np.pad(push(seed), w)
        for j in range(color, n, width - 1):
            bands[:, j] = y_dot[j : j + width]
    return bands
'''
