"""Aims at the first two targets."""

EXERCISE = "ps5-target"
SCORE = 1.0
PASSES_VISIBLE = True
ANSWER = """
def aim(simulate, controls, target):
    for _ in range(12):
        y, push = linearize(simulate, controls)
        miss = (target - y)[:2]
        if np.max(np.abs(miss)) < 1e-8:
            break
        J = np.stack([push(e)[:2] for e in np.eye(len(controls))], axis=1)
        controls = controls + np.linalg.lstsq(J, miss, rcond=None)[0]
    return controls
"""
