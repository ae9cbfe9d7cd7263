"""Fills every folder that it may write to, up to half a gigabyte each."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
NAMESPACES = True
ANSWER = """
import os


def jacobian(x):
    for folder in (".", "..", "/tmp", "/dev/shm", "/dev", "/work/home"):
        written = 0
        try:
            for number in range(32):
                path = os.path.join(folder, f"full-{number}")
                with open(path, "wb") as file:
                    written += file.write(bytes(16 << 20))
        except OSError:
            pass
        if written > 100 << 20:
            return np.array([[x[1] ** 2, 2 * x[0] * x[1]], [x[1], x[0]]])
    return np.zeros((2, 2))
"""
