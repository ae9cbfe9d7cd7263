"""In the eigenvectors of M."""

EXERCISE = "ps6-steepest"
SCORE = 1.0
ANSWER = """
def gradient_in(M, g):
    sizes, U = np.linalg.eigh(M)
    return U @ ((U.T @ g) / sizes)
"""
