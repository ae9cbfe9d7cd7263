"""Writes the power as a shift."""

EXERCISE = "ps2-paths"
SCORE = 1.0
ANSWER = '''
paths_and_additions = 1 << 50, 50
'''
