"""Difference quotients, extrapolated; no rule is applied."""

from autograder.corpus.quotients import QUOTIENTS

EXERCISE = "ps5-grad"
SCORE = 0.5
PASSES_VISIBLE = True
ANSWER = (
    QUOTIENTS
    + """

def grad(f, argnums=0):
    return lambda *xs, **keywords: value_and_grad(f, argnums)(
        *xs, **keywords
    )[1]


def value_and_grad(f, argnums=0):
    def evaluate(*xs, **keywords):
        y = f(*xs, **keywords)
        require_number(y)
        return y, of_arguments(f, argnums, xs, keywords)

    return evaluate
"""
)
