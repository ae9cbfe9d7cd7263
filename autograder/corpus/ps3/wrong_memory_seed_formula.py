"""Uses the formula from the text."""

EXERCISE = "ps3-memory"
SCORE = 1.5
PASSES_VISIBLE = False
ANSWER = '''
def forward_memory(widths, model):
    if model == "vectors":
        return 2 * max(widths)
    if model != "dense":
        raise ValueError(model)
    d = widths
    largest = max(a * b for a, b in zip(d, d[1:]))
    return (d[0] + 1) * max(d) + largest


def reverse_memory(widths, model):
    d, L = widths, len(widths) - 1
    if model == "vectors":
        return sum(d)
    if model != "dense":
        raise ValueError(f"model is {model!r}, not 'dense' or 'vectors'")
    alive = [sum(d[:L]) + d[L] * d[L - 1]]
    for k in range(L - 1, 0, -1):
        products = d[L] * d[k] + d[L] * d[k - 1]
        alive.append(sum(d[:k]) + d[k] * d[k - 1] + products)
    return max(alive)
'''
