"""Root mean square error, own quotients."""

EXERCISE = "ps1-v-curve"
SCORE = 2.0
ANSWER = """
def v_curve(f, df, x, v, steps, method):
    exact = df(x.astype(float), v.astype(float))

    def quotient(h):
        if method == "complex":
            return f(x + 1j * h * v).imag / h
        if method == "central":
            return (f(x + h * v) - f(x - h * v)) / h / 2
        return (f(x + h * v) - f(x)) / h

    return np.array(
        [np.sqrt(np.mean((quotient(h.item()) - exact) ** 2)) for h in steps]
    )
"""
