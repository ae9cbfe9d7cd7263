"""The gradient's linear map once a step, and a shared value."""

EXERCISE = "ps6-newton"
SCORE = 3.0
ANSWER = """
def newton_cg(f, x, steps):
    from chainrule.forward import linearize
    from chainrule.reverse import value_and_grad

    points, values = [x], np.zeros(steps + 1)
    values[0] = f(x)
    for k in range(steps):
        x = points[-1]
        g, product = linearize(grad(f), x)
        s = conjugate_gradients(product, -g, 2 * len(x))
        slope = float(np.dot(g, s))
        for t in 0.5 ** np.arange(200):
            new = f(x + t * s)
            if not new > values[k] + 1e-4 * t * slope:
                break
        points.append(x + t * s)
        values[k + 1] = new
    return points[-1], values
"""
