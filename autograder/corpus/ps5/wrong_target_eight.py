"""Knows only simulators of up to eight controls."""

EXERCISE = "ps5-target"
SCORE = 1.0
PASSES_VISIBLE = True
ANSWER = """
def aim(simulate, controls, target):
    for _ in range(12):
        y, push = linearize(simulate, controls)
        if np.max(np.abs(target - y)) < 1e-8:
            break
        J = np.zeros((len(y), 8))
        for k, e in enumerate(np.eye(len(controls))[:8]):
            J[:, k] = push(e)
        step = np.linalg.lstsq(J, target - y, rcond=None)[0]
        controls = controls + step[: len(controls)]
    return controls
"""
