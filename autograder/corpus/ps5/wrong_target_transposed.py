"""Walks along the gradient with a fixed rate."""

EXERCISE = "ps5-target"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def aim(simulate, controls, target):
    for _ in range(20):
        y, push = linearize(simulate, controls)
        J = np.stack([push(e) for e in np.eye(len(controls))], axis=1)
        controls = controls + 0.02 * J.T @ (target - y)
    return controls
"""
