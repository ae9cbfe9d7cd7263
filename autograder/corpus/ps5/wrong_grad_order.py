"""Returns the gradient before the value."""

EXERCISE = "ps5-grad"
SCORE = 1.5
PASSES_VISIBLE = False
ANSWER = """
def value_and_grad(f, argnums=0):
    def evaluate(*arguments, **keywords):
        g, xs = select(f, argnums, arguments, keywords)

        y, pullback = vjp(g, *xs)
        require_number(y)
        x_bars = pullback(np.ones_like(y))
        return x_bars[0] if isinstance(argnums, int) else x_bars, y

    return evaluate


def grad(f, argnums=0):
    return lambda *a, **k: value_and_grad(f, argnums)(*a, **k)[0]
"""
