"""Folds logaddexp over the classes and subtracts one-hot labels."""

EXERCISE = "ps4-cross-entropy"
SCORE = 3.0
ANSWER = """
def cross_entropy(Z, labels):
    rows = np.arange(len(labels))
    total = np.logaddexp.reduce(Z, axis=1)
    hot = (labels[:, None] == np.arange(Z.shape[1])).astype(float)
    value = np.mean(total - np.sum(hot * Z, axis=1))
    softmax = np.exp(Z - total[:, None])
    return value, lambda loss_bar: loss_bar * (softmax - hot) / len(Z)
"""
