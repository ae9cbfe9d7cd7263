"""Keeps all directions and makes the new one conjugate to each."""

EXERCISE = "ps6-cg"
SCORE = 3.0
ANSWER = """
def conjugate_gradients(product, b, steps, tolerance=1e-10):
    s, r, kept = 0 * b, +b, []
    for step in range(steps):
        if not np.sqrt(r @ r) > tolerance * np.sqrt(b @ b):
            break
        # H p from the products of earlier directions and one of r
        p, q = +r, product(r)
        for old, image, bend in kept:
            share = (r @ image) / bend
            p, q = p - share * old, q - share * image
        bend = p @ q
        if bend <= 0:
            return +b if step == 0 else s
        kept.append((p, q, bend))
        s, r = s + (p @ r) / bend * p, r - (p @ r) / bend * q
    return s
"""
