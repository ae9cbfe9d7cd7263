"""Returns the length of the product."""

EXERCISE = "ps6-sharpness"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = """
def largest_eigenvalue(product, v, steps):
    v = v / np.sqrt(v @ v)
    for _ in range(steps):
        w = product(v)
        value = np.sqrt(w @ w)
        v = w / np.sqrt(w @ w)
    return value, v
"""
