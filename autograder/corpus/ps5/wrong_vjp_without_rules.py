"""Pulls back by difference quotients; the value is right."""

from autograder.corpus.quotients import QUOTIENTS

EXERCISE = "ps5-vjp"
SCORE = 0.5
PASSES_VISIBLE = False
ANSWER = (
    QUOTIENTS
    + """

def vjp(f, *primals):
    def pullback(y_bar):
        def dotted(xs):
            pairs = zip(leaves_of(y_bar), leaves_of(f(*xs)))
            return sum(np.sum(np.asarray(b) * y) for b, y in pairs)

        return slopes(dotted, primals)

    return f(*primals), pullback
"""
)
