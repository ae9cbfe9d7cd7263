"""Puts the earlier factor on the left."""

EXERCISE = "ps3-multiply"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = '''
def multiply(jacobians, order):
    if not isinstance(order, tuple):
        return jacobians[order - 1]
    late, early = order
    return multiply(jacobians, early) @ multiply(jacobians, late)
'''
