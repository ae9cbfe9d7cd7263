"""Drops the keywords of the function."""

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
        return y, x_bars[0] if isinstance(argnums, int) else x_bars

    return evaluate


def grad(f, argnums=0):
    evaluate = value_and_grad(f, argnums)
    return lambda *arguments, **keywords: evaluate(*arguments)[1]
"""
