"""Counts repeated indices once."""

EXERCISE = "ps2-transposes"
SCORE = 1.25
PASSES_VISIBLE = False
ANSWER = '''
def slice_back(u, start, step, n):
    x_bar = np.zeros(n)
    x_bar[start::step] = u
    return x_bar



def gather_back(u, index, n):
    x_bar = np.zeros(n)
    x_bar[index] += u
    return x_bar



def convolve_back(u, kernel):
    return np.convolve(u, kernel[::-1], "valid")
'''
