"""Sums each line from a plain list."""

EXERCISE = "ps3-solves"
SCORE = 2.0
ANSWER = '''
def forward_substitution(lines, seed):
    v_dot = []
    for start, uses in zip(seed, lines):
        v_dot.append(start + sum(v_dot[j] * c for j, c in uses))
    return np.array(v_dot)


def back_substitution(lines, seed):
    v_bar = np.array(seed, dtype=float)
    for i in reversed(range(len(lines))):
        for j, c in lines[i]:
            v_bar[j] += c * v_bar[i]
    return v_bar
'''
