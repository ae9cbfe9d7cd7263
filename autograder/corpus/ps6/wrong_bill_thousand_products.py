"""A whole product for each weight."""

EXERCISE = "ps6-bill"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
predicted_bill = (3, 9, 9000)
"""
