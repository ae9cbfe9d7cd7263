"""Turns the value into a plain float."""

EXERCISE = "ps5-grad"
SCORE = 1.5
PASSES_VISIBLE = False
ANSWER = """
def value_and_grad(f, argnums=0):
    def evaluate(*arguments, **keywords):
        g, xs = select(f, argnums, arguments, keywords)

        y, pullback = vjp(g, *xs)
        require_number(y)
        x_bars = pullback(1.0 + 0.0 * float(y))
        return float(y), x_bars[0] if isinstance(argnums, int) else x_bars

    return evaluate
"""
