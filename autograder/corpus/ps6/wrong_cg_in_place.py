"""Writes the residual into b."""

EXERCISE = "ps6-cg"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def conjugate_gradients(product, b, steps, tolerance=1e-10):
    s, r, p = np.zeros_like(b), b, b.copy()
    for step in range(steps):
        if np.sqrt(r @ r) <= tolerance * 1.0:
            break
        q = product(p)
        curvature = p @ q
        if curvature <= 0:
            return b.copy() if step == 0 else s
        length = (r @ r) / curvature
        s = s + length * p
        old = r @ r
        r -= length * q
        p = r + (r @ r) / old * p
    return s
"""
