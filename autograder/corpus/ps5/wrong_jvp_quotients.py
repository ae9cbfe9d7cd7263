"""Difference quotients along the tangent, extrapolated."""

from autograder.corpus.quotients import QUOTIENTS

EXERCISE = "ps5-jvp"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = (
    QUOTIENTS
    + """

def jvp(f, primals, tangents):
    require_tuples(primals=primals, tangents=tangents)
    x_dots = matched(tangents, primals, "tangent", "primal")
    y = f(*primals)

    def along(h):
        moved = [x + h * d for x, d in zip(leaves_of(primals), x_dots)]
        ys = leaves_of(f(*rebuilt(primals, iter(moved))))
        return np.concatenate([np.ravel(y) for y in ys])

    sizes = [np.size(leaf) for leaf in leaves_of(y)]
    parts = np.split(slope_at_0(along), np.cumsum(sizes)[:-1])
    shapes = map(np.shape, leaves_of(y))
    return y, rebuilt(y, iter(map(np.reshape, parts, shapes)))
"""
)
