"""The quotient, without unit length, until the end."""

EXERCISE = "ps6-sharpness"
SCORE = 2.0
ANSWER = """
def largest_eigenvalue(product, v, steps):
    value = np.nan
    for _ in range(steps):
        w = product(v)
        value = np.dot(v, w) / np.dot(v, v)
        v = w / np.linalg.norm(w)
    return value, v
"""
