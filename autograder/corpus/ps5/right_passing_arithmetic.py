"""Makes two of them from the first."""

EXERCISE = "ps5-passing"
SCORE = 3.0
ANSWER = """
@primitive
def stop(x):
    return x


stop.defvjp(lambda y_bar, y, x: np.zeros_like(x))


def turn(x):
    return 2 * stop(x) - x


def rounded(x):
    return x + stop(np.round(x) - x)
"""
