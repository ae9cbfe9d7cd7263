"""Two steps, and no look at the miss."""

EXERCISE = "ps5-target"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def aim(simulate, controls, target):
    for _ in range(2):
        y, push = linearize(simulate, controls)
        J = np.stack([push(e) for e in np.eye(len(controls))], axis=1)
        controls = controls + np.linalg.lstsq(J, target - y, rcond=None)[0]
    return controls
"""
