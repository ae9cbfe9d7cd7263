"""Multiplies once more for the value."""

EXERCISE = "ps6-sharpness"
SCORE = 0.5
PASSES_VISIBLE = False
ANSWER = """
def largest_eigenvalue(product, v, steps):
    v = v / np.sqrt(v @ v)
    for _ in range(steps):
        w = product(v)
        v = w / np.sqrt(w @ w)
    return v @ product(v), v
"""
