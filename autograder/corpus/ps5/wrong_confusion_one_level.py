"""One level for all derivatives."""

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
    y = f(Tagged(x, 1.0, 1))
    return y.parts(1)[1] if isinstance(y, Tagged) else 0.0
"""
