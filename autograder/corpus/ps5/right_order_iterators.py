"""Keeps a stack of half-used iterators in place of calls."""

EXERCISE = "ps5-order"
SCORE = 3.0
ANSWER = """
def order(nodes):
    done, finished = set(), []
    for start in nodes:
        if start in done:
            continue
        done.add(start)
        stack = [(start, iter(start.parents))]
        while stack:
            node, parents = stack[-1]
            for parent in parents:
                if parent not in done:
                    done.add(parent)
                    stack.append((parent, iter(parent.parents)))
                    break
            else:
                finished.append(node)
                stack.pop()
    finished.reverse()
    return finished
"""
