"""Takes the better of the two modes."""

EXERCISE = "ps3-best"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = '''
def best_cost(widths):
    L = len(widths) - 1
    forward, reverse = 1, L
    for k in range(2, L + 1):
        forward, reverse = (k, forward), (reverse, L + 1 - k)
    if forward_cost(widths) <= reverse_cost(widths):
        return forward_cost(widths), forward
    return reverse_cost(widths), reverse
'''
