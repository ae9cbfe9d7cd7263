"""Writes grad without value_and_grad."""

EXERCISE = "ps5-grad"
SCORE = 2.0
ANSWER = """
def grad(f, argnums=0):
    def gradient(*arguments, **keywords):
        g, xs = select(f, argnums, arguments, keywords)
        y, pullback = vjp(g, *xs)
        require_number(y)
        x_bars = pullback(1.0)
        return x_bars if isinstance(argnums, tuple) else x_bars[0]

    return gradient


def value_and_grad(f, argnums=0):
    def evaluate(*arguments, **keywords):
        g, xs = select(f, argnums, arguments, keywords)
        y, pullback = vjp(g, *xs)
        require_number(y)
        x_bars = pullback(y * 0 + 1)
        return y, (x_bars if isinstance(argnums, tuple) else x_bars[0])

    return evaluate
"""
