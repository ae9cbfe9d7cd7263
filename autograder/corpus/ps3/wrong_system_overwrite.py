"""A repeated use overwrites the first one."""

EXERCISE = "ps3-system"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = '''
def matrix_of(lines):
    T = np.eye(len(lines))
    for i, uses in enumerate(lines):
        for j, c in uses:
            T[i, j] = -c
    return T
'''
