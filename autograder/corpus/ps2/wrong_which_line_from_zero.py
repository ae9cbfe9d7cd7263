"""Counts lines from zero."""

EXERCISE = "ps2-which-line"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = '''
wrong_line = {"P": 1, "Q": 3, "R": 4, "S": 3}
'''
