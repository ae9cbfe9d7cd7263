"""Make whole submissions from the course's solutions and its corpus."""

import ast
import importlib.util
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import nbformat

from autograder.clear import reference_module
from autograder.notebooks import master_path, without_hidden
from autograder.release import place_package
from autograder.repair import grade_id
from autograder.syllabus import ProblemSet, Syllabus

MARKING_SCHEME = "**Marking scheme"  # what a model answer ends before
CORPUS = Path(__file__).resolve().parent / "corpus"


@dataclass(frozen=True)
class Variant:
    """One wrong or differently right answer to one exercise.

    Args:
        name: The file's name without its ending.
        exercise: The exercise it answers.
        answer: The text of the answer.
        score: Points it must earn.
        passes_visible: Whether every visible check passes.
        what: The mistake, or the different way, in a sentence.
    """

    name: str
    exercise: str
    answer: str
    score: float
    passes_visible: bool
    what: str

    @property
    def right(self) -> bool:
        """Whether it is a right answer."""
        return self.name.startswith("right_")


@cache
def variants(problem_set: str) -> tuple[Variant, ...]:
    """All variants of a set, in the order of their names."""
    found = []
    for path in sorted((CORPUS / problem_set).glob("*.py")):
        spec = importlib.util.spec_from_file_location(path.stem, path)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        found.append(
            Variant(
                path.stem,
                module.EXERCISE,
                module.ANSWER.strip("\n") + "\n",
                float(module.SCORE),
                getattr(module, "PASSES_VISIBLE", True),
                (module.__doc__ or "").strip(),
            )
        )
    return tuple(found)


def variant(problem_set: str, name: str) -> Variant:
    """Find a variant by its name."""
    return next(v for v in variants(problem_set) if v.name == name)


def write_submission(
    folder: Path,
    syllabus: Syllabus,
    problem_set: ProblemSet,
    release: Path,
    answers: Mapping[str, str] | None = None,
    solved: bool = True,
) -> None:
    """Write a submission as a student would hand it in.

    Args:
        folder: Where it goes: notebooks and `chainrule/`.
        syllabus: The course.
        problem_set: The set.
        release: The released folder that the student started from.
        answers: Text that replaces the answer of an exercise.
        solved: Whether all other exercises hold our solution, rather
            than the released stub.
    """
    answers = dict(answers or {})
    folder.mkdir(parents=True, exist_ok=True)
    place_package(syllabus, problem_set, folder, solved)
    for name in problem_set.notebooks:
        nb = nbformat.read(release / f"{name}.ipynb", as_version=4)
        texts = solved_cells(problem_set, name) if solved else {}
        for cell in nb.cells:
            key = grade_id(cell)
            exercise = next(
                (e for e in problem_set.exercises if e.name == key), None
            )
            if exercise is None or exercise.graded == "module":
                continue
            cell.source = answers.get(key, texts.get(key, cell.source))
            cell.source = cell.source.rstrip("\n")
        nbformat.write(nb, folder / f"{name}.ipynb")
    for exercise in problem_set.exercises:
        if exercise.graded == "module" and exercise.name in answers:
            path = folder / "chainrule" / f"{exercise.module}.py"
            text = replace_functions(
                path.read_text("utf-8"),
                exercise.answers,
                answers[exercise.name],
            )
            path.write_text(text, "utf-8")


def solved_cells(problem_set: ProblemSet, notebook: str) -> dict[str, str]:
    """The solution of every answer cell of a notebook, by grade_id."""
    nb = nbformat.read(master_path(problem_set, notebook), as_version=4)
    return {
        grade_id(cell): reference_module(
            without_hidden(cell.source)
        ).partition(MARKING_SCHEME)[0]
        for cell in nb.cells
        if grade_id(cell)
    }


def replace_functions(text: str, names: tuple[str, ...], answer: str) -> str:
    """Replace top-level definitions of a module by another text.

    Args:
        text: The module.
        names: The exercise's functions. Those that the answer defines are
            taken out; the first of them gives the place.
        answer: What stands there instead.
    """
    defined = {getattr(node, "name", "") for node in ast.parse(answer).body}
    names = tuple(name for name in names if name in defined)
    lines = text.splitlines(keepends=True)
    tree = ast.parse(text)
    spans = [
        (
            min([node.lineno, *(d.lineno for d in node.decorator_list)]) - 1,
            node.end_lineno or node.lineno,
        )
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and node.name in names
    ]
    if len(spans) != len(names):
        raise ValueError(f"module and answer do not share {names}")
    for number, (start, end) in reversed(list(enumerate(sorted(spans)))):
        lines[start:end] = [answer if number == 0 else ""]
    return "".join(lines)
