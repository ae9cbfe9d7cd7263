"""Thinks that the sweep walks along every path."""

EXERCISE = "ps2-paths"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = '''
paths_and_additions = (2**50, 2**50)
'''
