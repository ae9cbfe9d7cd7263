"""Never returns, and catches whatever is raised in it."""

EXERCISE = "ps1-jacobian"
OUTCOME = "stop"
SAYS = ("did not return within",)
ANSWER = """
def jacobian(x):
    while True:
        try:
            while True:
                pass
        except BaseException:
            continue
"""
