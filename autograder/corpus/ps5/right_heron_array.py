"""An array, computed by a loop of pairs."""

EXERCISE = "ps5-heron"
SCORE = 1.0
ANSWER = """
x, x_dot, found = 2.0, 1.0, []
for step in range(20):
    y = 2.0 / x
    y_dot = (1.0 - y * x_dot) / x
    x, x_dot = (x + y) / 2, (x_dot + y_dot) / 2
    found += [x, x_dot] if step in (0, 19) else []
predicted_heron = np.array(found)
"""
