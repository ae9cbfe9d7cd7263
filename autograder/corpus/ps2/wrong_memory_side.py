"""Takes the side of the picture for its size."""

EXERCISE = "ps2-memory"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = '''
numbers_stored = (10**6, 10**3)
'''
