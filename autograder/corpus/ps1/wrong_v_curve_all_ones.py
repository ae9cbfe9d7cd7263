"""Measures against the derivative along ones."""

EXERCISE = "ps1-v-curve"
SCORE = 1.0
PASSES_VISIBLE = True
ANSWER = """
def v_curve(f, df, x, v, steps, method):
    exact = df(x, np.ones_like(x))
    errors = []
    for h in steps:
        y_dot = directional_difference(f, x, v, float(h), method)
        errors.append(np.max(np.abs(y_dot - exact)))
    return np.array(errors)
"""
