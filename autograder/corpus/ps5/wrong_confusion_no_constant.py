"""Expects that the result always moves."""

EXERCISE = "ps5-confusion"
SCORE = 1.5
PASSES_VISIBLE = False
ANSWER = """
class Tagged(Number):
    def parts(self, level):
        if self.level == level:
            return self.primal, self.tangent
        return self, 0.0


def derivative(f, x):
    level = next(levels)
    return f(Tagged(x, 1.0, level)).parts(level)[1]
"""
