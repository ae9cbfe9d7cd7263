"""Takes the numbers as Python indices."""

EXERCISE = "ps3-multiply"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = '''
def multiply(jacobians, order):
    if not isinstance(order, tuple):
        return jacobians[order - 2]
    late, early = order
    return multiply(jacobians, late) @ multiply(jacobians, early)
'''
