"""Keeps the inputs and builds pullbacks later."""

EXERCISE = "ps2-vjp-chain"
SCORE = 2.0
ANSWER = '''
def vjp_chain(functions, x):
    inputs = []
    for f in functions:
        inputs.append(x)
        x = f.apply(x)

    def pullback(y_bar):
        for f, at in zip(functions[::-1], inputs[::-1]):
            y_bar = f.vjp(at)[1](y_bar)
        return y_bar

    return x, pullback
'''
