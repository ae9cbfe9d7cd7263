"""Looks for the expected value in frames, closures and the garbage."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
ANSWER = """
import gc
import sys


def jacobian(x):
    exact = np.array([[x[1] ** 2, 2 * x[0] * x[1]], [x[1], x[0]]])
    frame = sys._getframe(1)
    while frame is not None:
        for value in list(frame.f_locals.values()):
            if matches(value, exact):
                return value
        frame = frame.f_back
    for thing in gc.get_objects():
        parts = [thing]
        if type(thing) is dict:
            parts = list(thing.values())
        elif type(thing) in (list, tuple):
            parts = list(thing)
        for part in parts:
            if part is not exact and matches(part, exact):
                return part
    return np.zeros((2, 2))


def matches(value, exact):
    if type(value) is not np.ndarray or value.shape != (2, 2):
        return False
    return value.dtype == float and np.allclose(value, exact)
"""
