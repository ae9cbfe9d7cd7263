"""Walks over outputs and asks which column answered."""

EXERCISE = "ps3-banded"
SCORE = 2.0
ANSWER = '''
def banded_jacobian(push, n, w):
    width = 2 * w + 1
    bands = np.zeros((width, n))
    for color in range(width):
        y_dot = push(np.where(np.arange(n) % width == color, 1.0, 0.0))
        for i in range(n):
            j = i - w + (color - i + w) % width
            if 0 <= j < n:
                bands[w + i - j, j] = y_dot[i]
    return bands
'''
