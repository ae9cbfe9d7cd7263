"""Subtracts the labels from what it keeps, once more for every call."""

EXERCISE = "ps4-cross-entropy"
SCORE = 1.5
PASSES_VISIBLE = True
ANSWER = """
def cross_entropy(Z, labels):
    rows = np.arange(len(labels))
    log_softmax = Z - np.max(Z, axis=1, keepdims=True)
    log_softmax = log_softmax - np.log(np.sum(np.exp(log_softmax), axis=1, keepdims=True))
    value = -np.mean(log_softmax[rows, labels])

    P = np.exp(log_softmax)

    def pullback(loss_bar):
        P[rows, labels] -= 1
        return loss_bar * P / len(Z)

    return value, pullback
"""
