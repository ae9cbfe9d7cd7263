"""Names the suspects in another order."""

EXERCISE = "ps2-which-line"
SCORE = 1.0
ANSWER = '''
wrong_line = {"S": 4, "R": 5, "Q": 4, "P": 2}
'''
