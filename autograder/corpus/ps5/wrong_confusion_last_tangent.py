"""The result's tangent is taken for its own."""

EXERCISE = "ps5-confusion"
SCORE = 0.5
PASSES_VISIBLE = False
ANSWER = """
class Tagged(Number):
    def parts(self, level):
        if self.level == level:
            return self.primal, self.tangent
        return self, 0.0


def derivative(f, x):
    y = f(Tagged(x, 1.0, next(levels)))
    return y.tangent if isinstance(y, Tagged) else 0.0
"""
