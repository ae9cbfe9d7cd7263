"""The sum of all errors instead of the largest."""

EXERCISE = "ps1-v-curve"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def v_curve(f, df, x, v, steps, method):
    exact = df(x, v)
    errors = []
    for h in steps:
        y_dot = directional_difference(f, x, v, float(h), method)
        errors.append(np.sum(np.abs(y_dot - exact)))
    return np.array(errors)
"""
