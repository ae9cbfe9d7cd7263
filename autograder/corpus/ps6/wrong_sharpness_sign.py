"""Turns the vector round where the value is negative."""

EXERCISE = "ps6-sharpness"
SCORE = 1.5
PASSES_VISIBLE = False
ANSWER = """
def largest_eigenvalue(product, v, steps):
    v = v / np.sqrt(v @ v)
    for _ in range(steps):
        w = product(v)
        value = v @ w
        v = np.sign(value) * w / np.sqrt(w @ w)
    return value, v
"""
