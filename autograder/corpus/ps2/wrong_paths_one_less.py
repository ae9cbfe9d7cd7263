"""Counts one round too few."""

EXERCISE = "ps2-paths"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = '''
paths_and_additions = (2**49, 49)
'''
