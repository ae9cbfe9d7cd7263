"""Refuses a chain of one."""

EXERCISE = "ps3-multiply"
SCORE = 0.0
PASSES_VISIBLE = True
ANSWER = '''
def multiply(jacobians, order):
    late, early = order
    if isinstance(late, tuple):
        late = multiply(jacobians, late)
    else:
        late = jacobians[late - 1]
    if isinstance(early, tuple):
        early = multiply(jacobians, early)
    else:
        early = jacobians[early - 1]
    return late @ early
'''
