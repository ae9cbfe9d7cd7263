"""Sends back a fixed slope."""

EXERCISE = "ps5-passing"
SCORE = 0.5
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


stop.defvjp(lambda y_bar, y, x: np.zeros_like(x))
turn.defvjp(lambda y_bar, y, x: -np.ones_like(x))
rounded.defvjp(lambda y_bar, y, x: np.ones_like(x))
"""
