"""Makes all three by one function."""

EXERCISE = "ps5-passing"
SCORE = 3.0
ANSWER = """
def passing(value, factor):
    change = primitive(lambda x: value(x))
    change.defvjp(lambda y_bar, y, x: factor * y_bar)
    return change


stop = passing(np.positive, 0.0)
turn = passing(np.positive, -1.0)
rounded = passing(np.rint, 1.0)
"""
