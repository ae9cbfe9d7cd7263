"""Subtracts one outer product for each use."""

EXERCISE = "ps3-system"
SCORE = 1.0
ANSWER = '''
def matrix_of(lines):
    I = np.eye(len(lines))
    pairs = [(i, j, c) for i, uses in enumerate(lines) for j, c in uses]
    return I - sum(c * np.outer(I[i], I[j]) for i, j, c in pairs)
'''
