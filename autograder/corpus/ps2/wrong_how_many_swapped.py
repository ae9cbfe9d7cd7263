"""Swaps JVPs and VJPs."""

EXERCISE = "ps2-how-many"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = '''
products_needed = (1, 784, 10, 784)
'''
