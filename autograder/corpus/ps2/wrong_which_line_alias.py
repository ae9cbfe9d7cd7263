"""Names the line that writes, not the one that shares."""

EXERCISE = "ps2-which-line"
SCORE = 0.75
PASSES_VISIBLE = False
ANSWER = '''
wrong_line = {"P": 4, "Q": 4, "R": 5, "S": 4}
'''
