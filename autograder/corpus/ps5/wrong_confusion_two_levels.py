"""Two levels that take turns: too few for three."""

EXERCISE = "ps5-confusion"
SCORE = 0.5
PASSES_VISIBLE = True
ANSWER = """
class Tagged(Number):
    def parts(self, level):
        if self.level == level:
            return self.primal, self.tangent
        return self, 0.0


def derivative(f, x):
    level = min(len(running) + 1, 2)
    running.append(level)
    try:
        y = f(Tagged(x, 1.0, level))
        return y.parts(level)[1] if isinstance(y, Tagged) else 0.0
    finally:
        running.pop()


running = []
"""
