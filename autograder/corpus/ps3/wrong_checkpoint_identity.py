"""Returns the cotangent as it came."""

EXERCISE = "ps3-checkpoint"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = '''
def checkpointed_vjp(functions, x, segments):
    y = x
    for f in functions:
        y = f.apply(y)
    return y, lambda y_bar: y_bar
'''
