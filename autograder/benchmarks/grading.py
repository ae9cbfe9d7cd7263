"""What a submission of ps1 costs: stock nbgrader beside this grader.

    python -m autograder.benchmarks.grading [--rounds 3] [--students 8]

All legs grade the same submissions on one core, in turn, in one run; each
leg is a process of its own, so that its processor time can be told. What
one more submission costs is the difference between all and one, divided
by how many more they are: the start is not in it.
"""

import argparse
import cProfile
import os
import pstats
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from autograder import syllabus as course_syllabus
from autograder.bootstrap import SANDBOX_KERNEL
from autograder.course import Course, new_course
from autograder.grade import grade
from autograder.ingest import ingest
from autograder.journal import Journal
from autograder.samples import variants, write_submission
from autograder.submission import Submission

STOCK = """
load_subconfig("protected_config.py")
from nbgrader.converters import Autograde

c.Autograde.sanitize_preprocessors = Autograde.sanitize_preprocessors.default()
c.Autograde.autograde_preprocessors = (
    Autograde.autograde_preprocessors.default()
)
"""
STAGES = {
    "hidden cases and references": "cases_for",
    "forking children": "child",
    "running the notebook": "_run_cell",
    "asking and judging": "evaluate",
    "reading and writing notebooks": "second_definitions",
}
SECRET = b"benchmark"


def make_courses(folder: Path, students: int) -> None:
    """Write three course folders with the same submissions.

    Args:
        folder: Where they go: ours, stock, and stock with our kernel.
        students: How many submissions: right ones in different ways.
    """
    syllabus = course_syllabus.load()
    problem_set = syllabus.sets[0]
    ours = new_course(folder / "ours", (problem_set,))
    ours.generate_release(problem_set.name)
    right: dict[str, list[str]] = {}
    for item in variants(problem_set.name):
        if item.right:
            right.setdefault(item.exercise, []).append(item.answer)
    for k in range(students):
        answers = {e: texts[k % len(texts)] for e, texts in right.items()}
        write_submission(
            folder / "handed-in" / f"student-{k:02}",
            syllabus,
            problem_set,
            ours.release(problem_set.name),
            answers,
        )
    ingest(ours, problem_set, folder / "handed-in")
    for name, kernel in (("stock", ""), ("sandboxed", SANDBOX_KERNEL)):
        root = folder / name
        shutil.copytree(folder / "ours", root)
        config = root / "nbgrader_config.py"
        config.rename(root / "protected_config.py")
        line = f"c.Execute.kernel_name = {kernel!r}\n" if kernel else ""
        config.write_text(STOCK + line)


def submissions(folder: Path) -> tuple[Submission, ...]:
    """The submissions as the batch grader reads them."""
    syllabus = course_syllabus.load()
    course = Course(folder / "ours")
    return ingest(course, syllabus.sets[0], None).submissions


def batch(folder: Path, student: str) -> None:
    """Grade all or one through the direct path."""
    syllabus = course_syllabus.load()
    handed_in = submissions(folder)
    for submission in handed_in[:1] if student else handed_in:
        result = grade(submission, syllabus, SECRET)
        assert result.score == result.points, result.student


def stages(folder: Path, student: str) -> None:
    """Say how the time of one submission is spent, once all is warm."""
    syllabus = course_syllabus.load()
    handed_in = submissions(folder)
    grade(handed_in[0], syllabus, SECRET)
    profile = cProfile.Profile()
    profile.enable()
    for submission in handed_in:
        grade(submission, syllabus, SECRET)
    profile.disable()
    stats = pstats.Stats(profile).stats  # type: ignore[attr-defined]
    total = sum(entry[2] for entry in stats.values())
    for stage, function in STAGES.items():
        spent = max(
            (e[3] for key, e in stats.items() if key[2] == function),
            default=0.0,
        )
        print(f"{stage}: {spent / total:.0%}")


def through_nbgrader(name: str, folder: Path, student: str) -> None:
    """Run `nbgrader autograde` on all or one, with no stored result."""
    root = folder / name
    for result in Journal(root, "ps1").folder.glob("*"):
        result.unlink()
    here = Path(sys.executable).parent
    path = f"{here}{os.pathsep}{os.environ['PATH']}"
    command = [str(here / "nbgrader"), "autograde", "ps1", "--force"]
    command += ["--student", student] if student else []
    subprocess.run(
        command,
        cwd=root,
        env={**os.environ, "PATH": path},
        check=True,
        capture_output=True,
    )


LEGS: dict[str, Callable[[Path, str], None]] = {
    "nbgrader, stock": partial(through_nbgrader, "stock"),
    "nbgrader, stock, kernel behind the wall": partial(
        through_nbgrader, "sandboxed"
    ),
    "nbgrader, graded by the host": partial(through_nbgrader, "ours"),
    "batch": batch,
}
STAGES_LEG = "stages"


def timed(leg: str, folder: Path, student: str) -> tuple[float, float, str]:
    """Wall and processor time of one leg, and what it printed."""
    words = [sys.executable, "-m", "autograder.benchmarks.grading"]
    words += ["--leg", leg, "--folder", str(folder), "--student", student]
    before, start = os.times(), time.perf_counter()
    done = subprocess.run(
        ["taskset", "-c", "0", *words],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    wall, after = time.perf_counter() - start, os.times()
    used = after.children_user - before.children_user
    used += after.children_system - before.children_system
    return wall, used, done.stdout


def main() -> None:
    """Run all legs in turn and print the medians."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--students", type=int, default=8)
    parser.add_argument("--leg")
    parser.add_argument("--student", default="")
    parser.add_argument("--folder", type=Path)
    words = parser.parse_args()
    if words.leg:
        run = {**LEGS, STAGES_LEG: stages}[words.leg]
        return run(words.folder, words.student)
    n = words.students
    found: dict[str, list[tuple[float, ...]]] = {leg: [] for leg in LEGS}
    with tempfile.TemporaryDirectory() as name:
        make_courses(Path(name), n)
        for _ in range(words.rounds):
            for leg in LEGS:
                *one, _ = timed(leg, Path(name), "student-00")
                *all_, _ = timed(leg, Path(name), "")
                more = [(a - o) / (n - 1) for a, o in zip(all_, one)]
                found[leg].append((all_[0] / n, all_[1] / n, *more))
        _, _, said = timed(STAGES_LEG, Path(name), "")
    print("| s per submission | wall | processor | one more | processor |")
    print("|---|---|---|---|---|")
    for leg, rows in found.items():
        cells = [f"{statistics.median(column):.2f}" for column in zip(*rows)]
        print(f"| {leg} | {' | '.join(cells)} |")
    print(f"\nOnce warm, of a submission's time in the batch:\n{said}")


if __name__ == "__main__":
    main()
