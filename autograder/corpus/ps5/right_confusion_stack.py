"""Levels are depths: an inner derivative is one deeper."""

EXERCISE = "ps5-confusion"
SCORE = 2.0
ANSWER = """
depth = [0]


class Tagged(Number):
    def parts(self, level):
        if self.level < level:
            return self, 0.0
        return self.primal, self.tangent


def derivative(f, x):
    depth[0] += 1
    try:
        y = f(Tagged(x, 1.0, depth[0]))
        own = getattr(y, "level", 0) == depth[0]
        return y.tangent if own else 0.0
    finally:
        depth[0] -= 1
"""
