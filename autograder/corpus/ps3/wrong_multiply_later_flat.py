"""Multiplies a nested right factor from the left end."""

EXERCISE = "ps3-multiply"
SCORE = 1.0
PASSES_VISIBLE = True
ANSWER = '''
def multiply(jacobians, order):
    if not isinstance(order, tuple):
        return jacobians[order - 1]
    late, early = order
    product = multiply(jacobians, late)
    if isinstance(early, tuple) and isinstance(late, tuple):
        return product @ multiply(jacobians, early[0]) @ multiply(jacobians, early[1])
    return product @ multiply(jacobians, early)
'''
