"""Returns a word of a NumPy array."""

EXERCISE = "ps1-lineup"
SCORE = 3.0
ANSWER = """
def identify(box):
    steps = np.logspace(-2, -1, 9)
    seconds = np.array([abs(box(h) - 2 * box(0.0) + box(-h)) for h in steps])
    if np.max(seconds) <= 1e-12 * max(1, abs(box(0.0))):
        return "linear"
    slope = np.polyfit(np.log(steps), np.log(seconds), 1)[0]
    kinds = np.array(["corner", "three halves", "smooth", "flat"])
    return kinds[np.argmin(np.abs(np.array([1, 1.5, 2, 4]) - slope))]
"""
