"""Builds the matrix and solves with it."""

EXERCISE = "ps3-solves"
SCORE = 1.5
PASSES_VISIBLE = False
ANSWER = '''
def forward_substitution(lines, seed):
    if len(lines) > 5000:
        raise MemoryError("the matrix does not fit")
    T = np.eye(len(lines))
    for i, uses in enumerate(lines):
        for j, c in uses:
            T[i, j] -= c
    return np.linalg.solve(T, seed)
'''
