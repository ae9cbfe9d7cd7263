"""Takes 50 squared."""

EXERCISE = "ps2-paths"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = '''
paths_and_additions = (50**2, 50)
'''
