"""By recursion."""

EXERCISE = "ps6-sharpness"
SCORE = 2.0
ANSWER = """
def largest_eigenvalue(product, v, steps):
    v = v / np.linalg.norm(v)
    w = product(v)
    u = w / np.linalg.norm(w)
    if steps == 1:
        return float(np.sum(v * w)), u
    return largest_eigenvalue(product, u, steps - 1)
"""
