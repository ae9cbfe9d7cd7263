"""Fixes the other arguments by itself."""

EXERCISE = "ps5-grad"
SCORE = 2.0
ANSWER = """
def value_and_grad(f, argnums=0):
    numbers = [argnums] if isinstance(argnums, int) else list(argnums)

    def evaluate(*arguments, **keywords):
        def g(*free):
            given = dict(enumerate(arguments)) | dict(zip(numbers, free))
            return f(*given.values(), **keywords)

        y, pullback = vjp(g, *[arguments[k] for k in numbers])
        if np.shape(y) != () or isinstance(y, tuple | list | dict):
            raise TypeError("f does not return a number")
        x_bars = pullback(np.ones_like(y))
        if isinstance(argnums, int):
            (x_bars,) = x_bars
        return y, x_bars

    return evaluate
"""
