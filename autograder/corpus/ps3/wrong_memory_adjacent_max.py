"""Combines the largest pieces of different steps."""

EXERCISE = "ps3-memory"
SCORE = 1.5
PASSES_VISIBLE = True
ANSWER = '''
def forward_memory(widths, model):
    if model == "vectors":
        return 2 * max(widths)
    if model != "dense":
        raise ValueError(model)
    d, L = widths, len(widths) - 1
    if L == 1:
        return d[0] + d[0] * d[1]
    J = max(d[k] * d[k - 1] for k in range(2, L + 1))
    P = max((d[k] + d[k - 1]) * d[0] for k in range(2, L + 1))
    return max(d[1:L]) + J + P
'''
