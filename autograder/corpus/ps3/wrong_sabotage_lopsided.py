"""Beats reverse mode, but not forward mode."""

EXERCISE = "ps3-sabotage"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = '''
chain = (1, 100, 100, 100)
sabotage = chain, (3, (2, 1))
'''
