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


def back_substitution(lines, seed):
    v_bar = np.array(seed, dtype=float)
    for i in reversed(range(len(lines))):
        for j, c in lines[i]:
            v_bar[j] += c * v_bar[i]
    return v_bar
'''
