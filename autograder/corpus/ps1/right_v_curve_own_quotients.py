"""Own quotients, all steps in one table."""

EXERCISE = "ps1-v-curve"
SCORE = 2.0
ANSWER = """
def v_curve(f, df, x, v, steps, method):
    def quotient(h):
        if method == "complex":
            return f(x + 1j * h * v).imag / h
        if method == "central":
            return (f(x + h * v) - f(x - h * v)) / h / 2
        return (f(x + h * v) - f(x)) / h

    table = np.array([quotient(h.item()) for h in steps])
    return np.abs(table - df(x, v)).max(axis=1)
"""
