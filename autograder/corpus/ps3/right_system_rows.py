"""Builds it row by row."""

EXERCISE = "ps3-system"
SCORE = 1.0
ANSWER = '''
def matrix_of(lines):
    rows = []
    for i, uses in enumerate(lines):
        row = [0.0] * len(lines)
        row[i] = 1.0
        for use in uses:
            row[use[0]] = row[use[0]] - use[1]
        rows.append(row)
    return np.array(rows)
'''
