"""Makes forward mode expensive only."""

EXERCISE = "ps3-sabotage"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = '''
chain = (100, 100, 100, 1)
sabotage = chain, (((3, 2), 1))
'''
