"""Folds the list over the pair."""

EXERCISE = "ps2-jvp-chain"
SCORE = 1.0
ANSWER = '''
def jvp_chain(functions, x, x_dot):
    from functools import reduce

    return reduce(lambda pair, f: f.jvp(*pair), functions, (x, x_dot))
'''
