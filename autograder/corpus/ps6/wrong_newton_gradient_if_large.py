"""Steps along the gradient where there are many unknowns."""

EXERCISE = "ps6-newton"
SCORE = 1.0
PASSES_VISIBLE = True
ANSWER = """
def newton_cg(f, x, steps):
    values = [f(x)]
    for _ in range(steps):
        g = grad(f)(x)

        def product(p, x=x):
            return hvp(f, (x,), (p,))

        s, t = -g, 1.0
        if x.size < 8:
            s = conjugate_gradients(product, -g, 2 * x.size)
        while f(x + t * s) > values[-1] + 1e-4 * t * (g @ s):
            t = t / 2
        x = x + t * s
        values.append(f(x))
    return x, np.array(values)
"""
