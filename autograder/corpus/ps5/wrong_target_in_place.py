"""Moves the caller's own controls."""

EXERCISE = "ps5-target"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def aim(simulate, controls, target):
    for _ in range(12):
        y, push = linearize(simulate, controls)
        J = np.stack([push(e) for e in np.eye(len(controls))], axis=1)
        controls += np.linalg.lstsq(J, target - y, rcond=None)[0]
    return controls
"""
