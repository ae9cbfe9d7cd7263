"""One run for each entry of the input, kept as columns."""

EXERCISE = "ps5-linearize"
SCORE = 0.5
PASSES_VISIBLE = False
ANSWER = """
def linearize(f, *primals):
    pairs = [jvp(f, primals, e) for e in sum(basis(primals), [])]
    shape = np.shape(pairs[0][1])
    J = np.stack([y_dot for _, y_dot in pairs], axis=-1)

    def f_jvp(*tangents):
        flat = [np.ravel(t) for t in flatten(tangents)[0]]
        return np.reshape(J @ np.concatenate(flat), shape)

    return pairs[0][0], f_jvp
"""
