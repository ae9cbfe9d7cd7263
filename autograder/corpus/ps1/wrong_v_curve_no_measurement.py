"""Draws the expected V without measuring anything."""

EXERCISE = "ps1-v-curve"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def v_curve(f, df, x, v, steps, method):
    eps = np.finfo(x.dtype).eps
    if method == "forward":
        return steps + eps / steps
    if method == "central":
        return steps**2 + eps / steps
    return steps**2 + eps
"""
