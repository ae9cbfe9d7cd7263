"""Writes floating point numbers, in a list."""

EXERCISE = "ps2-memory"
SCORE = 1.0
ANSWER = '''
numbers_stored = [1e12, 1e6]
'''
