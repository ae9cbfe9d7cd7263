"""Displays images of many megabytes."""

EXERCISE = "ps1-jacobian"
OUTCOME = "full"
ANSWER = """
import os

from IPython.display import Image, display

for _ in range(6):
    display(Image(data=os.urandom(3_000_000), format="png"))


def jacobian(x):
    return np.array([[x[1] ** 2, 2 * x[0] * x[1]], [x[1], x[0]]])
"""
