"""A release that holds answers waits until nobody may hand them in."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from autograder.course import Course, StepFailed, new_course

TOMORROW = datetime.now(UTC).replace(tzinfo=None) + timedelta(days=1)
YESTERDAY = TOMORROW - timedelta(days=2)


@pytest.fixture(scope="module")
def folder(tmp_path_factory, syllabus) -> Course:
    """A course folder in which the first set is handed out."""
    made = new_course(tmp_path_factory.mktemp("early"), syllabus.sets[:2])
    made.generate_release("ps1")
    return made


@pytest.fixture
def released(folder) -> Iterator[Course]:
    """The same, and the second set is not."""
    yield folder
    shutil.rmtree(folder.release("ps2"), ignore_errors=True)


def set_due(course: Course, when: datetime, extension: timedelta) -> None:
    """Set ps1's due date, and one student's extension."""
    with course.gradebook() as gradebook:
        gradebook.update_or_create_assignment("ps1", duedate=str(when))
        gradebook.update_or_create_student("late")
        submission = gradebook.update_or_create_submission("ps1", "late")
        submission.extension = extension
        gradebook.db.commit()


@pytest.mark.parametrize(
    ("due", "extension"),
    [(TOMORROW, timedelta(0)), (YESTERDAY, timedelta(days=3))],
)
def test_the_next_set_waits(released, due, extension):
    set_due(released, due, extension)
    with pytest.raises(StepFailed, match=r"ps1 is open until .* FORCE=1"):
        released.generate_release("ps2")
    assert not released.release("ps2").exists()
    released.generate_release("ps1")  # its own answers are not in it
    released.generate_release("ps2", early=True)
    assert (released.release("ps2") / "rules.ipynb").exists()


def test_it_is_handed_out_after_the_last_extension(released):
    set_due(released, YESTERDAY, timedelta(hours=1))
    released.generate_release("ps2")
    assert (released.release("ps2") / "rules.ipynb").exists()
