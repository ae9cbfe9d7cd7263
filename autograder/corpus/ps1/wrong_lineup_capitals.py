"""Writes the names with capital letters."""

EXERCISE = "ps1-lineup"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def identify(box):
    steps = np.logspace(-2, -1, 9)
    s = np.array([abs(box(h) - 2 * box(0.0) + box(-h)) for h in steps])
    if np.max(s) <= 1e-12 * max(1, abs(box(0.0))):
        return "Linear"
    slope = np.polyfit(np.log(steps), np.log(s), 1)[0]
    if slope < 1.25:
        return "Corner"
    if slope < 1.75:
        return "Three halves"
    return "Smooth" if slope < 2.5 else "Flat"
"""
