"""Guesses f'(0) by a small forward difference and looks ahead only."""

EXERCISE = "ps1-lineup"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def identify(box):
    steps = np.logspace(-2, -1, 9)
    d = (box(1e-8) - box(0.0)) / 1e-8
    s = np.array([abs(box(h) - box(0.0) - h * d) for h in steps])
    if np.max(s) <= 1e-12 * max(1, abs(box(0.0))):
        return "linear"
    slope = np.polyfit(np.log(steps), np.log(s), 1)[0]
    if slope < 1.25:
        return "corner"
    if slope < 1.75:
        return "three halves"
    return "smooth" if slope < 2.5 else "flat"
"""
