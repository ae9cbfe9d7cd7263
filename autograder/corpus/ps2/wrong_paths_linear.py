"""Adds the two ways of every round."""

EXERCISE = "ps2-paths"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = '''
paths_and_additions = (100, 50)
'''
