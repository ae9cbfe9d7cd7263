"""Adds up the rows."""

EXERCISE = "ps4-cross-entropy"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def cross_entropy(Z, labels):
    rows = np.arange(len(labels))
    log_softmax = Z - np.max(Z, axis=1, keepdims=True)
    log_softmax = log_softmax - np.log(np.sum(np.exp(log_softmax), axis=1, keepdims=True))
    value = -np.sum(log_softmax[rows, labels])

    def pullback(loss_bar):
        bar = np.exp(log_softmax)
        bar[rows, labels] -= 1
        return loss_bar * bar

    return value, pullback
"""
