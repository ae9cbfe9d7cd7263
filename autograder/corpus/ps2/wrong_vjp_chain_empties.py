"""Takes the functions out of the caller's list."""

EXERCISE = "ps2-vjp-chain"
SCORE = 1.5
PASSES_VISIBLE = True
ANSWER = '''
def vjp_chain(functions, x):
    pullbacks = []
    while functions:
        x, pull = functions.pop(0).vjp(x)
        pullbacks.append(pull)

    def pullback(y_bar):
        for pull in reversed(pullbacks):
            y_bar = pull(y_bar)
        return y_bar

    return x, pullback
'''
