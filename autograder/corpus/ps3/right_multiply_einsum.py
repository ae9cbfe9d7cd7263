"""Sums over the shared index by name."""

EXERCISE = "ps3-multiply"
SCORE = 2.0
ANSWER = '''
def multiply(jacobians, order):
    if not isinstance(order, tuple):
        return jacobians[order - 1]
    late, early = order
    left, right = multiply(jacobians, late), multiply(jacobians, early)
    return np.einsum('ij,jk->ik', left, right)
'''
