"""Goes through the lines in forward order."""

EXERCISE = "ps3-solves"
SCORE = 0.75
PASSES_VISIBLE = False
ANSWER = '''
def back_substitution(lines, seed):
    v_bar = np.array(seed, dtype=float)
    for i in range(len(lines)):
        for j, c in lines[i]:
            v_bar[j] += c * v_bar[i]
    return v_bar


def forward_substitution(lines, seed):
    v_dot = np.array(seed, dtype=float)
    for i, uses in enumerate(lines):
        for j, c in uses:
            v_dot[i] += c * v_dot[j]
    return v_dot
'''
