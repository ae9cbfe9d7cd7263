"""Takes seven steps where a few are asked for."""

EXERCISE = "ps6-sharpness"
SCORE = 0.0
PASSES_VISIBLE = True
ANSWER = """
def largest_eigenvalue(product, v, steps):
    v = v / np.sqrt(v @ v)
    for _ in range(7 if 1 < steps < 8 else steps):
        w = product(v)
        value = v @ w
        v = w / np.sqrt(w @ w)
    return value, v
"""
