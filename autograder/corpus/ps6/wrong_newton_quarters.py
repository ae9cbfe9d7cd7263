"""Quarters the step instead of halving it."""

EXERCISE = "ps6-newton"
SCORE = 2.0
PASSES_VISIBLE = False
ANSWER = """
def newton_cg(f, x, steps):
    values = [f(x)]
    for _ in range(steps):
        g = grad(f)(x)

        def product(p, x=x):
            return hvp(f, (x,), (p,))

        s, t = conjugate_gradients(product, -g, 2 * x.size), 1.0
        while f(x + t * s) > values[-1] + 1e-4 * t * (g @ s):
            t = t / 4
        x = x + t * s
        values.append(f(x))
    return x, np.array(values)
"""
