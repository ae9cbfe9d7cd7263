"""Newton with jacfwd, and a run for the value."""

EXERCISE = "ps5-target"
SCORE = 2.0
ANSWER = """
def aim(simulate, controls, target):
    for _ in range(9):
        y = simulate(controls)
        J = jacfwd(simulate)(controls)
        controls = controls + np.linalg.pinv(J) @ (target - y)
        if np.max(np.abs(target - y)) < 1e-7:
            break
    return controls
"""
