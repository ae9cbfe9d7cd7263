"""Puts the slice back without its step."""

EXERCISE = "ps2-transposes"
SCORE = 1.5
PASSES_VISIBLE = False
ANSWER = '''
def slice_back(u, start, step, n):
    x_bar = np.zeros(n)
    x_bar[start : start + len(u)] = u
    return x_bar



def gather_back(u, index, n):
    return np.bincount(index, weights=u, minlength=n)



def convolve_back(u, kernel):
    return np.convolve(u, kernel[::-1], "valid")
'''
