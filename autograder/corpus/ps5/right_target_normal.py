"""Normal equations, by tangents of all rows at once."""

EXERCISE = "ps5-target"
SCORE = 2.0
ANSWER = """
def aim(simulate, controls, target):
    y, push = linearize(simulate, controls)
    while np.linalg.norm(y - target) > 1e-8:
        J = np.column_stack([push(e) for e in np.eye(controls.size)])
        controls = controls - J.T @ np.linalg.solve(J @ J.T, y - target)
        y, push = linearize(simulate, controls)
    return controls
"""
