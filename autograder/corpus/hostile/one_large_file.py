"""Writes one file of a gigabyte, with a hole in it as well."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
ANSWER = """
import os


def jacobian(x):
    try:
        with open("large", "wb") as file:
            file.truncate(1 << 40)
            return np.array([[x[1] ** 2, 2 * x[0] * x[1]], [x[1], x[0]]])
    except OSError:
        pass
    try:
        with open("large", "wb") as file:
            for _ in range(64):
                file.write(bytes(16 << 20))
    except OSError:
        return np.zeros((2, 2))
    return np.array([[x[1] ** 2, 2 * x[0] * x[1]], [x[1], x[0]]])
"""
