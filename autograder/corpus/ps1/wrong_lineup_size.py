"""Tells corner from smooth by size at one step, not by slope."""

EXERCISE = "ps1-lineup"
SCORE = 0.0
PASSES_VISIBLE = True
ANSWER = """
def identify(box):
    s = abs(box(0.1) - 2 * box(0.0) + box(-0.1))
    if s <= 1e-12 * max(1, abs(box(0.0))):
        return "linear"
    if s < 1e-3:
        return "flat"
    if s < 0.05:
        return "smooth"
    return "three halves" if s < 0.1 else "corner"
"""
