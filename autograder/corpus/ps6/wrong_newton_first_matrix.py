"""Keeps the Hessian of the start."""

EXERCISE = "ps6-newton"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = """
def newton_cg(f, x, steps):
    values, start = [f(x)], x
    for _ in range(steps):
        g = grad(f)(x)

        def product(p, x=start):
            return hvp(f, (x,), (p,))

        s, t = conjugate_gradients(product, -g, 2 * x.size), 1.0
        while f(x + t * s) > values[-1] + 1e-4 * t * (g @ s):
            t = t / 2
        x = x + t * s
        values.append(f(x))
    return x, np.array(values)
"""
