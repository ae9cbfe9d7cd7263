"""Builds each matrix and transposes it."""

EXERCISE = "ps2-transposes"
SCORE = 2.0
ANSWER = '''
def slice_back(u, start, step, n):
    return np.eye(n)[start::step].T @ u


def gather_back(u, index, n):
    return np.eye(n)[index].T @ u


def convolve_back(u, kernel):
    n = len(u) - len(kernel) + 1
    columns = [np.convolve(e, kernel) for e in np.eye(n)]
    return np.array(columns) @ u
'''
