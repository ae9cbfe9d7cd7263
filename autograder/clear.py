"""Replace solutions by stubs: one rule for notebook cells and modules."""

import re

from nbformat.notebooknode import NotebookNode
from nbformat.v4 import new_code_cell
from nbgrader.preprocessors import ClearSolutions

MARKER = re.compile(r"### BEGIN SOLUTION ([a-z0-9-]+)\s*$", re.MULTILINE)
REGION = re.compile(
    r"^[^\S\n]*### BEGIN SOLUTION (?P<name>\S+)[^\S\n]*\n"
    r"(?P<body>.*?)"
    r"^[^\S\n]*### END SOLUTION[^\S\n]*\n?",
    re.MULTILINE | re.DOTALL,
)
WRITE = "replace this statement by your answer"
WRITE_HERE = "Write your answer here, in place of this line."


class SolutionError(RuntimeError):
    """A solution region cannot be turned into a stub."""


class ClearNamedSolutions(ClearSolutions):
    """nbgrader's rule, with the exercise named in each stub."""

    def _replace_solution_region(
        self, cell: NotebookNode, language: str
    ) -> bool:
        begins = cell.source.count("BEGIN SOLUTION")
        names = MARKER.findall(cell.source)
        if begins != len(names):
            raise SolutionError(
                "every BEGIN SOLUTION must end in the exercise's name, for "
                "example '### BEGIN SOLUTION ps1-jacobian'; the cell begins "
                f"with {cell.source[:60]!r}"
            )
        self.text_stub = WRITE_HERE
        replaced = False
        for name in names:
            self.code_stub = {"python": stub(name)}
            replaced |= self._replace_first(cell, language)
        return replaced

    def _replace_first(self, cell: NotebookNode, language: str) -> bool:
        """Apply nbgrader's rule to the first region only."""
        region = REGION.search(cell.source)
        if region is None:
            return bool(super()._replace_solution_region(cell, language))
        part = cell.copy()
        part.source = cell.source[: region.end()].rstrip("\n")
        super()._replace_solution_region(part, language)
        rest = cell.source[region.end() :]
        cell.source = part.source + ("\n" + rest if rest else "")
        return True


def stub(name: str) -> str:
    """The line that stands for an unwritten answer."""
    return f'raise NotImplementedError(\n    "{name}: {WRITE}"\n)'


def clear_module(text: str) -> str:
    """Turn a solved module into the one that students fill in.

    The text passes through the same rule as a notebook cell.
    """
    cell = new_code_cell(text)
    cell.metadata["nbgrader"] = {"solution": True}
    ClearNamedSolutions()._replace_solution_region(cell, "python")
    return str(cell.source)


def reference_module(text: str) -> str:
    """Turn a solved module into a reference: the markers are dropped."""
    return "".join(
        line
        for line in text.splitlines(keepends=True)
        if "### BEGIN SOLUTION" not in line and "### END SOLUTION" not in line
    )


def solution_lines(text: str, shortest: int = 13) -> list[str]:
    """The lines of all solution regions that are long enough to tell."""
    lines = []
    for region in REGION.finditer(text):
        for line in region["body"].splitlines():
            line = line.strip().removeprefix("# ").strip()
            if len(line) >= shortest:
                lines.append(line)
    return lines
