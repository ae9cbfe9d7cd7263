"""Asks the engine, and leaves parts empty."""

EXERCISE = "ps5-confusion"
SCORE = 0.5
PASSES_VISIBLE = False
ANSWER = """
class Tagged(Number):
    def parts(self, level):
        return None


def derivative(f, x):
    from chainrule.forward import jvp

    return jvp(f, (x,), (1.0,))[1]
"""
