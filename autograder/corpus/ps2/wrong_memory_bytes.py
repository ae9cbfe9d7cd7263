"""Answers in bytes."""

EXERCISE = "ps2-memory"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = '''
numbers_stored = (8 * 10**12, 8 * 10**6)
'''
