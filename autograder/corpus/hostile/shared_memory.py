"""Fills shared memory, which the limit on data does not see."""

EXERCISE = "ps1-jacobian"
OUTCOME = "stop"
NAMESPACES = True
ANSWER = """
import mmap


def jacobian(x):
    kept = []
    for _ in range(24):
        kept.append(mmap.mmap(-1, 1 << 28))
        kept[-1].write(b"x" * (1 << 28))
    return np.zeros((2, 2))
"""
