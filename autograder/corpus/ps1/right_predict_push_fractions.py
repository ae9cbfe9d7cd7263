"""Exact fractions, in a deque."""

EXERCISE = "ps1-predict-push"
SCORE = 1.0
ANSWER = """
from collections import deque
from fractions import Fraction

predicted_change = deque([Fraction(16 + 48, 100), Fraction(4 + 6, 100)])
"""
