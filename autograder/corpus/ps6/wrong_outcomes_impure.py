"""Trusts side effects and globals."""

EXERCISE = "ps6-outcomes"
SCORE = 1.2
PASSES_VISIBLE = False
ANSWER = """
predicted_outcomes = {
    "A": "raises",
    "B": "works",
    "C": "raises",
    "D": "works",
    "E": "raises",
    "F": "lies",
    "G": "raises",
    "H": "works",
    "I": "raises",
    "J": "works",
}
"""
