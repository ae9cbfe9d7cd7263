"""The root mean square instead of the largest error."""

EXERCISE = "ps1-v-curve"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def v_curve(f, df, x, v, steps, method):
    exact = df(x, v)
    errors = []
    for h in steps:
        y_dot = directional_difference(f, x, v, float(h), method)
        errors.append(np.sqrt(np.mean((y_dot - exact) ** 2)))
    return np.array(errors)
"""
