"""What a submission of ps1 costs: stock nbgrader beside this grader.

    python -m autograder.benchmarks.grading [--rounds 3] [--students 8]

All legs grade the same submissions on one core, in turn, in one run; each
leg is a process of its own, so that its processor time can be told.
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


def batch(folder: Path) -> None:
    """Grade all, after one to warm up; say what one costs, by stage."""
    syllabus = course_syllabus.load()
    handed_in = submissions(folder)
    grade(handed_in[0], syllabus, SECRET)
    start = time.perf_counter()
    for submission in handed_in:
        result = grade(submission, syllabus, SECRET)
        assert result.score == result.points, result.student
    print(f"each {(time.perf_counter() - start) / len(handed_in)}")
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
        print(f"stage {stage}: {spent / total:.0%}")


def through_nbgrader(folder: Path, name: str) -> None:
    """Run `nbgrader autograde` on all, with no stored result."""
    root = folder / name
    for result in Journal(root, "ps1").folder.glob("*"):
        result.unlink()
    here = Path(sys.executable).parent
    path = f"{here}{os.pathsep}{os.environ['PATH']}"
    command = [str(here / "nbgrader"), "autograde", "ps1", "--force"]
    subprocess.run(
        command,
        cwd=root,
        env={**os.environ, "PATH": path},
        check=True,
        capture_output=True,
    )


LEGS: dict[str, Callable[[Path], None]] = {
    "nbgrader, stock": lambda folder: through_nbgrader(folder, "stock"),
    "nbgrader, stock, kernel behind the wall": (
        lambda folder: through_nbgrader(folder, "sandboxed")
    ),
    "nbgrader, graded by the host": (
        lambda folder: through_nbgrader(folder, "ours")
    ),
    "batch": batch,
}


def timed(leg: str, folder: Path) -> tuple[float, float, str]:
    """Wall and processor time of one leg, and what it printed."""
    words = [sys.executable, "-m", "autograder.benchmarks.grading"]
    words += ["--leg", leg, "--folder", str(folder)]
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
    parser.add_argument("--folder", type=Path)
    words = parser.parse_args()
    if words.leg:
        return LEGS[words.leg](words.folder)
    found: dict[str, list[tuple[float, float]]] = {leg: [] for leg in LEGS}
    each, said = [], ""
    with tempfile.TemporaryDirectory() as name:
        make_courses(Path(name), words.students)
        for _ in range(words.rounds):
            for leg in LEGS:
                wall, used, said = timed(leg, Path(name))
                found[leg].append((wall, used))
            each.append(float(said.split()[1]))
    print("| leg | wall, s per submission | processor, s per submission |")
    print("|---|---|---|")
    for leg, pairs in found.items():
        wall, used = (
            statistics.median(p[k] for p in pairs) / words.students
            for k in (0, 1)
        )
        print(f"| {leg}, start included | {wall:.2f} | {used:.2f} |")
    print(f"| batch, once warm | {statistics.median(each):.3f} | |")
    print(said.partition("\n")[2])


if __name__ == "__main__":
    main()
