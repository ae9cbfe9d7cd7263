"""Reverses the steps, so errors belong to other steps."""

EXERCISE = "ps1-v-curve"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def v_curve(f, df, x, v, steps, method):
    exact = df(x, v)
    errors = []
    for h in steps[::-1]:
        y_dot = directional_difference(f, x, v, float(h), method)
        errors.append(np.max(np.abs(y_dot - exact)))
    return np.array(errors)
"""
