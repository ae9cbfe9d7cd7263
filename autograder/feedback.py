"""Steps of nbgrader's generate_feedback: show nothing that is ours."""

from typing import Any

import nbformat
from nbgrader.preprocessors import ClearHiddenTests, NbGraderPreprocessor

from autograder.autograde import RUBRIC_TAG
from autograder.clear import REGION


class ScrubFeedback(NbGraderPreprocessor):
    """Drop marking schemes, hidden tests and tracebacks of check cells."""

    def preprocess(self, nb: Any, resources: Any) -> Any:
        """Scrub one autograded notebook before it becomes a page."""
        cleaner = ClearHiddenTests()
        cells = []
        for cell in nb.cells:
            if RUBRIC_TAG in cell.metadata.get("tags", []):
                continue
            cleaner._remove_hidden_test_region(cell)
            if cell.metadata.get("nbgrader", {}).get("locked"):
                cell.source = REGION.sub("", cell.source)
                _without_tracebacks(cell)
            cells.append(cell)
        nb.cells = [nbformat.v4.new_markdown_cell(summary(cells)), *cells]
        return nb, resources


def summary(cells: list[Any]) -> str:
    """Points by exercise, each a link: nbgrader's own list has no names."""
    lines = ["**Your points, by exercise**", ""]
    for cell in cells:
        graded = cell.metadata.get("nbgrader", {})
        if graded.get("grade"):
            place = graded["grade_id"]
            name = place.removesuffix("-check")
            score, points = graded.get("score", 0.0), graded["points"]
            waits = graded["solution"] and not score
            unread = ", or not read yet" if waits else ""
            lines.append(
                f"- [{name}](#{place}): {score:g} of {points:g}{unread}"
            )
    return "\n".join(lines)


def _without_tracebacks(cell: Any) -> None:
    """A traceback of a check cell can quote its hidden lines."""
    for output in cell.get("outputs", []):
        if output.output_type == "error":
            output["traceback"] = [f"{output.ename}: {output.evalue}"]
