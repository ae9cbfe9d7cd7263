"""The slope between two steps, halved."""

EXERCISE = "ps1-lineup"
SCORE = 3.0
ANSWER = """
def identify(box):
    def second(h):
        return abs(box(h) - 2 * box(0.0) + box(-h))

    size = max(1, abs(box(0.1)), abs(box(-0.1)))
    if second(0.1) + second(0.05) < 1e-11 * size:
        return "linear"
    slope = np.log2(second(0.05) / second(0.025))
    names = np.array(["corner", "three halves", "smooth", "flat"])
    return str(names[np.argmin(np.abs(np.array([1, 1.5, 2, 4]) - slope))])
"""
