"""Adds a tiny number before the logarithm."""

EXERCISE = "ps4-cross-entropy"
SCORE = 2.0
PASSES_VISIBLE = True
ANSWER = """
def cross_entropy(Z, labels):
    rows = np.arange(len(labels))
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = E / E.sum(axis=1, keepdims=True)

    def pullback(loss_bar):
        bar = P.copy()
        bar[rows, labels] -= 1
        return loss_bar * bar / len(Z)

    return -np.mean(np.log(np.maximum(P[rows, labels], 1e-12))), pullback
"""
