"""Forgets who is who."""

EXERCISE = "ps2-which-line"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = '''
wrong_line = (2, 4, 5, 4)
'''
