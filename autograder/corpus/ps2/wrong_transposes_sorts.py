"""Sorts the caller's index before it adds."""

EXERCISE = "ps2-transposes"
SCORE = 1.25
PASSES_VISIBLE = True
ANSWER = '''
def slice_back(u, start, step, n):
    x_bar = np.zeros(n)
    x_bar[start::step] = u
    return x_bar


def gather_back(u, index, n):
    u = u[np.argsort(index)]
    index.sort()
    x_bar = np.zeros(n)
    np.add.at(x_bar, index, u)
    return x_bar


def convolve_back(u, kernel):
    return np.correlate(u, kernel, "valid")
'''
