"""Does not see the shared array."""

EXERCISE = "ps2-which-line"
SCORE = 0.75
PASSES_VISIBLE = False
ANSWER = '''
wrong_line = {"P": 4, "Q": 4, "R": 5, "S": 4}
'''
