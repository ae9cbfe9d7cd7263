"""Loses the sign of the value after more steps."""

EXERCISE = "ps6-sharpness"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = """
def largest_eigenvalue(product, v, steps):
    v = v / np.sqrt(v @ v)
    for _ in range(steps):
        w = product(v)
        value = v @ w
        v = w / np.sqrt(w @ w)
    return abs(value) if steps > 1 else value, v
"""
