"""Writes floating point numbers, in a list."""

EXERCISE = "ps2-paths"
SCORE = 1.0
ANSWER = '''
paths_and_additions = [2.0**50, 50.0]
'''
