"""Writes the card out."""

EXERCISE = "ps2-bingo"
SCORE = 1.0
ANSWER = '''
transposes = {
    "A": 3, "B": 5, "C": 4,
    "D": 6, "E": 2, "F": 8,
    "G": 9, "H": 1, "I": 7,
}
'''
