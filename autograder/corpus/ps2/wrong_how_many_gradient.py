"""Thinks that a gradient takes 784 of either."""

EXERCISE = "ps2-how-many"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = '''
products_needed = (784, 784, 784, 10)
'''
