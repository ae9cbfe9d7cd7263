"""The student's package: this set's modules as stubs, earlier ones solved."""

import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import nbformat

from autograder.clear import (
    REGION,
    clear_module,
    reference_module,
    solution_lines,
)
from autograder.errors import UserError
from autograder.notebooks import (
    BEGIN_HIDDEN,
    HIDDEN_REGION,
    master_path,
    without_hidden,
)
from autograder.syllabus import ROOT, ProblemSet, Syllabus

PACKAGE = ROOT / "course" / "chainrule"
START = """# {title}

Work in this folder, on one machine:

    conda env create -f environment.yml     # once for the whole course
    conda activate chainrule
    jupyter lab

Read in this order: {notebooks}.

An exercise is answered in its cell, or in a module that its text names:
{modules}. Save a module before you run a check. The line
`checks.run(...)` below an exercise says at once what is right and what to try
next, as often as you like. Grading uses further cases of the same kind.

Hand in this whole folder under the names that the files have now, also
notebooks that you have not finished.
"""


class LeakError(UserError):
    """A release holds something that students must not see."""


def package_files(
    syllabus: Syllabus, problem_set: ProblemSet, solved: bool = False
) -> Iterator[tuple[str, str]]:
    """The files of the student's `chainrule` folder.

    Args:
        syllabus: The course.
        problem_set: The set that is handed out.
        solved: Whether this set's own modules keep their solutions.

    Yields:
        name, text: A path inside `chainrule/` and what it holds.
    """
    for name in given_files(syllabus, problem_set):
        yield f"{name}.py", _module(name)
    for name in syllabus.earlier_modules(problem_set.name):
        yield f"{name}.py", reference_module(_module(name))
    render = reference_module if solved else clear_module
    for name in problem_set.modules:
        yield f"{name}.py", render(_module(name))


def given_files(syllabus: Syllabus, problem_set: ProblemSet) -> list[str]:
    """What students get as it is: the given modules, and the set's own."""
    given = [n.replace(".", "/") for n in syllabus.given_by(problem_set.name)]
    own = [f"{kind}/{problem_set.name}" for kind in ("visible", "figures")]
    folders = ["visible/__init__", "figures/__init__"]
    return ["__init__", *given, *folders, *own]


def _module(name: str) -> str:
    return (PACKAGE / f"{name}.py").read_text("utf-8")


def place_package(
    syllabus: Syllabus,
    problem_set: ProblemSet,
    folder: Path,
    solved: bool = False,
) -> None:
    """Write the student's package, and how to begin, into a folder."""
    target = folder / "chainrule"
    if target.exists():
        shutil.rmtree(target)
    for name, text in package_files(syllabus, problem_set, solved):
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    shutil.copy(ROOT / "environment.yml", folder / "environment.yml")
    (folder / "README.md").write_text(start_text(problem_set), "utf-8")


def start_text(problem_set: ProblemSet) -> str:
    """What a student reads first."""
    return START.format(
        title=f"{problem_set.title} ({problem_set.name})",
        notebooks=", then ".join(
            f"`{n}.ipynb`" for n in problem_set.notebooks
        ),
        modules=", ".join(f"`chainrule/{n}.py`" for n in problem_set.modules),
    )


def released_text(folder: Path) -> str:
    """All that a student can read in a released folder."""
    parts = []
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".ipynb":
            nb = nbformat.read(path, as_version=4)
            parts += [cell.source for cell in nb.cells]
        elif path.is_file():
            parts.append(path.read_text("utf-8", errors="replace"))
    return "\n".join(parts)


def require_no_leak(
    syllabus: Syllabus, problem_set: ProblemSet, text: str
) -> None:
    """Raise if a released text holds a solution line or a hidden case.

    A line that also stands outside of solutions, where students may see
    it, is allowed as often as it stands there.

    Args:
        syllabus: The course.
        problem_set: The set that is handed out.
        text: Everything that students would get.

    Raises:
        LeakError: With the first line that must not be there.
    """
    for marker in ("BEGIN SOLUTION", "END SOLUTION", BEGIN_HIDDEN[4:]):
        if marker in text:
            raise LeakError(f"the release of {problem_set.name} has {marker}")
    open_text, secret_lines = _open_and_secret(syllabus, problem_set)
    allowed = Counter(_lines(open_text))
    found = Counter(_lines(text))
    for line in secret_lines:
        if found[line] > allowed[line]:
            raise LeakError(
                f"the release of {problem_set.name} holds a line of a "
                f"solution or of a hidden case: {line[:70]!r}"
            )


def _open_and_secret(
    syllabus: Syllabus, problem_set: ProblemSet
) -> tuple[str, list[str]]:
    """What students may read, and the lines that they must not."""
    allowed, secret = [], []
    later = syllabus.names.index(problem_set.name)
    for other in syllabus.sets[later:]:
        for text in _course_texts(other):
            secret += solution_lines(text)
            if other.name == problem_set.name:
                allowed.append(REGION.sub("", text))
        for notebook in other.notebooks:
            secret += _hidden_lines(master_path(other, notebook))
    for name in given_files(syllabus, problem_set):
        allowed.append(_module(name))
    for name in syllabus.earlier_modules(problem_set.name):
        allowed.append(_module(name))
    return "\n".join(allowed), secret


def _course_texts(problem_set: ProblemSet) -> Iterator[str]:
    for name in problem_set.modules:
        yield _module(name)
    for notebook in problem_set.notebooks:
        nb = nbformat.read(master_path(problem_set, notebook), as_version=4)
        yield "\n".join(without_hidden(cell.source) for cell in nb.cells)


def _hidden_lines(master: Path) -> list[str]:
    lines = []
    for cell in nbformat.read(master, as_version=4).cells:
        for region in HIDDEN_REGION.findall(cell.source):
            lines += [x for x in _lines(region) if x.startswith("Case(")]
    return lines


def _lines(text: str) -> list[str]:
    return [
        line.strip().removeprefix("# ").strip() for line in text.splitlines()
    ]
