"""One mistake costs once: try an exercise with references for what it uses.

An exercise that calls another exercise's answer fails with it. So it is
tried again with our solution in that place, and the better result counts.
"""

import ast
from dataclasses import replace
from typing import Any

import nbformat

from autograder.clear import reference_module
from autograder.notebooks import master_path, without_hidden
from autograder.repair import grade_id
from autograder.results import ExerciseResult
from autograder.syllabus import ROOT, Exercise, ProblemSet
from chainrule.cases import Verdict

NOT_ASKED = "your code could not be asked"


def deserved(
    exercise: Exercise, results: list[ExerciseResult], nb: Any
) -> bool:
    """Whether a failed exercise uses another one that lost points.

    An exercise that is still its released stub has nothing to try.
    """
    lost = {r.name: r for r in results if r.score < r.points}
    if exercise.name not in lost or not set(lost) & set(exercise.uses):
        return False
    if exercise.graded == "cell":
        stub = f'"{exercise.name}: replace this'
        return not any(stub in cell.source for cell in nb.cells)
    result = lost[exercise.name]
    verdicts = (*result.shown, *result.hidden)
    return not all(_blank(exercise, v) for v in verdicts)


def _blank(exercise: Exercise, verdict: Verdict) -> bool:
    """Whether the exercise itself is unanswered, not what it uses."""
    others = any(name in verdict.message for name in exercise.uses)
    return verdict.outcome == "unanswered" and not others


def broken_modules(
    problem_set: ProblemSet, results: list[ExerciseResult]
) -> set[str]:
    """Modules that cannot be imported, or that lack a function.

    A module that never ends, or ends the process, cannot be asked.

    The notebook's first cell fails with them, and with it every cell that
    needs what that cell imports.
    """
    messages = {
        result.name: [v.message for v in (*result.shown, *result.hidden)]
        for result in results
    }
    return {
        e.module
        for e in problem_set.automatic
        if e.graded == "module"
        for message in messages.get(e.name, ())
        if message.startswith((f"{e.module}.py fails", NOT_ASKED))
        or f"is not defined in {e.module}.py" in message
    }


def without_words(result: ExerciseResult) -> ExerciseResult:
    """Drop what student code said in a second try.

    It ran beside our solutions, so an error's text could hold one.
    """

    def quiet(verdict: Verdict) -> Verdict:
        if verdict.outcome not in ("error", "unanswered"):
            return verdict
        message = "it fails with references in place of what it uses, too"
        return replace(verdict, message=message, detail="")

    return replace(
        result,
        shown=tuple(map(quiet, result.shown)),
        hidden=tuple(map(quiet, result.hidden)),
    )


def with_whole_references(
    files: dict[str, str], modules: set[str]
) -> dict[str, str]:
    """Put our whole modules in the place of broken ones."""
    files = dict(files)
    for module in modules:
        path = ROOT / "course" / "chainrule" / f"{module}.py"
        files[f"chainrule/{module}.py"] = reference_module(
            path.read_text("utf-8")
        )
    return files


def with_references(
    nb: Any,
    files: dict[str, str],
    problem_set: ProblemSet,
    exercise: Exercise,
) -> tuple[Any, dict[str, str]]:
    """Put our solutions in the place of what an exercise uses.

    Args:
        nb: The student's notebook; not changed.
        files: The student's folder; not changed.
        problem_set: The set.
        exercise: The exercise that is tried again.

    Returns:
        nb, files: New ones, with the used answers replaced.
    """
    nb, files = nbformat.from_dict(nb), dict(files)
    for used in map(problem_set.exercise, exercise.uses):
        if used.graded == "module":
            name = f"chainrule/{used.module}.py"
            files[name] += "\n\n" + reference_functions(used)
        else:
            _replace_cell(nb, problem_set, used)
    return nb, files


def reference_functions(exercise: Exercise) -> str:
    """Our definitions of an exercise's functions, as text."""
    path = ROOT / "course" / "chainrule" / f"{exercise.module}.py"
    text = reference_module(path.read_text("utf-8"))
    return "\n\n".join(
        ast.get_source_segment(text, node) or ""
        for node in ast.parse(text).body
        if isinstance(node, ast.FunctionDef) and node.name in exercise.answers
    )


def _replace_cell(nb: Any, problem_set: ProblemSet, used: Exercise) -> None:
    path = master_path(problem_set, used.notebook)
    for ours in nbformat.read(path, as_version=4).cells:
        if grade_id(ours) == used.name:
            for cell in nb.cells:
                if grade_id(cell) == used.name:
                    cell.source = reference_module(without_hidden(ours.source))
