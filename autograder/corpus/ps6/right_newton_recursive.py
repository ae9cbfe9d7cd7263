"""One step, and the rest by recursion; its own solver."""

EXERCISE = "ps6-newton"
SCORE = 3.0
ANSWER = """
def newton_cg(f, x, steps):
    def solve(product, b):
        s, r, p = 0 * b, b, b
        for k in range(2 * b.size):
            if r @ r <= 1e-20 * (b @ b):
                break
            q = product(p)
            if p @ q <= 0:
                return b if k == 0 else s
            a = (r @ r) / (p @ q)
            s, new = s + a * p, r - a * q
            p, r = new + (new @ new) / (r @ r) * p, new
        return s

    if steps == 0:
        return x.copy(), np.array([f(x)])
    g = grad(f)(x)
    s = solve(lambda p: hvp_reverse_over_reverse(f, (x,), (p,)), -g)
    while f(x + s) > f(x) + 1e-4 * (g @ s):
        s = s / 2
    last, values = newton_cg(f, x + s, steps - 1)
    return last, np.concatenate([[f(x)], values])
"""
