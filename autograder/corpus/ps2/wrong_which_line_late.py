"""Names the second of the swapped lines."""

EXERCISE = "ps2-which-line"
SCORE = 0.75
PASSES_VISIBLE = False
ANSWER = '''
wrong_line = {"P": 2, "Q": 4, "R": 5, "S": 5}
'''
