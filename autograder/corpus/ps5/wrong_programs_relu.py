"""The same slope for one function, whatever the program."""

EXERCISE = "ps5-programs"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
predicted_slopes = 0.5, 0.5, 0.5, 0.5, 1, 0
"""
