"""Leaves one out."""

EXERCISE = "ps6-outcomes"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
predicted_outcomes = {
    "A": "raises",
    "B": "works",
    "C": "raises",
    "D": "lies",
    "E": "raises",
    "F": "lies",
    "G": "raises",
    "H": "lies",
    "I": "raises",
}
"""
