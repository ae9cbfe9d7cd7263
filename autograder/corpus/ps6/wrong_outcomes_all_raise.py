"""Everything raises."""

EXERCISE = "ps6-outcomes"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
predicted_outcomes = {
    "A": "raises",
    "B": "raises",
    "C": "raises",
    "D": "raises",
    "E": "raises",
    "F": "raises",
    "G": "raises",
    "H": "raises",
    "I": "raises",
    "J": "raises",
}
"""
