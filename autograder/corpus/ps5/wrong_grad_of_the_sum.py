"""Takes the gradient of the sum where f returns an array."""

EXERCISE = "ps5-grad"
SCORE = 1.5
PASSES_VISIBLE = False
ANSWER = """
def value_and_grad(f, argnums=0):
    def evaluate(*arguments, **keywords):
        g, xs = select(f, argnums, arguments, keywords)

        y, pullback = vjp(g, *xs)
        x_bars = pullback(np.ones_like(y))
        return y, x_bars[0] if isinstance(argnums, int) else x_bars

    return evaluate
"""
