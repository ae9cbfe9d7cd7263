"""Ignores the seeds of lines that use others."""

EXERCISE = "ps3-solves"
SCORE = 1.25
PASSES_VISIBLE = False
ANSWER = '''
def forward_substitution(lines, seed):
    v_dot = np.array(seed, dtype=float)
    for i, uses in enumerate(lines):
        if uses:
            v_dot[i] = sum(c * v_dot[j] for j, c in uses)
    return v_dot


def back_substitution(lines, seed):
    v_bar = np.array(seed, dtype=float)
    for i in reversed(range(len(lines))):
        for j, c in lines[i]:
            v_bar[j] += c * v_bar[i]
    return v_bar
'''
