"""Takes an if under grad for an error, and pushing through a loop."""

EXERCISE = "ps6-outcomes"
SCORE = 1.2
PASSES_VISIBLE = False
ANSWER = """
predicted_outcomes = {
    "A": "raises",
    "B": "raises",
    "C": "raises",
    "D": "lies",
    "E": "raises",
    "F": "lies",
    "G": "raises",
    "H": "lies",
    "I": "raises",
    "J": "raises",
}
"""
