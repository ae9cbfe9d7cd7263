"""Orders what each output rests on by itself, the last output first."""

EXERCISE = "ps5-order"
SCORE = 1.0
PASSES_VISIBLE = True
ANSWER = """
def order(nodes):
    ordered, seen = [], set()
    for start in reversed(nodes):
        finished = []
        stack = [(start, False)]
        while stack:
            node, done = stack.pop()
            if done:
                finished.append(node)
            elif node not in seen:
                seen.add(node)
                stack.append((node, True))
                stack += [(parent, False) for parent in node.parents]
        ordered += finished[::-1]
    return ordered
"""
