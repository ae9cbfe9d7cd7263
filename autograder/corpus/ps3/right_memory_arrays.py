"""Computes all steps at once with arrays."""

EXERCISE = "ps3-memory"
SCORE = 3.0
ANSWER = '''
def reverse_memory(widths, model):
    import numpy as np

    d = np.array(widths)
    if model == "vectors":
        return int(np.max(np.cumsum(d)))
    if model == "dense":
        stored, m = np.cumsum(d[:-1]), d[-1]
        steps = stored + d[1:] * d[:-1]
        steps[:-1] += m * (d[1:-1] + d[:-2])
        return int(steps.max())
    raise ValueError(model)


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
