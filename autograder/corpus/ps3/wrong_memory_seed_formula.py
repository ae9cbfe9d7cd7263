"""Uses the formula from the text."""

EXERCISE = "ps3-memory"
SCORE = 1.5
PASSES_VISIBLE = False
ANSWER = '''
def forward_memory(widths, model):
    if model == "vectors":
        return 2 * max(widths)
    if model != "dense":
        raise ValueError(model)
    d = widths
    largest = max(a * b for a, b in zip(d, d[1:]))
    return (d[0] + 1) * max(d) + largest
'''
