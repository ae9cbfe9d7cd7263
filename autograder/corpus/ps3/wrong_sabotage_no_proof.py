"""Hands in the widths without an order."""

EXERCISE = "ps3-sabotage"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = '''
sabotage = (100, 100, 100, 1, 100, 100, 100)
'''
