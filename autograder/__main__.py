"""The command line: every verb of the Makefile, and a few more."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from autograder import syllabus as course_syllabus
from autograder.course import Course, StepFailed
from autograder.errors import UserError
from autograder.syllabus import ROOT, ProblemSet, Syllabus, SyllabusError


def main(words: Sequence[str] | None = None) -> int:
    """Run one verb; every foreseen error ends in one sentence."""
    arguments = parser().parse_args(words)
    try:
        return int(arguments.run(arguments) or 0)
    except KeyboardInterrupt:
        print("stopped; what was finished is kept", file=sys.stderr)
        return 130
    except UserError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are one sentence, like all others."""

    def error(self, message: str) -> NoReturn:
        """Say what was not understood, and end."""
        self.exit(2, f"error: {message}\n")


def parser() -> argparse.ArgumentParser:
    """The words that the command line takes."""
    main_parser = _Parser(prog="python -m autograder", description=__doc__)
    verbs = main_parser.add_subparsers(required=True, metavar="VERB")

    def verb(name: str, run: object, help_: str) -> argparse.ArgumentParser:
        new = verbs.add_parser(name, help=help_)
        new.set_defaults(run=run)
        return new

    verb("source", build_source, "build source/ from course/notebooks")
    release = verb("release", build_release, "build release/ from source/")
    release.add_argument("set", nargs="?")
    release.add_argument("--force", action="store_true")
    verb(
        "solutions", build_solutions, "execute the solved notebooks"
    ).add_argument("set", nargs="?")
    grade = verb("grade", run_grade, "grade what was handed in")
    grade.add_argument("set", nargs="?")
    grade.add_argument("--from", dest="source", type=Path, metavar="FOLDER")
    grade.add_argument("--workers", type=int)
    grade.add_argument(
        "--sandbox",
        default="",
        metavar="KIND",
        help="namespaces, landlock, container or none; the best, if left out",
    )
    report = verb("report", run_report, "write the class report again")
    report.add_argument("set", nargs="?")
    verb("demo", run_demo, "grade a sample class")
    lab = verb("lab", run_lab, "open JupyterLab as a student sees it")
    lab.add_argument("set", nargs="?")
    lab.add_argument("--port", type=int, default=8888)
    return main_parser


def chosen(syllabus: Syllabus, name: str | None) -> tuple[ProblemSet, ...]:
    """The named set, or all of them."""
    return (syllabus.problem_set(name),) if name else syllabus.sets


def only(syllabus: Syllabus, name: str | None, what: str) -> ProblemSet:
    """The named set, or the only one there is.

    Raises:
        SyllabusError: If a name is needed.
    """
    if name is None and len(syllabus.sets) > 1:
        raise SyllabusError(
            f"which set should I {what}? Say SET=... with one of "
            + ", ".join(syllabus.names)
        )
    return syllabus.problem_set(name or syllabus.names[0])


def build_source(_: argparse.Namespace) -> None:
    """Build the masters from their texts."""
    from autograder import notebooks

    syllabus = course_syllabus.load()
    for problem_set in syllabus.sets:
        for name in problem_set.notebooks:
            path = notebooks.text_path(problem_set, name)
            if path.exists() and notebooks.tidy(path):
                print(f"tidied {path.relative_to(ROOT)}")
    for path in notebooks.build_all(syllabus):
        print(f"built {path.relative_to(ROOT)}")


def build_release(arguments: argparse.Namespace) -> None:
    """Build what students get."""
    wanted = chosen(course_syllabus.load(), arguments.set)
    build_source(arguments)
    course = Course()
    for problem_set in wanted:
        course.generate_release(problem_set.name, arguments.force)
        print(f"released into release/{problem_set.name}")


def build_solutions(arguments: argparse.Namespace) -> None:
    """Execute the solved notebooks."""
    build_source(arguments)
    course = Course()
    for problem_set in chosen(course_syllabus.load(), arguments.set):
        course.generate_solution(problem_set.name)
        print(f"solved notebooks in solutions/{problem_set.name}")


def run_grade(arguments: argparse.Namespace) -> None:
    """Grade a class."""
    from autograder import report, sandbox
    from autograder.pipeline import grade_class
    from autograder.session import Limits

    syllabus = course_syllabus.load()
    problem_set = only(syllabus, arguments.set, "grade")
    tier = sandbox.choose(arguments.sandbox)
    print(f"sandbox: {sandbox.WORDS[tier]}", flush=True)
    collected = grade_class(
        Course(),
        problem_set,
        arguments.source,
        Limits(tier=tier),
        arguments.workers,
    )
    print("\n" + report.table(collected))
    print(f"\nreport: reports/{problem_set.name}/index.html")
    print(f"feedback: feedback/STUDENT/{problem_set.name}/")


def run_report(arguments: argparse.Namespace) -> None:
    """Write the report again from the stored results."""
    from autograder import report

    problem_set = only(course_syllabus.load(), arguments.set, "report on")
    course = Course()
    collected = report.collect(course, problem_set)
    if not collected.results and not collected.refusals:
        raise StepFailed(
            f"there are no results of {problem_set.name} yet: run "
            f"'make grade SET={problem_set.name}' first"
        )
    print(report.table(collected))
    page = report.write(course, collected)
    print(f"\nreport: {page.relative_to(ROOT)}")


def run_demo(_: argparse.Namespace) -> None:
    """Grade a sample class."""
    from autograder import demo

    demo.run(course_syllabus.load())


def run_lab(arguments: argparse.Namespace) -> int:
    """Open JupyterLab."""
    from autograder.lab import open_lab

    syllabus = course_syllabus.load()
    name = arguments.set or syllabus.names[0]
    return open_lab(Course(), syllabus.problem_set(name), arguments.port)


if __name__ == "__main__":
    sys.exit(main())
