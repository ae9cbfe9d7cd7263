"""Multiplies the sizes."""

EXERCISE = "ps2-memory"
SCORE = 1.0
ANSWER = '''
pixels = 1000 * 1000
numbers_stored = (pixels * pixels, pixels)
'''
