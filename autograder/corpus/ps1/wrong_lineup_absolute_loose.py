"""An absolute size, with room to spare, decides about linear."""

EXERCISE = "ps1-lineup"
SCORE = 2.0
PASSES_VISIBLE = True
ANSWER = """
def identify(box):
    steps = np.logspace(-2, -1, 9)
    s = np.array([abs(box(h) - 2 * box(0.0) + box(-h)) for h in steps])
    if np.max(s) <= 1e-9:
        return "linear"
    slope = np.polyfit(np.log(steps), np.log(s), 1)[0]
    if slope < 1.25:
        return "corner"
    if slope < 1.75:
        return "three halves"
    return "smooth" if slope < 2.5 else "flat"
"""
