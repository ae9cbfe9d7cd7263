"""Refuses vectors, and lets matrices through."""

EXERCISE = "ps5-grad"
SCORE = 1.5
PASSES_VISIBLE = True
ANSWER = """
def value_and_grad(f, argnums=0):
    def evaluate(*arguments, **keywords):
        g, xs = select(f, argnums, arguments, keywords)

        y, pullback = vjp(g, *xs)
        if len(shape_of(y)) == 1:
            raise TypeError("only a number has a gradient")
        x_bars = pullback(np.ones_like(y))
        return y, x_bars[0] if isinstance(argnums, int) else x_bars

    return evaluate
"""
