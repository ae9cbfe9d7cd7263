"""Collects the users of every value, then adds them up."""

EXERCISE = "ps3-solves"
SCORE = 2.0
ANSWER = '''
def back_substitution(lines, seed):
    users = [[] for _ in lines]
    for i, uses in enumerate(lines):
        for j, c in uses:
            users[j].append((i, c))
    v_bar = [0.0] * len(lines)
    for j in range(len(lines) - 1, -1, -1):
        v_bar[j] = seed[j] + sum(c * v_bar[i] for i, c in users[j])
    return np.array(v_bar)


def forward_substitution(lines, seed):
    v_dot = np.array(seed, dtype=float)
    for i, uses in enumerate(lines):
        for j, c in uses:
            v_dot[i] += c * v_dot[j]
    return v_dot
'''
