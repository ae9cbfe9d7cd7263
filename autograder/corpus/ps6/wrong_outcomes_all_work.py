"""Everything works."""

EXERCISE = "ps6-outcomes"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
predicted_outcomes = {
    "A": "works",
    "B": "works",
    "C": "works",
    "D": "works",
    "E": "works",
    "F": "works",
    "G": "works",
    "H": "works",
    "I": "works",
    "J": "works",
}
"""
