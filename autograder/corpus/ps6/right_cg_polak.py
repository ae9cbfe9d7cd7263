"""Another formula for beta, and arrays in place."""

EXERCISE = "ps6-cg"
SCORE = 3.0
ANSWER = """
def conjugate_gradients(product, b, steps, tolerance=1e-10):
    s, r = np.zeros(b.shape), b.copy()
    p, scale, taken = r.copy(), np.linalg.norm(b), 0
    while taken < steps and np.linalg.norm(r) > tolerance * scale:
        q = product(p)
        bend = np.dot(p, q)
        if not bend > 0:
            return p if taken == 0 else s
        alpha = np.dot(r, p) / bend
        s += alpha * p
        old = r.copy()
        r -= alpha * q
        p = r + np.dot(r, r - old) / np.dot(old, old) * p
        taken += 1
    return s
"""
