"""Simulates: a dictionary of what is alive at each step."""

EXERCISE = "ps3-memory"
SCORE = 3.0
ANSWER = '''
def forward_memory(widths, model):
    alive, peak = {}, 0
    if model not in ("dense", "vectors"):
        raise ValueError(f"no model {model!r}")
    for k in range(len(widths)):
        if model == "vectors":
            alive = {"x": widths[k], "x_dot": widths[k]}
        elif k > 0:
            alive["x"] = widths[k - 1]
            alive["J"] = widths[k] * widths[k - 1]
            if k > 1:
                alive["P"] = widths[k - 1] * widths[0]
                alive["buffer"] = widths[k] * widths[0]
        peak = max(peak, sum(alive.values()))
    return peak


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
