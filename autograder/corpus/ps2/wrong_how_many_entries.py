"""Counts the entries of the Jacobian."""

EXERCISE = "ps2-how-many"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = '''
products_needed = (784, 784, 7840, 7840)
'''
