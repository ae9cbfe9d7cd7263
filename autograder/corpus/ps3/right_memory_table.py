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
'''
