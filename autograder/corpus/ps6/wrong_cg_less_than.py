"""Walks where the curvature is exactly 0."""

EXERCISE = "ps6-cg"
SCORE = 2.0
PASSES_VISIBLE = False
ANSWER = """
def conjugate_gradients(product, b, steps, tolerance=1e-10):
    s, r, p = np.zeros_like(b), b, b
    for step in range(steps):
        if np.sqrt(r @ r) <= tolerance * np.sqrt(b @ b):
            break
        q = product(p)
        curvature = p @ q
        if curvature < 0:
            return b.copy() if step == 0 else s
        length = (r @ r) / curvature
        s = s + length * p
        new = r - length * q
        p = new + (new @ new) / (r @ r) * p
        r = new
    return s
"""
