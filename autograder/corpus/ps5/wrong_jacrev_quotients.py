"""Difference quotients, extrapolated; no rule is applied."""

from autograder.corpus.quotients import QUOTIENTS

EXERCISE = "ps5-jacrev"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = (
    QUOTIENTS
    + """

def jacrev(f, argnums=0):
    return lambda *xs, **keywords: of_arguments(f, argnums, xs, keywords)
"""
)
