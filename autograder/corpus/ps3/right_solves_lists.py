"""Sums each line from a plain list."""

EXERCISE = "ps3-solves"
SCORE = 2.0
ANSWER = '''
def forward_substitution(lines, seed):
    v_dot = []
    for start, uses in zip(seed, lines):
        v_dot.append(start + sum(v_dot[j] * c for j, c in uses))
    return np.array(v_dot)
'''
