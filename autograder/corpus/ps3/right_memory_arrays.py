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
'''
