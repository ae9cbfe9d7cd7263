"""Forms the Hessian and takes the sizes of its eigenvalues."""

EXERCISE = "ps6-newton"
SCORE = 2.0
PASSES_VISIBLE = True
ANSWER = """
def newton_cg(f, x, steps):
    def step_of(H, b):
        sizes, U = np.linalg.eigh(H)
        return U @ ((U.T @ b) / np.maximum(abs(sizes), 1e-9))

    values = [f(x)]
    for _ in range(steps):
        g = grad(f)(x)

        def product(p, x=x):
            return hvp(f, (x,), (p,))

        s, t = step_of(hessian(f)(x), -g), 1.0
        while f(x + t * s) > values[-1] + 1e-4 * t * (g @ s):
            t = t / 2
        x = x + t * s
        values.append(f(x))
    return x, np.array(values)
"""
