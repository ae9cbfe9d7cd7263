"""Computes the numbers from the sizes."""

EXERCISE = "ps2-how-many"
SCORE = 1.0
ANSWER = '''
n, m = 28 * 28, 10
products_needed = (n, 1, n, m)
'''
