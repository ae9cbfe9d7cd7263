"""Keeps all pullbacks in one list for all chains."""

EXERCISE = "ps2-vjp-chain"
SCORE = 1.5
PASSES_VISIBLE = True
ANSWER = '''
def vjp_chain(functions, x, kept=[]):
    kept.clear()
    for f in functions:
        x, pull = f.vjp(x)
        kept.append(pull)

    def pullback(y_bar):
        for pull in reversed(kept):
            y_bar = pull(y_bar)
        return y_bar

    return x, pullback
'''
