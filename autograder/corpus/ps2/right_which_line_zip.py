"""Builds the dictionary from two sequences."""

EXERCISE = "ps2-which-line"
SCORE = 1.0
ANSWER = '''
wrong_line = dict(zip("PQRS", [2, 4, 5, 4]))
'''
