"""Writes the arguments of hidden cases into names of types and shapes."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
SAYS = ("the call raised an error", "has shape (...)")
ABSENT = ("HIDDEN_ARGUMENT", "54321")
ANSWER = """
SHOWN = ([3.0, 4.0], [-1.0, 2.0])
calls = []


def jacobian(x):
    if list(x) in SHOWN:
        return np.array([[x[1] ** 2, 2 * x[0] * x[1]], [x[1], x[0]]])
    calls.append(x)
    if len(calls) == 1:
        return np.zeros((0, 54321, *(int(abs(entry) * 1e6) for entry in x)))
    digits = "".join(c if c.isdigit() else "_" for c in str(list(x)))
    raise type("HIDDEN_ARGUMENT" + digits, (Exception,), {})
"""
