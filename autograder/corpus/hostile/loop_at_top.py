"""Never ends, in an answer cell."""

EXERCISE = "ps1-jacobian"
OUTCOME = "stop"
FLAGS = ("did not end",)
ANSWER = """
while True:
    pass
"""
