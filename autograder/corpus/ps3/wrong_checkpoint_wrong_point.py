"""Pulls a whole segment back at the segment's input."""

EXERCISE = "ps3-checkpoint"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = '''
def checkpointed_vjp(functions, x, segments):
    size = len(functions) // segments
    pieces = [functions[k : k + size] for k in range(0, len(functions), size)]
    stored = []
    for piece in pieces[:-1]:
        stored.append([x])
        for f in piece:
            x = f.apply(x)
    stored.append([x])
    for f in pieces[-1][:-1]:
        stored[-1].append(f.apply(stored[-1][-1]))
    y = functions[-1].apply(stored[-1][-1])

    def pullback(y_bar):
        for piece in reversed(pieces):
            inputs = stored.pop()
            for f in piece[len(inputs) - 1 : -1]:
                inputs.append(f.apply(inputs[-1]))
            for f in reversed(piece):
                y_bar = f.vjp(inputs[0])[1](y_bar)
        return y_bar

    return y, pullback
'''
