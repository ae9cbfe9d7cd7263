"""Unwraps the tuple of a single argnum in grad."""

EXERCISE = "ps5-grad"
SCORE = 1.5
PASSES_VISIBLE = True
ANSWER = """
def grad(f, argnums=0):
    def gradient(*arguments, **keywords):
        x_bars = value_and_grad(f, argnums)(*arguments, **keywords)[1]
        if isinstance(argnums, tuple) and len(argnums) == 1:
            return x_bars[0]
        return x_bars

    return gradient
"""
