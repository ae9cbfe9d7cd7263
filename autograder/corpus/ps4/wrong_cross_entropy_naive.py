"""Takes the exponential of large logits."""

EXERCISE = "ps4-cross-entropy"
SCORE = 2.0
PASSES_VISIBLE = False
ANSWER = """
def cross_entropy(Z, labels):
    rows = np.arange(len(labels))
    E = np.exp(Z)
    P = E / E.sum(axis=1, keepdims=True)

    def pullback(loss_bar):
        bar = P.copy()
        bar[rows, labels] -= 1
        return loss_bar * bar / len(Z)

    return -np.mean(np.log(P[rows, labels])), pullback
"""
