"""Uses widths above 100."""

EXERCISE = "ps3-sabotage"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = '''
sabotage = (1000, 1000, 1, 1000, 1000), ((4, 3), (2, 1))
'''
