"""Returns the tangent first."""

EXERCISE = "ps5-confusion"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
class Tagged(Number):
    def parts(self, level):
        if self.level == level:
            return self.tangent, self.primal
        return self, 0.0


def derivative(f, x):
    level = next(levels)
    y = f(Tagged(x, 1.0, level))
    return y.parts(level)[0] if isinstance(y, Tagged) else 0.0
"""
