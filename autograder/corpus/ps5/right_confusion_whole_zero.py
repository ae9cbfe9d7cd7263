"""The derivative of a constant is the whole number 0."""

EXERCISE = "ps5-confusion"
SCORE = 2.0
ANSWER = """
class Tagged(Number):
    def parts(self, level):
        return (self, 0) if self.level < level else (self.primal, self.tangent)


def derivative(f, x):
    level = next(levels)
    y = f(Tagged(x, 1.0, level))
    return y.parts(level)[1] if getattr(y, "level", 0) == level else 0
"""
