"""What submissions earn through ingest, the wall, nbgrader's gradebook."""

import pytest

from autograder import hidden
from autograder import syllabus as course_syllabus
from autograder.samples import variants
from autograder.tests import special
from autograder.tests.classes import grade_scores

SETS = course_syllabus.load().sets
NAMES = [s.name for s in SETS]


@pytest.mark.parametrize("name", NAMES)
def test_solutions_earn_all_automatic_points(graded, course, syllabus, name):
    scores = grade_scores(course, name, "complete")
    for exercise in syllabus.problem_set(name).automatic:
        assert scores[exercise.check_id] == exercise.points


@pytest.mark.parametrize("name", NAMES)
def test_the_untouched_release_earns_nothing(graded, course, syllabus, name):
    scores = grade_scores(course, name, "blank")
    assert set(scores) == {
        e.check_id for e in syllabus.problem_set(name).exercises
    }
    assert set(scores.values()) == {0.0}


@pytest.mark.parametrize("name", NAMES)
def test_every_submission_earns_what_was_predicted(
    graded, course, syllabus, name
):
    """Wrong ones lose points in their own exercise, right ones nowhere."""
    problem_set = syllabus.problem_set(name)
    wrong = {}
    for student in graded[name].students.values():
        scores = grade_scores(course, name, student.name)
        for exercise, expected in student.expected(problem_set).items():
            found = scores[problem_set.exercise(exercise).check_id]
            if found != pytest.approx(expected, abs=1e-6):
                wrong[student.name, exercise] = (found, expected)
    assert wrong == {}


@pytest.mark.parametrize("name", NAMES)
def test_gradebook_holds_what_the_host_found(graded, course, syllabus, name):
    problem_set = syllabus.problem_set(name)
    for result in graded[name].report.results:
        scores = grade_scores(course, name, result.student)
        for exercise in result.exercises:
            check = problem_set.exercise(exercise.name).check_id
            assert scores[check] == exercise.score


@pytest.mark.parametrize("name", NAMES)
def test_each_exercise_has_wrong_and_right_variants(syllabus, name):
    """Four wrong ones, two of which look right, and two right ones.

    Where nothing is hidden, the visible check finds every wrong answer.
    """
    for exercise in syllabus.problem_set(name).automatic:
        mine = [v for v in variants(name) if v.exercise == exercise.name]
        wrong = [v for v in mine if not v.right]
        assert len(wrong) >= 4, exercise.name
        assert len(mine) - len(wrong) >= 2, exercise.name
        assert all(v.score < exercise.points for v in wrong), exercise.name
        if hidden.specs(name).get(exercise.name):
            assert sum(v.passes_visible for v in wrong) >= 2, exercise.name


def test_odd_submissions_are_flagged(graded):
    for student, words in special.FLAGGED.items():
        flags = graded["ps1"].result(student).flags
        assert any(words in flag for flag in flags), (student, flags)


def test_plain_submissions_are_not_flagged(graded):
    for student in ("complete", "blank", "bom", "answer-below"):
        assert graded["ps1"].result(student).flags == ()


def test_unreadable_submissions_are_refused_with_advice(graded, course):
    refused = {r.student: r.reason for r in graded["ps1"].report.refusals}
    assert set(refused) == set(special.REFUSED)
    for student, (_, words) in special.REFUSED.items():
        assert words in refused[student]
        assert "hand it in again" in refused[student]
        assert not (course.submitted / student).joinpath("ps1").exists()


def test_refused_students_get_no_score(graded, course):
    """A refusal is not a zero."""
    with course.gradebook() as gradebook:
        known = {s.student.id for s in gradebook.assignment_submissions("ps1")}
    assert known.isdisjoint(special.REFUSED)


def test_no_answer_reads_as_more_than_its_points(graded, course):
    with course.gradebook() as gradebook:
        for submission in gradebook.assignment_submissions("ps1"):
            for notebook in submission.notebooks:
                for grade in notebook.grades:
                    assert 0 <= (grade.auto_score or 0) <= grade.max_score


def test_timed_out_answer_says_so(graded):
    result = graded["ps1"].result("demo-never-ends")
    lines = "\n".join(result.exercise("ps1-composition").lines())
    assert "did not return within" in lines
    assert result.exercise("ps1-kron").score == 2.0


def test_raised_error_reaches_the_student(graded):
    result = graded["ps1"].result("demo-raises")
    lines = "\n".join(result.exercise("ps1-kron").lines())
    assert "IndexError" in lines
    assert "(line 2)" in lines
    assert lines.count("(line ") == lines.count("the call raised")
