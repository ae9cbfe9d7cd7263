"""Returns a tuple also for a single argument."""

EXERCISE = "ps5-grad"
SCORE = 0.5
PASSES_VISIBLE = False
ANSWER = """
def value_and_grad(f, argnums=0):
    def evaluate(*arguments, **keywords):
        g, xs = select(f, argnums, arguments, keywords)

        y, pullback = vjp(g, *xs)
        require_number(y)
        return y, pullback(np.ones_like(y))

    return evaluate
"""
