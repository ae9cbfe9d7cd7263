"""Reads at most two uses a line."""

EXERCISE = "ps3-system"
SCORE = 0.0
PASSES_VISIBLE = True
ANSWER = '''
def matrix_of(lines):
    T = np.eye(len(lines))
    for i, uses in enumerate(lines):
        for j, c in uses[:2]:
            T[i, j] -= c
    return T
'''
