"""Collects the uses in a dictionary, so repeats are lost."""

EXERCISE = "ps3-solves"
SCORE = 0.5
PASSES_VISIBLE = True
ANSWER = '''
def forward_substitution(lines, seed):
    v_dot = np.array(seed, dtype=float)
    for i, uses in enumerate(lines):
        for j, c in dict(uses).items():
            v_dot[i] += c * v_dot[j]
    return v_dot


def back_substitution(lines, seed):
    v_bar = np.array(seed, dtype=float)
    for i in reversed(range(len(lines))):
        for j, c in dict(lines[i]).items():
            v_bar[j] += c * v_bar[i]
    return v_bar
'''
