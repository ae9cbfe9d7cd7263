"""The hostile corpus, through the real pipeline and through nbgrader."""

import json
import os
import random
import secrets
import shutil
import socket
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from autograder import report as class_report
from autograder import sandbox
from autograder.course import Course, new_course
from autograder.identity import secret_of
from autograder.journal import Journal
from autograder.pipeline import grade_class
from autograder.report import ClassReport
from autograder.results import Result
from autograder.run import LocalExecutor, grade_all
from autograder.samples import variants
from autograder.session import Limits
from autograder.submission import Submission, load
from autograder.tests import hostile
from autograder.tests.classes import Student

LIMITS = Limits(cell=2.0, call=1.0, notebook=60.0)
PLANTED = ("gradebook.db", "nbgrader_config.py", "source/ps1/secret.txt")
FATAL = (
    *("dies_at_top", "dies_in_call", "segfault_in_call", "exit_at_top"),
    *("closes_descriptors", "kills_everything", "bash_cell", "fills_disk"),
    *("metadata_of_lists", "odd_grade_ids", "prints_a_grade"),
)
ORDINARY = 197
CONTENTS = 40  # of them are different; the values differ for everyone
BOMBS = ("fork_bomb", "memory_of_many", "leaves_notes", "growing_list")


@dataclass(frozen=True)
class Played:
    """The corpus, graded.

    Args:
        course: The course folder.
        rows: What ran.
        report: What came out.
        said: What the grader said meanwhile.
        mark: A file that must not exist.
        visitors: Whether anyone has called a listener.
    """

    course: Course
    rows: tuple[hostile.Row, ...]
    report: ClassReport
    said: list[str]
    mark: Path
    visitors: bool

    def result(self, row: hostile.Row) -> Result:
        """The result of a row."""
        return next(r for r in self.report.results if r.student == row.student)


@pytest.fixture(scope="module")
def ps1(syllabus):
    """The set that the corpus answers."""
    return syllabus.problem_set("ps1")


@pytest.fixture(scope="module")
def fresh(tmp_path_factory, ps1) -> Course:
    """A course folder with ps1 released and nothing handed in."""
    made = new_course(tmp_path_factory.mktemp("fresh"), (ps1,))
    made.generate_release("ps1")
    return made


def copy_of(course: Course, root: Path) -> Course:
    """Another course folder that begins where this one is."""
    shutil.copytree(course.root, root, dirs_exist_ok=True)
    return Course(root)


@pytest.fixture(scope="module")
def chosen() -> tuple[hostile.Row, ...]:
    """The rows that this machine's wall can keep in."""
    strong = sandbox.choose() == "namespaces"
    return tuple(r for r in hostile.rows() if strong or not r.namespaces)


@pytest.fixture(scope="module")
def played(fresh, chosen, syllabus, ps1, tmp_path_factory, request) -> Played:
    """Every row, handed in by a student of its own."""
    course = copy_of(fresh, tmp_path_factory.mktemp("hostile"))
    folder = tmp_path_factory.mktemp("hostile-handed-in")
    (course.root / PLANTED[-1]).write_text("planted")
    mark = Path("/tmp") / f"chain-rule-{secrets.token_hex(8)}"
    name = f"chain-rule-{secrets.token_hex(8)}"
    variable = f"CHAIN_RULE_{secrets.token_hex(8)}"
    with (
        socket.socket() as listener,
        socket.socket(socket.AF_UNIX) as hidden,
        pytest.MonkeyPatch.context() as patch,
    ):
        listener.bind(("127.0.0.1", 0))
        hidden.bind("\0" + name)
        for each in (listener, hidden):
            each.listen()
            each.setblocking(False)
        patch.setenv(variable, "secret")
        places = {
            "MARK": str(mark),
            "PLANTED": "|".join(str(course.root / p) for p in PLANTED),
            "PORT": str(listener.getsockname()[1]),
            "ABSTRACT": name,
            "VARIABLE": variable,
        }
        for row in chosen:
            row.handed_in(places).write(folder, course, syllabus, ps1)
        said: list[str] = []
        report = grade_class(course, ps1, folder, LIMITS, say=said.append)
        visitors = any(map(was_called, (listener, hidden)))
    return Played(course, chosen, report, said, mark, visitors)


def was_called(listener: socket.socket) -> bool:
    """Whether a connection waits at a listener."""
    try:
        listener.accept()[0].close()
    except BlockingIOError:
        return False
    return True


def test_rows_that_ran(played, record_property):
    """CI counts them; what this machine cannot keep in is named."""
    left_out = [r.name for r in hostile.rows() if r not in played.rows]
    record_property(
        "said",
        f"hostile corpus: {len(played.rows)} rows ran, skipped here: "
        f"{', '.join(left_out) or 'none'}",
    )
    assert len(hostile.rows()) >= 150
    assert {r.outcome for r in hostile.rows()} <= set(hostile.OUTCOMES)


def test_every_row_earns_exactly_what_it_must(played, ps1):
    wrong = {}
    for row in played.rows:
        if row.outcome != "reject":
            found = {e.name: e.score for e in played.result(row).exercises}
            expected = row.expected(ps1)
            wrong |= {
                (row.name, e): (found[e], expected[e])
                for e in found
                if found[e] != pytest.approx(expected[e], abs=1e-6)
            }
    assert wrong == {}


def test_the_gradebook_says_the_same(played, ps1):
    checks = {e.check_id: e.name for e in ps1.automatic}
    graded = {r.student: r for r in played.rows if r.outcome != "reject"}
    with played.course.gradebook() as gradebook:
        submissions = gradebook.assignment_submissions("ps1")
        assert {s.student.id for s in submissions} == set(graded)
        for submission in submissions:
            row = graded[submission.student.id]
            scores = {
                checks[grade.cell.name]: grade.auto_score
                for notebook in submission.notebooks
                for grade in notebook.grades
                if grade.cell.name in checks
            }
            assert scores == pytest.approx(row.expected(ps1)), row.name


def test_refusals_say_what_to_do(played):
    reasons = {r.student: r.reason for r in played.report.refusals}
    rejected = [r for r in played.rows if r.outcome == "reject"]
    assert set(reasons) == {r.student for r in rejected}
    for row in rejected:
        for words in row.says:
            assert words in reasons[row.student], row.name
        assert not (played.course.submitted / row.student / "ps1").exists()


def test_what_is_said_is_plain_lines(played):
    """No command to a terminal, no forged line."""
    assert played.said
    assert [line for line in played.said if not line.isprintable()] == []
    lines = class_report.table(played.report).split("\n")
    assert [line for line in lines if not line.isprintable()] == []
    assert not any(line.startswith("refused: anna") for line in lines)


def test_nothing_grows_without_bound(played):
    """Neither what is kept of a submission nor what is said of it."""
    reports = played.course.reports / "ps1"
    for path in (reports / "results").iterdir():
        assert path.stat().st_size < 45_000_000, path.name
    book = played.result(hostile.row("answers_with_a_book"))
    assert len(book.to_json()) < 2_000_000
    for folder in (reports / "originals").iterdir():
        files = [p for p in folder.rglob("*") if p.is_file()]
        assert sum(p.stat().st_size for p in files) < 110_000_000, folder.name


def test_nobody_is_left_without_a_grade(played):
    assert played.report.ungraded == ()
    assert [s for s in played.said if "not graded" in s] == []
    assert [s for s in played.said if "not recorded" in s] == []


def test_flags(played, ps1):
    """What was found is said; what is honest is not flagged."""
    full = {e.name: e.points for e in ps1.automatic}
    for row in played.rows:
        if row.outcome == "reject":
            continue
        flags = played.result(row).flags
        for words in row.flags:
            assert any(words in flag for flag in flags), (row.name, flags)
        if not row.flags and row.expected(ps1) == full:
            assert flags == (), row.name


def test_students_read_what_helps_and_nothing_else(played):
    for row in played.rows:
        if row.outcome == "reject":
            continue
        result = played.result(row)
        lines = "\n".join(x for e in result.exercises for x in e.lines())
        outputs = outputs_of(result)
        for words in row.says:
            assert words in lines, (row.name, lines)
        for words in row.shown:
            assert words in outputs, row.name
        for words in row.absent:
            assert words not in lines + outputs, row.name
        assert len(outputs) < 40_000_000, row.name


def outputs_of(result: Result) -> str:
    """All outputs of a result, as text."""
    notebooks = map(json.loads, result.notebooks.values())
    return json.dumps(
        [c.get("outputs") for nb in notebooks for c in nb["cells"]],
        ensure_ascii=False,
    )


def test_feedback_runs_nothing(played):
    """Nothing that a student wrote is a script, a handler or a link."""
    pages = list(played.course.feedback.glob("*/ps1/*.html"))
    assert pages
    for path in pages:
        text = path.read_text("utf-8")
        assert "\x1b" not in text, path
        if "evil(" not in text:
            continue
        for tag in BeautifulSoup(text, "html.parser").find_all(True):
            inside = [str(v) for v in tag.attrs.values()]
            if tag.name in ("script", "style", "iframe", "object", "svg"):
                inside.append(tag.decode_contents())
            assert not any("evil(" in v for v in inside), (path, tag)


def test_the_host_is_untouched(played):
    assert not played.mark.exists()
    assert not played.visitors
    for name in PLANTED:
        assert (played.course.root / name).exists()
    planted = played.course.root / PLANTED[-1]
    assert planted.read_text() == "planted"


def test_through_the_command_nbgrader_autograde(
    fresh, chosen, syllabus, ps1, tmp_path
):
    """Straight from `submitted/`, as staff without our commands do it."""
    course = copy_of(fresh, tmp_path / "course")
    rows = [r for r in chosen if r.name in FATAL]
    for row in rows:
        folder = course.submitted / row.student
        student = row.handed_in({"MARK": str(tmp_path / "mark")})
        student.write(folder.parent, course, syllabus, ps1)
        inner = folder / "ps1"
        folder.rename(folder.with_name("moved"))
        folder.mkdir()
        folder.with_name("moved").rename(inner)
    here = Path(sys.executable).parent
    path = f"{here}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        [str(here / "nbgrader"), "autograde", "ps1"],
        cwd=course.root,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        timeout=300,
    )
    said = done.stderr
    with course.gradebook() as gradebook:
        scores = {
            s.student.id: sum(
                grade.auto_score or 0.0
                for notebook in s.notebooks
                for grade in notebook.grades
            )
            for s in gradebook.assignment_submissions("ps1")
        }
    for row in rows:
        if row.outcome == "reject":
            assert scores.get(row.student, 0.0) == 0.0, row.name
            continue
        expected = sum(row.expected(ps1).values())
        assert scores[row.student] == pytest.approx(expected), (row.name, said)
    assert not (tmp_path / "mark").exists()


@pytest.fixture(scope="module")
def ordinary(fresh, syllabus, ps1, tmp_path_factory) -> list[Submission]:
    """A class of honest students, right and wrong in all kinds of ways."""
    folder = tmp_path_factory.mktemp("ordinary")
    contents = []
    for number in range(CONTENTS):
        draw = random.Random(number)
        answers = {}
        for exercise in ps1.automatic:
            mine = [v for v in variants("ps1") if v.exercise == exercise.name]
            drawn = draw.choice([None, *mine])
            if drawn is not None:
                answers[exercise.name] = drawn.answer
        student = Student(f"content-{number}", answers)
        contents.append(handed_in(student, folder, fresh, syllabus, ps1))
    return [
        replace(contents[n % CONTENTS], student=f"student-{n}")
        for n in range(ORDINARY)
    ]


def handed_in(student, folder, course, syllabus, ps1) -> Submission:
    """Write a submission and read it again."""
    student.write(folder, course, syllabus, ps1)
    release = course.release("ps1")
    return load(folder / student.name, student.name, ps1, release)


def test_three_bombs_change_no_other_grade(
    fresh, chosen, ordinary, syllabus, ps1, tmp_path
):
    """The 197 others earn what they earn without them, to the last digit."""
    secret_of(fresh.root)  # so that both courses draw the same values
    names = {row.name for row in chosen}
    bombs = [
        handed_in(
            hostile.row(name).handed_in({}), tmp_path, fresh, syllabus, ps1
        )
        for name in [n for n in BOMBS if n in names][:3]
    ]
    among = list(ordinary)
    for number, bomb in enumerate(bombs):
        among.insert(20 + 60 * number, bomb)
    scores = []
    with LocalExecutor() as executor:
        for number, submissions in enumerate((among, ordinary)):
            course = copy_of(fresh, tmp_path / f"course-{number}")
            grade_all(submissions, course.root, executor, Limits(), str)
            scores.append(
                {
                    r.student: {e.name: e.score for e in r.exercises}
                    for r in Journal(course.root, "ps1").all()
                }
            )
    with_bombs, without = scores
    assert len(with_bombs) == ORDINARY + 3
    assert len(without) == ORDINARY
    for bomb in bombs:
        assert with_bombs.pop(bomb.student)["ps1-jacobian"] in (0.0, 2.0)
    assert with_bombs == without
    assert len({sum(s.values()) for s in without.values()}) > 10
