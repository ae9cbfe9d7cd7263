"""A difference quotient of gradients, extrapolated."""

from autograder.corpus.quotients import QUOTIENTS

EXERCISE = "ps6-hvp"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = (
    QUOTIENTS
    + """

def hvp(f, primals, tangents):
    (x,), (x_dot,) = primals, tangents
    pairs = list(zip(leaves_of(x), leaves_of(x_dot)))

    def along(h):
        moved = rebuilt(x, iter([a + h * d for a, d in pairs]))
        return np.concatenate(list(map(np.ravel, leaves_of(grad(f)(moved)))))

    sizes = np.cumsum([np.size(a) for a, _ in pairs])[:-1]
    parts = np.split(slope_at_0(along), sizes)
    shapes = [np.shape(a) for a, _ in pairs]
    return rebuilt(x, iter(map(np.reshape, parts, shapes)))
"""
)
