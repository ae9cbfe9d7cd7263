"""Takes one step fewer than there are unknowns, from five on."""

EXERCISE = "ps6-cg"
SCORE = 1.5
PASSES_VISIBLE = True
ANSWER = """
def conjugate_gradients(product, b, steps, tolerance=1e-10):
    s, r, p = np.zeros_like(b), b, b
    for step in range(min(steps, max(len(b) - 1, 4))):
        if np.sqrt(r @ r) <= tolerance * np.sqrt(b @ b):
            break
        q = product(p)
        curvature = p @ q
        if curvature <= 0:
            return b.copy() if step == 0 else s
        length = (r @ r) / curvature
        s = s + length * p
        new = r - length * q
        p = new + (new @ new) / (r @ r) * p
        r = new
    return s
"""
