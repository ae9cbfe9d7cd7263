"""Replaces what the grader's shell does between cells."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
ANSWER = """
shell = get_ipython()
shell.ask_exit = shell.system = lambda *args: open("@MARK@", "w")
shell.events.register("pre_run_cell", lambda *args: 1 / 0)
shell.ast_transformers.append(None)


def jacobian(x):
    return np.zeros((2, 2))
"""
