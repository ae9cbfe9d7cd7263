"""A lambda in the loop sees the last function only."""

EXERCISE = "ps2-vjp-chain"
SCORE = 0.5
PASSES_VISIBLE = False
ANSWER = '''
def vjp_chain(functions, x):
    pulls = []
    for f in functions:
        x, pull = f.vjp(x)
        pulls.append(lambda u: pull(u))

    def pullback(y_bar):
        for p in reversed(pulls):
            y_bar = p(y_bar)
        return y_bar

    return x, pullback
'''
