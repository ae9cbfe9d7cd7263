"""Differentiates the first argument, whatever argnums says."""

EXERCISE = "ps5-grad"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = """
def value_and_grad(f, argnums=0):
    def evaluate(*arguments, **keywords):
        x, *rest = arguments
        y, pullback = vjp(lambda x: f(x, *rest, **keywords), x)
        require_number(y)
        return y, pullback(np.ones_like(y))[0]

    return evaluate
"""
