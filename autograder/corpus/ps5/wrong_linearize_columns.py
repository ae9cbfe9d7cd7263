"""The same, for any tree of outputs."""

EXERCISE = "ps5-linearize"
SCORE = 1.5
PASSES_VISIBLE = True
ANSWER = """
def linearize(f, *primals):
    pairs = [jvp(f, primals, e) for e in sum(basis(primals), [])]
    columns = [flatten(y_dot)[0] for _, y_dot in pairs]
    structure = flatten(pairs[0][1])[1]

    def f_jvp(*tangents):
        entries = [t for leaf in flatten(tangents)[0] for t in np.ravel(leaf)]
        parts = [
            sum(t * column for t, column in zip(entries, leaves))
            for leaves in zip(*columns)
        ]
        return unflatten(structure, parts)

    return pairs[0][0], f_jvp
"""
