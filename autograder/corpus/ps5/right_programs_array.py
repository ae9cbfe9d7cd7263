"""An array, with nan from infinity times 0."""

EXERCISE = "ps5-programs"
SCORE = 2.0
ANSWER = """
with np.errstate(invalid="ignore"):
    nothing = np.inf * np.zeros(())
predicted_slopes = np.array([0.5, 0, 1, nothing, 0, nothing])
"""
