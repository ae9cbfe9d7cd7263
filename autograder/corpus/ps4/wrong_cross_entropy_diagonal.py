"""Multiplies by the diagonal of the softmax Jacobian only."""

EXERCISE = "ps4-cross-entropy"
SCORE = 0.5
PASSES_VISIBLE = False
ANSWER = """
def cross_entropy(Z, labels):
    rows = np.arange(len(labels))
    log_softmax = Z - np.max(Z, axis=1, keepdims=True)
    log_softmax = log_softmax - np.log(np.sum(np.exp(log_softmax), axis=1, keepdims=True))
    value = -np.mean(log_softmax[rows, labels])

    P = np.exp(log_softmax)

    def pullback(loss_bar):
        P_bar = np.zeros_like(P)
        P_bar[rows, labels] = -loss_bar / len(Z) / P[rows, labels]
        return P * (1 - P) * P_bar

    return value, pullback
"""
