"""Built by dict."""

EXERCISE = "ps6-outcomes"
SCORE = 2.0
ANSWER = """
predicted_outcomes = dict.fromkeys("ACEGI", "raises")
predicted_outcomes |= dict.fromkeys("DFH", "lies")
predicted_outcomes |= dict.fromkeys("BJ", "works")
"""
