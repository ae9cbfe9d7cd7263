"""Writes the four numbers as a list."""

EXERCISE = "ps2-how-many"
SCORE = 1.0
ANSWER = '''
products_needed = [784, 1, 784, 10]
'''
