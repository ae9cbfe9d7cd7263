"""Multiplies once to look and once to return."""

EXERCISE = "ps3-multiply"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = '''
def multiply(jacobians, order):
    if not isinstance(order, tuple):
        return jacobians[order - 1]
    late, early = order
    multiply(jacobians, late) @ multiply(jacobians, early)
    return multiply(jacobians, late) @ multiply(jacobians, early)
'''
