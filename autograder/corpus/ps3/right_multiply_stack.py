"""Works with a stack, without recursion."""

EXERCISE = "ps3-multiply"
SCORE = 2.0
ANSWER = '''
def multiply(jacobians, order):
    todo, done = [order], []
    while todo:
        item = todo.pop()
        if item is None:
            early, late = done.pop(), done.pop()
            done.append(np.dot(late, early))
        elif not isinstance(item, (tuple, list)):
            done.append(jacobians[item - 1])
        else:
            todo += [None, item[1], item[0]]
    return done[0]
'''
