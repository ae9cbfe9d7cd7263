"""Looks only at the last six lines."""

EXERCISE = "ps3-system"
SCORE = 0.0
PASSES_VISIBLE = True
ANSWER = '''
def matrix_of(lines):
    T = np.eye(len(lines))
    for i, uses in list(enumerate(lines))[-5:]:
        for j, c in uses:
            T[i, j] -= c
    return T
'''
