"""Stops the value, too."""

EXERCISE = "ps5-passing"
SCORE = 1.5
PASSES_VISIBLE = False
ANSWER = """
def stop(x):
    return 0 * x


@primitive
def turn(x):
    return x


@primitive
def rounded(x):
    return np.round(x)


turn.defvjp(lambda y_bar, y, x: -y_bar)
rounded.defvjp(lambda y_bar, y, x: y_bar)
"""
