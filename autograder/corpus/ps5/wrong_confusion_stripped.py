"""Strips the tangents of other levels."""

EXERCISE = "ps5-confusion"
SCORE = 0.5
PASSES_VISIBLE = False
ANSWER = """
class Tagged(Number):
    def parts(self, level):
        return self.primal, self.tangent if self.level == level else 0.0


def derivative(f, x):
    level = next(levels)
    y = f(Tagged(x, 1.0, level))
    return y.parts(level)[1] if isinstance(y, Tagged) else 0.0
"""
