"""Python numbers from tolist, and a comprehension."""

EXERCISE = "ps1-v-curve"
SCORE = 2.0
ANSWER = """
def v_curve(f, df, x, v, steps, method):
    return np.array(
        [
            np.linalg.norm(
                directional_difference(f, x, v, h, method) - df(x, v), np.inf
            )
            for h in steps.tolist()
        ]
    )
"""
