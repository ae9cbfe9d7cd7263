"""Leaves Python in an answer cell, in all the usual ways."""

EXERCISE = "ps1-jacobian"
OUTCOME = "full"
ANSWER = """
def jacobian(x):
    return np.array([[x[1] ** 2, 2 * x[0] * x[1]], [x[1], x[0]]])


import sys

exit()
quit()
sys.exit(3)
"""
