"""nbgrader as it comes grades the same notebooks, with equal scores."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from autograder.benchmarks.grading import STOCK
from autograder.bootstrap import KERNEL, SANDBOX_KERNEL
from autograder.course import Course
from autograder.tests import special
from autograder.tests.classes import Student, grade_scores, packed

HONEST = ("complete", "blank", "demo-warns-and-prints", "right-1", "right-2")


@pytest.fixture(scope="module", params=[KERNEL, SANDBOX_KERNEL])
def stock(request, tmp_path_factory, course, syllabus) -> Course:
    """The same course folder, with nbgrader's own autograde steps.

    Once with an ordinary kernel, once with one behind the wall.
    """
    root = tmp_path_factory.mktemp("stock")
    for name in ("source", "release"):
        shutil.copytree(course.root / name, root / name)
    shutil.copy(course.root / "gradebook.db", root / "gradebook.db")
    shutil.copy(
        course.root / "nbgrader_config.py", root / "protected_config.py"
    )
    (root / "nbgrader_config.py").write_text(
        STOCK + f"c.Execute.kernel_name = {request.param!r}\n"
    )
    return Course(root)


def students(problem_set) -> list[Student]:
    """Complete, blank, other right ones, a wrong one, one that warns."""
    wrong = list(packed(problem_set, right=False))
    used = {u for e in problem_set.exercises for u in e.uses}
    independent = [
        Student(
            s.name,
            {e: a for e, a in s.answers.items() if e not in used},
            {e: p for e, p in s.scores.items() if e not in used},
        )
        for s in wrong[:2]
    ]
    chosen = [*packed(problem_set, right=True), *independent]
    chosen += [s for s in special.GRADED if s.name in HONEST]
    return [
        s for s in chosen if s.name in HONEST or s.name.startswith("wrong")
    ]


def autograde(root: Path, name: str) -> None:
    """Run the real `nbgrader autograde`, in its own process."""
    here = Path(sys.executable).parent
    environment = dict(os.environ)
    environment["PATH"] = f"{here}{os.pathsep}{environment['PATH']}"
    done = subprocess.run(
        [str(here / "nbgrader"), "autograde", name, "--force"],
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
        timeout=900,
    )
    assert done.returncode == 0, done.stderr[-3000:]


def test_stock_and_protected_scores_are_equal_in_every_cell(
    graded, stock, course, syllabus
):
    problem_set = syllabus.sets[0]
    chosen = students(problem_set)
    assert len(chosen) >= 6
    for student in chosen:
        student.write(stock.submitted, course, syllabus, problem_set)
        folder = stock.submitted / student.name
        parts = list(folder.iterdir())
        (folder / problem_set.name).mkdir()
        for part in parts:
            part.rename(folder / problem_set.name / part.name)
    hunters = [s for s in special.GRADED if s.name == "path-hunter"]
    for student in hunters:
        student.write(stock.submitted, course, syllabus, problem_set)
        folder = stock.submitted / student.name
        (folder / problem_set.name).mkdir()
        notebook = folder / special.NOTEBOOK
        notebook.rename(folder / problem_set.name / special.NOTEBOOK)
    autograde(stock.root, problem_set.name)
    for student in chosen:
        found = grade_scores(stock, problem_set.name, student.name)
        expected = student.expected(problem_set)
        for exercise in problem_set.automatic:
            got = found[exercise.check_id]
            assert got == pytest.approx(expected[exercise.name], abs=1e-6), (
                student.name,
                exercise.name,
            )
        if student.name in HONEST:
            ours = grade_scores(course, problem_set.name, student.name)
            assert found == pytest.approx(ours, abs=1e-6)
    _finds_no_solved_module(stock, problem_set.name)


def _finds_no_solved_module(stock: Course, name: str) -> None:
    """Without its package and with every parent folder on the path."""
    scores = grade_scores(stock, name, "path-hunter")
    assert scores["ps1-jacobian-check"] == 0
    path = stock.autograded / "path-hunter" / name / special.NOTEBOOK
    text = nbformat.writes(nbformat.read(path, as_version=4))
    assert "No module named 'chainrule'" in text
