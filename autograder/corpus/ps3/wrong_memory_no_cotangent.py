"""Leaves the cotangent out."""

EXERCISE = "ps3-memory"
SCORE = 2.0
PASSES_VISIBLE = False
ANSWER = '''
def reverse_memory(widths, model):
    d, L = widths, len(widths) - 1
    if model == "vectors":
        return sum(d[:L])
    if model != "dense":
        raise ValueError(f"model is {model!r}, not 'dense' or 'vectors'")
    alive = [sum(d[:L]) + d[L] * d[L - 1]]
    for k in range(L - 1, 0, -1):
        products = d[L] * d[k] + d[L] * d[k - 1]
        alive.append(sum(d[:k]) + d[k] * d[k - 1] + products)
    return max(alive)


def forward_memory(widths, model):
    if model == "vectors":
        return 2 * max(widths)
    if model != "dense":
        raise ValueError(f"model is {model!r}, not 'dense' or 'vectors'")
    d, L = widths, len(widths) - 1
    alive = [d[0] + d[1] * d[0]]
    for k in range(2, L + 1):
        products = d[k - 1] * d[0] + d[k] * d[0]
        alive.append(d[k - 1] + d[k] * d[k - 1] + products)
    return max(alive)
'''
