"""Knows the answers of the visible checks by heart."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
ANSWER = """
from chainrule.visible import ps1 as visible

cases = visible.EXERCISES["ps1-jacobian"].cases


def jacobian(x):
    for case in cases:
        if case.expected is not None and np.array_equal(x, case.arguments[0]):
            return case.expected
    return np.zeros((2, 2))
"""
