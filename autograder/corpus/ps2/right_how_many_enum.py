"""The members of an IntEnum are whole numbers."""

EXERCISE = "ps2-how-many"
SCORE = 1.0
ANSWER = """
from enum import IntEnum


class Products(IntEnum):
    INPUTS = 784
    LOSS = 1
    CLASSES = 10


products_needed = (
    Products.INPUTS,
    Products.LOSS,
    Products.INPUTS,
    Products.CLASSES,
)
"""
