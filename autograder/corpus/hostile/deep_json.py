"""Is nested deeper than a parser goes."""

from autograder.corpus.hostile._files import notebook

OUTCOME = "reject"
SAYS = ("is not a whole notebook",)


def change(folder):
    notebook(folder).write_text("[" * 100_000 + "]" * 100_000)
