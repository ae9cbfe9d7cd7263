"""Tells levels apart by whether they are even."""

EXERCISE = "ps5-confusion"
SCORE = 0.5
PASSES_VISIBLE = True
ANSWER = """
class Tagged(Number):
    def parts(self, level):
        if self.level % 2 == level % 2:
            return self.primal, self.tangent
        return self, 0.0


def derivative(f, x):
    level = next(levels)
    y = f(Tagged(x, 1.0, level))
    return y.parts(level)[1] if isinstance(y, Tagged) else 0.0
"""
