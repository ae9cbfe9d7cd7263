"""Writes the order by hand, as lists."""

EXERCISE = "ps3-sabotage"
SCORE = 2.0
ANSWER = '''
sabotage = [100, 100, 100, 1, 100, 100, 100], [[6, [5, 4]], [[3, 2], 1]]
'''
