"""What a person reads about a result: escaped, and within bounds."""

import html

from autograder.results import ExerciseResult

LONGEST = 4000


def result_html(exercise: ExerciseResult) -> str:
    """A result as HTML: points, then a line for each criterion.

    Everything that student code had a hand in is escaped and cut.
    """
    lines = "\n".join(printable(line) for line in exercise.lines())
    return (
        f"<strong>{exercise.name}: {exercise.score:g} of "
        f"{exercise.points:g} points</strong>"
        f"<pre>{html.escape(lines[:LONGEST])}</pre>"
    )


def printable(text: str) -> str:
    """Text without control characters, terminal codes or odd spaces."""
    return "".join(
        c if c in "\n" or c.isprintable() else "\N{REPLACEMENT CHARACTER}"
        for c in text
    )
