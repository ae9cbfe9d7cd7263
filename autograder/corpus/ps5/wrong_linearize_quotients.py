"""Columns by difference quotients; f runs again and again."""

from autograder.corpus.quotients import QUOTIENTS

EXERCISE = "ps5-linearize"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = (
    QUOTIENTS
    + """

def linearize(f, *primals):
    y = f(*primals)
    jacobians = [
        leaves_of(slopes(lambda xs: leaves_of(f(*xs))[k], primals))
        for k in range(len(leaves_of(y)))
    ]

    def f_jvp(*tangents):
        x_dots = leaves_of(tangents)
        y_dots = [
            sum(
                np.tensordot(J, np.asarray(x_dot, float), np.ndim(x_dot))
                for J, x_dot in zip(row, x_dots)
            )
            for row in jacobians
        ]
        return rebuilt(y, iter(y_dots))

    return y, f_jvp
"""
)
