"""Remainders after a central derivative, on both sides."""

EXERCISE = "ps1-lineup"
SCORE = 3.0
ANSWER = """
def identify(box):
    steps = [0.02, 0.04, 0.08]

    def remainder(h):
        slope = (box(h) - box(-h)) / (2 * h)
        return abs(box(h) - box(0) - h * slope)

    r = [remainder(h) for h in steps]
    if max(r) < 1e-12 * (1 + abs(box(0))):
        return "linear"
    measured = np.mean(np.diff(np.log2(r)))
    for limit, name in (
        (1.25, "corner"),
        (1.75, "three halves"),
        (3, "smooth"),
    ):
        if measured < limit:
            return name
    return "flat"
"""
