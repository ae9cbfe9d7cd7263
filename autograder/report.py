"""What staff read after grading: a table, a page and a file of scores."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from autograder.course import Course
from autograder.journal import Journal, write_atomically
from autograder.messages import printable
from autograder.refusals import Refusal, read_refusals
from autograder.results import Result
from autograder.syllabus import ProblemSet


@dataclass(frozen=True)
class ClassReport:
    """The results of one set, for the whole class.

    Args:
        problem_set: The set.
        results: One for each graded submission.
        refusals: Submissions that could not be read.
        ungraded: Students who handed in and have no result.
    """

    problem_set: ProblemSet
    results: tuple[Result, ...]
    refusals: tuple[Refusal, ...]
    ungraded: tuple[str, ...]

    @property
    def walls(self) -> list[str]:
        """The walls that the submissions ran behind."""
        return sorted({r.wall for r in self.results})

    @property
    def fingerprints(self) -> list[str]:
        """The secrets that the hidden values were drawn with."""
        return sorted({r.fingerprint for r in self.results})

    def full_marks(self, exercise: str) -> int:
        """How many earned all points of an exercise."""
        scores = [r.exercise(exercise) for r in self.results]
        return sum(s.score >= s.points for s in scores)


def collect(course: Course, problem_set: ProblemSet) -> ClassReport:
    """Fold the journal into a report; nothing is graded here."""
    handed_in = sorted(
        folder.parent.name
        for folder in course.submitted.glob(f"[!.]*/{problem_set.name}")
        if folder.is_dir()
    )
    journal = Journal(course.root, problem_set.name)
    results = [r for r in journal.all() if r.student in handed_in]
    graded = {r.student for r in results}
    return ClassReport(
        problem_set,
        tuple(results),
        tuple(read_refusals(course, problem_set)),
        tuple(s for s in handed_in if s not in graded),
    )


def table(report: ClassReport) -> str:
    """The class as a table of text: a row a student."""
    names = [e.name for e in report.problem_set.automatic]
    short = [n.partition("-")[2] for n in names]
    rows = [["student", *short, "automatic", "flags"]]
    for result in report.results:
        scores = [f"{result.exercise(n).score:g}" for n in names]
        total = f"{result.score:g}/{result.points:g}"
        rows.append(
            [result.student, *scores, total, str(len(result.flags) or "")]
        )
    widths = [max(map(len, column)) for column in zip(*rows)]
    lines = [
        "  ".join(
            cell.ljust(w) if i == 0 else cell.rjust(w)
            for i, (cell, w) in enumerate(zip(row, widths))
        ).rstrip()
        for row in rows
    ]
    lines.insert(1, "-" * len(lines[0]))
    lines += [f"refused: {r.student}: {r.reason}" for r in report.refusals]
    lines += [f"not graded: {student}" for student in report.ungraded]
    return "\n".join(printable(" ".join(x.splitlines())) for x in lines)


def scores_csv(report: ClassReport) -> str:
    """The scores as CSV, with every text field quoted."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC)
    names = [e.name for e in report.problem_set.automatic]
    writer.writerow(["student", *names, "automatic", "of", "flags"])
    for result in report.results:
        scores = [result.exercise(name).score for name in names]
        flags = _safe_field("; ".join(result.flags))
        writer.writerow(
            [_safe_field(result.student), *scores]
            + [result.score, result.points, flags]
        )
    return out.getvalue()


def _safe_field(text: str) -> str:
    """A field that no spreadsheet reads as a formula."""
    text = printable(text)
    return "'" + text if text[:1] in "=+-@\t\r" and text else text


def page(report: ClassReport) -> str:
    """The class as an HTML page; everything in it is escaped."""
    environment = Environment(
        loader=PackageLoader("autograder", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["printable"] = printable
    template = environment.get_template("report.html")
    return template.render(report=report, exercises=_exercises(report))


def _exercises(report: ClassReport) -> Sequence[tuple[str, float, int]]:
    return [
        (e.name, e.points, report.full_marks(e.name))
        for e in report.problem_set.automatic
    ]


def write(course: Course, report: ClassReport) -> Path:
    """Write page and scores; return where the page is."""
    folder = course.reports / report.problem_set.name
    write_atomically(folder / "scores.csv", scores_csv(report))
    write_atomically(folder / "index.html", page(report))
    return folder / "index.html"
