"""Proves nothing: the order is forward mode."""

EXERCISE = "ps3-sabotage"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = '''
chain = (100, 100, 100, 1, 100, 100, 100)
sabotage = chain, (6, (5, (4, (3, (2, 1)))))
'''
