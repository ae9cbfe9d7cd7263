"""Rounds what comes back, too."""

EXERCISE = "ps5-passing"
SCORE = 1.0
PASSES_VISIBLE = False
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


stop.defvjp(lambda y_bar, y, x: 0 * y_bar)
turn.defvjp(lambda y_bar, y, x: -y_bar)
rounded.defvjp(lambda y_bar, y, x: np.round(y_bar))
"""
