"""Answers three of the four questions."""

EXERCISE = "ps2-how-many"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = '''
products_needed = (784, 1, 784)
'''
