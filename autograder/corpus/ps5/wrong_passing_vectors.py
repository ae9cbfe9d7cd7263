"""Turns numbers and vectors only."""

EXERCISE = "ps5-passing"
SCORE = 2.5
PASSES_VISIBLE = True
ANSWER = """
@primitive
def stop(x):
    return x


@primitive
def turn(x):
    return x


@primitive
def rounded(x):
    return np.round(x)


stop.defvjp(lambda y_bar, y, x: np.zeros_like(y_bar))
turn.defvjp(lambda y_bar, y, x: -y_bar if np.ndim(x) < 2 else y_bar)
rounded.defvjp(lambda y_bar, y, x: y_bar)
"""
