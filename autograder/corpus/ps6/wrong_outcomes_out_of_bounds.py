"""Takes an index that does not exist for an error."""

EXERCISE = "ps6-outcomes"
SCORE = 1.6
PASSES_VISIBLE = False
ANSWER = """
predicted_outcomes = {
    "A": "raises",
    "B": "works",
    "C": "raises",
    "D": "lies",
    "E": "raises",
    "F": "raises",
    "G": "raises",
    "H": "lies",
    "I": "raises",
    "J": "works",
}
"""
