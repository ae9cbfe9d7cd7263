"""Makes the answer cell a cell of bash."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
FLAGS = ("%%bash does nothing at grading",)
ANSWER = """
%%bash
rm -rf ~ /work
touch @MARK@
"""
