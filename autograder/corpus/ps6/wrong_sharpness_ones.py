"""Starts from ones where the start has no zeros."""

EXERCISE = "ps6-sharpness"
SCORE = 0.0
PASSES_VISIBLE = True
ANSWER = """
def largest_eigenvalue(product, v, steps):
    v = np.ones_like(v) if np.all(v) else v
    v = v / np.sqrt(v @ v)
    for _ in range(steps):
        w = product(v)
        value = v @ w
        v = w / np.sqrt(w @ w)
    return value, v
"""
