"""Adds share by share in plain loops."""

EXERCISE = "ps2-transposes"
SCORE = 2.0
ANSWER = '''
def slice_back(u, start, step, n):
    x_bar = np.zeros(n)
    for k in range(len(u)):
        x_bar[start + k * step] += u[k]
    return x_bar


def gather_back(u, index, n):
    x_bar = np.zeros(n)
    for share, j in zip(u, index):
        x_bar[j] += share
    return x_bar


def convolve_back(u, kernel):
    x_bar = np.zeros(len(u) - len(kernel) + 1)
    for k, c in enumerate(kernel):
        x_bar += c * u[k : k + len(x_bar)]
    return x_bar
'''
