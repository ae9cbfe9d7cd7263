"""What a student sees in JupyterLab, in a real browser."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from autograder import lab
from autograder import syllabus as course_syllabus
from autograder.course import Course
from autograder.samples import variant, write_submission
from autograder.syllabus import ROOT
from autograder.tests.browser import page  # noqa: F401
from autograder.tests.servers import (
    Server,
    free_port,
    jupyterlab,
    ps1_course,  # noqa: F401
)

NOTEBOOK = "/lab/tree/jacobians.ipynb?reset"
CHECK = 'checks.run("ps1-jacobian"'
WRONG = "wrong_jacobian_transpose"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The student's JupyterLab, in an empty folder."""
    folder = tmp_path_factory.mktemp("student")
    home = tmp_path_factory.mktemp("home")
    python = ROOT / ".venv-student" / "bin" / "python"
    with jupyterlab(python, folder, home) as started:
        yield started


@pytest.fixture
def write(server: Server, ps1_course: Course) -> Any:  # noqa: F811
    """Fill the folder with the release and answers."""

    def written(answers: dict[str, str], solved: bool = True) -> None:
        syllabus = course_syllabus.load()
        problem_set = syllabus.problem_set("ps1")
        release = ps1_course.release("ps1")
        write_submission(
            server.folder, syllabus, problem_set, release, answers, solved
        )

    return written


def opened(page: Any, server: Server) -> Any:  # noqa: F811
    """The notebook in JupyterLab; no question covers it."""
    page.goto(server.page(NOTEBOOK))
    page.locator(".jp-Notebook").wait_for()
    page.add_style_tag(content=".Toastify { display: none }")
    return page


def validated(page: Any) -> str:  # noqa: F811
    """Click Validate; return what the dialog says, and close it."""
    page.get_by_role("button", name="Validate").click()
    dialog = page.locator(".jp-Dialog-content")
    text = dialog.inner_text()
    dialog.screenshot(path=page.screenshots / "validate.png")
    dialog.get_by_role("button").last.click()
    return str(text)


def checked(page: Any) -> str:  # noqa: F811
    """Run a check cell and all above it; return what it shows."""
    cell = page.locator(".jp-CodeCell", has_text=CHECK)
    cell.locator(".jp-InputArea-editor").click()
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Above Selected Cell").click()
    cell.locator(".jp-InputArea-editor").click()
    page.keyboard.press("Control+Enter")
    html = cell.locator(".jp-RenderedHTML")
    html.wait_for()
    cell.scroll_into_view_if_needed()
    page.screenshot(path=page.screenshots / "check.png")
    return str(html.inner_text())


def test_right_answers_pass_their_checks_and_validation(
    page: Any,  # noqa: F811
    server: Server,
    write: Any,
) -> None:
    write({})
    opened(page, server)
    shown = checked(page)
    assert "ps1-jacobian: 2 of 2 points" in shown
    assert "✓ value (1.5 of 1.5)" in shown
    assert "✓ input unchanged (0.5 of 0.5)" in shown
    assert "Success! Your notebook passes all the tests." in validated(page)


def test_a_wrong_answer_is_explained_and_fails_validation(
    page: Any,  # noqa: F811
    server: Server,
    write: Any,
) -> None:
    write({"ps1-jacobian": variant("ps1", WRONG).answer})
    opened(page, server)
    shown = checked(page)
    assert "ps1-jacobian: 0 of 2 points" in shown
    assert "✗ value (0 of 1.5)" in shown
    assert "this is the transpose: row i belongs to output i" in shown
    assert "found 4.0, expected 24.0" in shown
    said = validated(page)
    assert "The following cell failed:" in said
    assert CHECK in said
    assert said.count("checks.run") == 1


def test_an_unanswered_exercise_is_named_by_its_check(
    page: Any,  # noqa: F811
    server: Server,
    write: Any,
) -> None:
    write({}, solved=False)
    opened(page, server)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    cell = page.locator(".jp-CodeCell", has_text="predicted_change = None")
    error = cell.locator(".jp-RenderedText[data-mime-type*=stderr]")
    error.wait_for()
    assert "NotImplementedError: ps1-predict-push: replace" in (
        error.inner_text()
    )


def test_make_lab_starts_the_students_jupyterlab(
    monkeypatch: pytest.MonkeyPatch,
    ps1_course: Course,  # noqa: F811
) -> None:
    """In a copy of the release that a second start keeps."""
    started = []

    class Done:
        returncode = 0

    def run(words: list[str], cwd: Path) -> Done:
        started.append((words, cwd))
        return Done()

    monkeypatch.setattr(lab.subprocess, "run", run)
    problem_set = course_syllabus.load().problem_set("ps1")
    port = free_port()
    assert lab.open_lab(ps1_course, problem_set, port) == 0
    words, folder = started[0]
    assert words[0] == str(ROOT / ".venv-student" / "bin" / "python")
    assert words[1:] == lab.command(port)[1:]
    mine = folder / "chainrule" / "differences.py"
    assert "NotImplementedError" in mine.read_text("utf-8")
    mine.write_text("# my work\n", "utf-8")
    lab.open_lab(ps1_course, problem_set, port)
    assert mine.read_text("utf-8") == "# my work\n"
