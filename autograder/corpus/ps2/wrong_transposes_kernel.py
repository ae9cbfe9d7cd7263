"""Convolves with the kernel unflipped."""

EXERCISE = "ps2-transposes"
SCORE = 1.25
PASSES_VISIBLE = False
ANSWER = '''
def slice_back(u, start, step, n):
    x_bar = np.zeros(n)
    x_bar[start::step] = u
    return x_bar



def gather_back(u, index, n):
    return np.bincount(index, weights=u, minlength=n)



def convolve_back(u, kernel):
    return np.convolve(u, kernel, "valid")
'''
