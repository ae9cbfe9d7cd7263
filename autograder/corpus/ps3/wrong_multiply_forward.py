"""Multiplies in forward mode, whatever the order."""

EXERCISE = "ps3-multiply"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = '''
def multiply(jacobians, order):
    product = jacobians[0]
    for J in jacobians[1:]:
        product = J @ product
    return product
'''
