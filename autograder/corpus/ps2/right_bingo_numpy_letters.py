"""Keys and numbers are of NumPy types."""

EXERCISE = "ps2-bingo"
SCORE = 1.0
ANSWER = """
letters = np.array(list("ABCDEFGHI"))
transposes = dict(zip(letters, np.array([3, 5, 4, 6, 2, 8, 9, 1, 7])))
"""
