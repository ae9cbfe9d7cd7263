"""Has two bottlenecks and unequal widths."""

EXERCISE = "ps3-sabotage"
SCORE = 2.0
ANSWER = '''
chain = (90, 95, 100, 1, 100, 1, 100, 95, 90)
sabotage = chain, best_cost(chain)[1]
'''
