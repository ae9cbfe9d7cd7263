"""Subtracts one maximum for all rows."""

EXERCISE = "ps4-cross-entropy"
SCORE = 2.0
PASSES_VISIBLE = True
ANSWER = """
def cross_entropy(Z, labels):
    rows = np.arange(len(labels))
    log_softmax = Z - np.max(Z)
    log_softmax = log_softmax - np.log(np.sum(np.exp(log_softmax), axis=1, keepdims=True))

    def pullback(loss_bar):
        bar = np.exp(log_softmax)
        bar[rows, labels] -= 1
        return loss_bar * bar / len(Z)

    return -np.mean(log_softmax[rows, labels]), pullback
"""
