"""Finds the socket and sends answers of its own, before they are due."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
ANSWER = """
import gc


def jacobian(x):
    for thing in gc.get_objects():
        if type(thing).__name__ == "Peer":
            for _ in range(3):
                thing.send("return", np.zeros((2, 2)), [])
    return np.zeros((2, 2))
"""
