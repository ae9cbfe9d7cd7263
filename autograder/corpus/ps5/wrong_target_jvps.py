"""One run for each column."""

EXERCISE = "ps5-target"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = """
def aim(simulate, controls, target):
    for _ in range(12):
        es = np.eye(len(controls))
        pairs = [jvp(simulate, (controls,), (e,)) for e in es]
        y = pairs[0][0]
        if np.max(np.abs(target - y)) < 1e-7:
            break
        J = np.stack([y_dot for _, y_dot in pairs], axis=1)
        controls = controls + np.linalg.lstsq(J, target - y, rcond=None)[0]
    return controls
"""
