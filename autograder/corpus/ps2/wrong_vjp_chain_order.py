"""Runs the pullbacks in the order of the program."""

EXERCISE = "ps2-vjp-chain"
SCORE = 0.5
PASSES_VISIBLE = False
ANSWER = '''
def vjp_chain(functions, x):
    pulls = []
    for f in functions:
        x, pull = f.vjp(x)
        pulls.append(pull)

    def pullback(y_bar):
        for pull in pulls:
            y_bar = pull(y_bar)
        return y_bar

    return x, pullback
'''
