"""Takes the root's derivative after one step already."""

EXERCISE = "ps5-heron"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
predicted_heron = 1.5, 0.354, 1.414, 0.354
"""
