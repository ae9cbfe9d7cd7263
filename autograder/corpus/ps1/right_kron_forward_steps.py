"""Forward differences with step 1, exact for a linear map."""

EXERCISE = "ps1-kron"
SCORE = 2.0
ANSWER = """
def weights_jacobian(x, W):
    columns = []
    for index in np.ndindex(W.shape):
        moved = W.copy()
        moved[index] += 1
        columns.append(x @ moved - x @ W)
    return np.stack(columns, axis=1)
"""
