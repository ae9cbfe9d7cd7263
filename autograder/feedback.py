"""Steps of nbgrader's generate_feedback: show nothing that is ours."""

from typing import Any

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
        nb.cells = cells
        return nb, resources


def _without_tracebacks(cell: Any) -> None:
    """A traceback of a check cell can quote its hidden lines."""
    for output in cell.get("outputs", []):
        if output.output_type == "error":
            output["traceback"] = [f"{output.ename}: {output.evalue}"]
