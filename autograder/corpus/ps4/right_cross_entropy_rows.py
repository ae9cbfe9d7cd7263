"""Row by row, with differences to the label."""

EXERCISE = "ps4-cross-entropy"
SCORE = 3.0
ANSWER = """
def cross_entropy(Z, labels):
    values, slopes = [], []
    for z, t in zip(Z, labels):
        d = z - z[t]
        top = d.max()
        weights = np.exp(d - top)
        values.append(top + np.log(weights.sum()))
        p = weights / weights.sum()
        p[t] -= 1
        slopes.append(p)
    slopes = np.array(slopes) / len(Z)
    return sum(values) / len(Z), lambda loss_bar: slopes * loss_bar
"""
