"""Solves with a square matrix only."""

EXERCISE = "ps5-target"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = """
def aim(simulate, controls, target):
    for _ in range(12):
        y, push = linearize(simulate, controls)
        J = np.stack([push(e) for e in np.eye(len(controls))], axis=1)
        controls = controls + np.linalg.solve(J, target - y)
    return controls
"""
