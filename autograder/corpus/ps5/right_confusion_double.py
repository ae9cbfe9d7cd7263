"""Pushes a tangent of two, on a level far above."""

EXERCISE = "ps5-confusion"
SCORE = 2.0
ANSWER = """
class Tagged(Number):
    def parts(self, level):
        moves = self.level == level
        return (self.primal if moves else self), (moves and self.tangent)


def derivative(f, x):
    level = max(next(levels) for _ in range(3))
    _, y_dot = (f(Tagged(x, 2.0, level)) + Tagged(0.0, 0.0, level)).parts(
        level
    )
    return y_dot * 0.5
"""
