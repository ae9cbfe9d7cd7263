"""Keeps the arguments of one exercise, and raises them in the next."""

from autograder.corpus.hostile._files import set_answer

EXERCISE = "ps1-kron"
OUTCOME = "zero"
ABSENT = ("HIDDEN-ARGUMENT",)
ANSWER = """
def weights_jacobian(x, W):
    if kept:
        raise ValueError(f"HIDDEN-ARGUMENT {kept}")
    return np.kron(x[None], np.eye(W.shape[1]))
"""


def change(folder):
    set_answer(folder, "ps1-jacobian", KEEPS)


KEEPS = """
kept = []


def jacobian(x):
    if list(x) not in ([3.0, 4.0], [-1.0, 2.0]):
        kept.append(list(x))
    return np.array([[x[1] ** 2, 2 * x[0] * x[1]], [x[1], x[0]]])
"""
