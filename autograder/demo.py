"""A sample class: made from the corpus, graded, and reported."""

import shutil
import time
from pathlib import Path

from autograder import report
from autograder.corpus import sample_class
from autograder.course import Course, new_course
from autograder.pipeline import grade_class
from autograder.samples import variant, write_submission
from autograder.session import Limits
from autograder.syllabus import ROOT, ProblemSet, Syllabus

LIMITS = Limits(cell=5.0, call=3.0, notebook=60.0)


def make_class(
    course: Course,
    syllabus: Syllabus,
    problem_set: ProblemSet,
    folder: Path,
) -> None:
    """Write the sample class's handed-in folders.

    Args:
        course: A course folder in which the set is released.
        syllabus: The course.
        problem_set: The set.
        folder: Where the students' folders go.
    """
    release = course.release(problem_set.name)
    for student, sample in sample_class.STUDENTS.items():
        answers = dict(sample.get("answers", {}))
        for name in sample.get("variants", ()):
            chosen = variant(problem_set.name, name)
            answers[chosen.exercise] = chosen.answer
        write_submission(
            folder / student,
            syllabus,
            problem_set,
            release,
            answers,
            sample.get("solved", True),
        )
        if "truncate" in sample:
            path = folder / student / sample["truncate"]
            text = path.read_text("utf-8")
            path.write_text(text[: len(text) // 2], "utf-8")


def run(syllabus: Syllabus) -> report.ClassReport:
    """Make the class, grade it, print the table and where things are."""
    start = time.monotonic()
    problem_set = syllabus.sets[0]
    root = ROOT / "demo"
    shutil.rmtree(root, ignore_errors=True)
    print(f"1. releasing {problem_set.name} into {_here(root)}", flush=True)
    course = new_course(root, (problem_set,))
    course.generate_release(problem_set.name)
    print(f"2. {len(sample_class.STUDENTS)} sample submissions", flush=True)
    make_class(course, syllabus, problem_set, root / "handed-in")
    print("3. grading", flush=True)
    result = grade_class(course, problem_set, root / "handed-in", LIMITS)
    print("\n" + report.table(result) + "\n")
    for wall in result.walls:
        print(f"wall      {wall}")
    print(f"report    {_here(root / 'reports' / problem_set.name)}/index.html")
    print(f"feedback  {_here(course.feedback)}/STUDENT/{problem_set.name}/")
    print(f"gradebook {_here(root / 'gradebook.db')}")
    print(f"time      {time.monotonic() - start:.0f} s")
    return result


def _here(path: Path) -> str:
    return str(path.relative_to(ROOT))
