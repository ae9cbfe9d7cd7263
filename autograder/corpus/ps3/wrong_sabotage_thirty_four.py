"""Stops at a factor of 34."""

EXERCISE = "ps3-sabotage"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = '''
sabotage = (100, 100, 1, 100, 100), ((4, 3), (2, 1))
'''
