"""Uses its pullbacks up."""

EXERCISE = "ps2-vjp-chain"
SCORE = 1.5
PASSES_VISIBLE = False
ANSWER = '''
def vjp_chain(functions, x):
    pulls = []
    for f in functions:
        x, pull = f.vjp(x)
        pulls.append(pull)

    def pullback(y_bar):
        while pulls:
            y_bar = pulls.pop()(y_bar)
        return y_bar

    return x, pullback
'''
