"""A Jacobian by differences: too many runs."""

EXERCISE = "ps5-target"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = """
def aim(simulate, controls, target):
    for _ in range(12):
        y = simulate(controls)
        if np.max(np.abs(target - y)) < 1e-7:
            break
        J = np.stack(
            [
                (simulate(controls + 1e-6 * e) - y) / 1e-6
                for e in np.eye(len(controls))
            ],
            axis=1,
        )
        controls = controls + np.linalg.lstsq(J, target - y, rcond=None)[0]
    return controls
"""
