"""Difference quotients of gradients, extrapolated."""

from autograder.corpus.quotients import QUOTIENTS

EXERCISE = "ps6-hessian"
SCORE = 0.0
PASSES_VISIBLE = True
ANSWER = (
    QUOTIENTS
    + """

def hessian(f):
    return lambda x: slopes(grad(f), x)
"""
)
