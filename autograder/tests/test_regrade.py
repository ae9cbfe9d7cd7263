"""Manual points, unchanged submissions, kills: nothing is lost."""

import os
from dataclasses import replace

import pytest

from autograder.course import StepFailed
from autograder.ingest import ingest
from autograder.journal import Journal
from autograder.pipeline import grade_class
from autograder.run import LocalExecutor, grade_all
from autograder.session import Limits
from autograder.tests.classes import Student, grade_scores


@pytest.fixture(scope="module")
def small(tmp_path_factory, course, syllabus):
    """A class of two in the released course, under names of its own."""
    problem_set = syllabus.sets[0]
    folder = tmp_path_factory.mktemp("small")
    for name in ("manual-1", "manual-2"):
        Student(name).write(folder, course, syllabus, problem_set)
    came = ingest(course, problem_set, folder)
    return problem_set, folder, came.submissions


def test_manual_points_survive_a_regrade(course, small):
    """Entered through the gradebook's API, as formgrader does."""
    problem_set, folder, _ = small
    grade_class(course, problem_set, folder, say=lambda line: None)
    by_hand = [e for e in problem_set.exercises if e.graded == "hand"]
    notebook = by_hand[0].notebook
    with course.gradebook() as gradebook:
        for exercise in by_hand:
            grade = gradebook.find_grade(
                exercise.name, notebook, problem_set.name, "manual-1"
            )
            assert grade.auto_score is None
            assert grade.needs_manual_grade
            grade.manual_score = exercise.points - 0.5
        gradebook.db.commit()
    course.autograde(problem_set.name, "manual-1")
    with course.gradebook() as gradebook:
        submission = gradebook.find_submission(problem_set.name, "manual-1")
        manual = sum(e.points - 0.5 for e in by_hand)
        automatic = sum(e.points for e in problem_set.automatic)
        assert submission.score == automatic + manual


def test_points_by_hand_renew_the_page(course, small):
    """The page says what a person gave, once the class is graded again."""
    problem_set, folder, _ = small
    exercise = next(e for e in problem_set.exercises if e.graded == "hand")
    page = course.feedback / "manual-1" / "ps1" / f"{exercise.notebook}.html"
    other = course.feedback / "manual-2" / "ps1" / f"{exercise.notebook}.html"
    told = f"{exercise.points - 0.5:g} of {exercise.points:g}"
    assert told not in page.read_text("utf-8")
    before = other.stat().st_mtime_ns
    grade_class(course, problem_set, folder, say=lambda line: None)
    assert told in page.read_text("utf-8")
    assert other.stat().st_mtime_ns == before, "nobody gave it anything"


def test_what_a_kill_left_unrecorded_is_recorded(course, small, syllabus):
    """Graded, and killed before the gradebook was told."""
    problem_set, folder, _ = small
    wrong = "def jacobian(x):\n    return np.zeros((2, 2))"
    Student("manual-2", {"ps1-jacobian": wrong}).write(
        folder, course, syllabus, problem_set
    )
    came = ingest(course, problem_set, folder)
    with LocalExecutor(1) as executor:
        changed = grade_all(came.submissions, course.root, executor)
    assert changed == ["manual-2"]
    before = grade_scores(course, "ps1", "manual-2")["ps1-jacobian-check"]
    assert before > 0
    grade_class(course, problem_set, folder, say=lambda line: None)
    after = grade_scores(course, "ps1", "manual-2")["ps1-jacobian-check"]
    assert after == 0
    page = course.feedback / "manual-2" / "ps1" / "jacobians.html"
    assert "0 of 2 points" in page.read_text("utf-8")
    Student("manual-2").write(folder, course, syllabus, problem_set)
    grade_class(course, problem_set, folder, say=lambda line: None)


def test_what_the_gradebook_lost_is_recorded_again(course, small):
    problem_set, folder, _ = small
    with course.gradebook() as gradebook:
        gradebook.remove_submission("ps1", "manual-2")
    grade_class(course, problem_set, folder, say=lambda line: None)
    assert grade_scores(course, "ps1", "manual-2")["ps1-kron-check"] == 2


class Deadly(str):
    """A student's id that ends the process which unpacks it."""

    def __reduce__(self):
        return os._exit, (1,)


def test_a_process_that_dies_costs_one_submission(course, small):
    """The others are graded, and the one that did it is named."""
    _, _, submissions = small
    many = [replace(submissions[0], student=f"many-{k}") for k in range(4)]
    deadly = replace(submissions[0], student=Deadly("deadly"))
    said: list[str] = []
    with LocalExecutor(2) as executor:
        changed = grade_all(
            [many[0], deadly, *many[1:]],
            course.root,
            executor,
            say=said.append,
        )
    for submission in many:
        Journal(course.root, "ps1").path(submission.student).unlink()
    assert changed == [submission.student for submission in many]
    lost = [line for line in said if "not graded" in line]
    assert len(lost) == 1
    assert lost[0].startswith("deadly: not graded")


def test_an_unchanged_class_is_not_graded_again(course, small):
    _, _, submissions = small
    with LocalExecutor(1) as executor:
        said: list[str] = []
        grade_all(submissions, course.root, executor, say=said.append)
        again: list[str] = []
        changed = grade_all(
            submissions, course.root, executor, say=again.append
        )
    assert changed == []
    assert again == []


def test_a_truncated_result_is_graded_again(course, small):
    """A kill in the middle of a write cannot leave half a result."""
    problem_set, _, submissions = small
    journal = Journal(course.root, problem_set.name)
    path = journal.path("manual-2")
    whole = path.read_text("utf-8")
    path.write_text(whole[:1000], "utf-8")
    assert journal.read("manual-2") is None
    with LocalExecutor(1) as executor:
        changed = grade_all(
            submissions, course.root, executor, Limits(), lambda line: None
        )
    assert changed == ["manual-2"]
    assert journal.read("manual-2").score == journal.read("manual-1").score


def test_no_execute_uses_only_a_result_of_this_submission(course, small):
    """Without a fresh result nothing is scored: it fails closed."""
    from nbgrader.converters import Autograde
    from nbgrader.utils import capture_log, temp_attrs

    problem_set, _, _ = small
    directory = course.api.coursedir

    def autograde_without_execution():
        with temp_attrs(
            directory, assignment_id=problem_set.name, student_id="manual-2"
        ):
            step = Autograde(coursedir=directory, parent=course.api)
            step.force = True
            step.config.Execute.enabled = False
            return capture_log(step)

    assert autograde_without_execution()["success"]
    before = grade_scores(course, problem_set.name, "manual-2")
    Journal(course.root, problem_set.name).path("manual-2").unlink()
    outcome = autograde_without_execution()
    assert not outcome["success"]
    assert "without --no-execute" in outcome["log"]
    after = grade_scores(course, problem_set.name, "manual-2")
    assert after == before, "a refused run leaves the scores alone"


def test_values_differ_between_students_and_stay_for_one(syllabus):
    from autograder import hidden

    exercise = syllabus.sets[0].automatic[1]

    def values(student):
        cases = hidden.cases_for(exercise, b"s", "c", student, "1")
        return repr([case.arguments for case in cases])

    assert values("a") == values("a")
    assert values("a") != values("b")


def test_a_failing_step_of_nbgrader_is_one_sentence(course):
    with pytest.raises(StepFailed, match="No notebooks were matched"):
        course.autograde("ps1", "nobody")
