"""Returns the gradients in the order of the arguments."""

EXERCISE = "ps5-grad"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = """
def value_and_grad(f, argnums=0):
    numbers = argnums if isinstance(argnums, int) else sorted(argnums)

    def evaluate(*arguments, **keywords):
        g, xs = select(f, numbers, arguments, keywords)

        y, pullback = vjp(g, *xs)
        require_number(y)
        x_bars = pullback(np.ones_like(y))
        return y, x_bars[0] if isinstance(argnums, int) else x_bars

    return evaluate
"""
