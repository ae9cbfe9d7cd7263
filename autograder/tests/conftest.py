"""One course folder with everything released, and one graded class."""

from dataclasses import dataclass

import pytest

from autograder import syllabus as course_syllabus
from autograder.course import Course, new_course
from autograder.pipeline import grade_class
from autograder.report import ClassReport
from autograder.run import LocalExecutor
from autograder.session import Limits
from autograder.tests import special
from autograder.tests.classes import Student, packed

LIMITS = Limits(cell=20.0, call=6.0, notebook=120.0)


def pytest_terminal_summary(terminalreporter):
    """Say what tests have counted, whichever process counted it."""
    for report in terminalreporter.getreports("passed"):
        for name, text in report.user_properties:
            if name == "said":
                terminalreporter.write_sep("-", report.nodeid)
                terminalreporter.write_line(text)


@pytest.fixture(scope="session")
def syllabus():
    """The course's syllabus."""
    return course_syllabus.load()


@pytest.fixture(scope="session")
def course(tmp_path_factory, syllabus) -> Course:
    """A course folder in which every set is released."""
    made = new_course(tmp_path_factory.mktemp("course"), syllabus.sets)
    for problem_set in syllabus.sets:
        made.generate_release(problem_set.name)
    return made


@dataclass(frozen=True)
class Graded:
    """A graded class: who handed in, what came out, what was said."""

    students: dict[str, Student]
    report: ClassReport
    said: list[str]

    def result(self, student: str):
        """The result of one student."""
        return next(r for r in self.report.results if r.student == student)


@pytest.fixture(scope="session")
def executor():
    """Two processes that grade, warm for all classes."""
    with LocalExecutor(2) as started:
        yield started


@pytest.fixture(scope="session")
def graded(course, syllabus, tmp_path_factory, executor) -> dict[str, Graded]:
    """Every variant of every set, through ingest, grading and nbgrader."""
    classes = {}
    for problem_set in syllabus.sets:
        students = [
            *packed(problem_set, right=True),
            *packed(problem_set, right=False),
        ]
        if problem_set.name == "ps1":
            students += special.GRADED
        else:
            students += [Student("complete"), Student("blank", solved=False)]
        folder = tmp_path_factory.mktemp(f"{problem_set.name}-handed-in")
        for student in students:
            student.write(folder, course, syllabus, problem_set)
        if problem_set.name == "ps1":
            for name, (change, _) in special.REFUSED.items():
                Student(name, change=change).write(
                    folder, course, syllabus, problem_set
                )
        said: list[str] = []
        report = grade_class(
            course,
            problem_set,
            folder,
            LIMITS,
            say=said.append,
            executor=executor,
        )
        classes[problem_set.name] = Graded(
            {s.name: s for s in students}, report, said
        )
    return classes
