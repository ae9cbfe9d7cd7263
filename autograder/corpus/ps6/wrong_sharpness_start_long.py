"""Does not normalize the start."""

EXERCISE = "ps6-sharpness"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = """
def largest_eigenvalue(product, v, steps):
    for _ in range(steps):
        w = product(v)
        value = v @ w
        v = w / np.sqrt(w @ w)
    return value, v
"""
