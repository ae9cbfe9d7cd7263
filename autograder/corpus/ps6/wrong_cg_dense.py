"""Forms the matrix from n products."""

EXERCISE = "ps6-cg"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def conjugate_gradients(product, b, steps, tolerance=1e-10):
    H = np.stack([product(e) for e in np.eye(len(b))], axis=1)
    if b @ H @ b <= 0:
        return b.copy()
    return np.linalg.solve(H, b)
"""
