"""Formgrader's buttons and pages do what the Makefile's verbs do."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest

from autograder import syllabus as course_syllabus
from autograder.course import Course
from autograder.grade import grade
from autograder.identity import secret_of
from autograder.ingest import ingest
from autograder.samples import variant, write_submission
from autograder.submission import load
from autograder.syllabus import ROOT
from autograder.tests.browser import page  # noqa: F401
from autograder.tests.servers import (
    Answer,
    Server,
    copy_repository,
    import_from,
    jupyterlab,
)

STUDENT = "mallory"
VARIANTS = ("wrong_jacobian_transpose", "wrong_taylor_absolute")
MARK = "seen-by-the-grader"
HTML = "<b>{0}</b><script>document.title += / ran-{1}/.source</script>"
IMG = "<img src=x onerror='document.title += / ran-{1}-img/.source'>"
SVG = "<svg onload='document.title += / ran-{1}-svg/.source'></svg>"
MANY = HTML + IMG + SVG
DISPLAYED = f"""from IPython.display import HTML, Javascript, Markdown, SVG
display(HTML({MANY.format(MARK, "html")!r}))
display(Markdown({MANY.format(MARK, "md-output")!r}))
display(SVG({SVG.format("", "svg-output")!r}))
display(Javascript("document.title += ' ran-javascript'"))
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The staff's JupyterLab, over a copy of the repository."""
    root = copy_repository(tmp_path_factory.mktemp("staff") / "course")
    python = ROOT / ".venv" / "bin" / "python"
    home = tmp_path_factory.mktemp("home")
    with jupyterlab(python, root, home, **import_from(root)) as started:
        yield started


def generate(server: Server) -> Answer:
    """Press Generate."""
    return server.ask("POST", "/formgrader/api/assignment/ps1/assign")


@pytest.fixture(scope="module")
def release(server: Server) -> Path:
    """The release that the Generate button made."""
    answer = generate(server)
    assert answer.status == 200
    assert answer.json["success"], answer.text[-2000:]
    return server.folder / "release" / "ps1"


@pytest.fixture(scope="module")
def autograded(server: Server, release: Path, tmp_path_factory: Any) -> Path:
    """The folder that the Autograde button made of a submission."""
    syllabus = course_syllabus.load()
    problem_set = syllabus.problem_set("ps1")
    handed_in = tmp_path_factory.mktemp("handed-in")
    wrong = {
        v.exercise: v.answer for n in VARIANTS if (v := variant("ps1", n))
    }
    folder = handed_in / STUDENT
    write_submission(folder, syllabus, problem_set, release, wrong)
    for name in problem_set.notebooks:
        add_scripts(folder / f"{name}.ipynb")
    ingested = ingest(Course(server.folder), problem_set, handed_in)
    assert not ingested.refusals
    path = f"/formgrader/api/submission/ps1/{STUDENT}/autograde"
    answer = server.ask("POST", path)
    assert answer.status == 200
    assert answer.json["success"], answer.text[-2000:]
    return server.folder / "autograded" / STUDENT / "ps1"


def add_scripts(path: Path) -> None:
    """Add cells that would run scripts in a grader's browser."""
    nb = nbformat.read(path, as_version=4)
    markdown = MANY.format(MARK, "markdown")
    for cell in nb.cells:
        if cell.metadata.get("nbgrader", {}).get("grade_id") == "ps1-why-not":
            cell.source = "Two reasons.\n\n" + MANY.format(MARK, "answer")
    nb.cells += [
        nbformat.v4.new_code_cell(DISPLAYED),
        nbformat.v4.new_markdown_cell(markdown),
        nbformat.v4.new_raw_cell(markdown),
    ]
    nbformat.write(nb, path)


@pytest.fixture
def submission_page(page: Any, server: Server, autograded: Path) -> Any:  # noqa: F811
    """Opens formgrader's page of a notebook of that submission."""
    page.set_extra_http_headers({"Authorization": f"token {server.token}"})

    def opened(notebook: str, check: str) -> Any:
        path = f"/formgrader/api/submitted_notebooks/ps1/{notebook}"
        number = server.ask("GET", path).json[0]["id"]
        page.goto(f"{server.url}/formgrader/submissions/{number}/")
        page.locator(f"#{check}.score").wait_for()
        return page

    return opened


def test_generate_releases_no_solution_and_no_hidden_case(
    release: Path,
) -> None:
    texts = {p: p.read_text("utf-8") for p in release.rglob("*.[pi]*y*")}
    everything = "\n".join(texts.values())
    for secret in (
        *("BEGIN SOLUTION", "END SOLUTION", "HIDDEN TESTS"),
        *("hidden=[", "Marking scheme", "jacobian_f(g(x)) @ jacobian_g(x)"),
    ):
        assert secret not in everything
    module = texts[release / "chainrule" / "differences.py"]
    assert module.count("raise NotImplementedError") >= 3
    assert len(texts) > 5


@pytest.fixture
def kept(release: Path, tmp_path: Path) -> Iterator[Path]:
    """The release, put back after a test that removes it."""
    shutil.copytree(release, tmp_path / "kept")
    yield release
    shutil.rmtree(release, ignore_errors=True)
    shutil.copytree(tmp_path / "kept", release)


def test_a_master_that_is_not_fresh_is_not_released(
    server: Server, kept: Path
) -> None:
    master = server.folder / "source" / "ps1" / "jacobians.ipynb"
    built = master.read_text("utf-8")
    master.write_text(built.replace("**Goal.**", "**The goal.**"), "utf-8")
    answer = generate(server)
    master.write_text(built, "utf-8")
    assert not answer.json["success"]
    assert "run 'make source' first" in answer.text
    assert not kept.exists()


def test_a_solved_module_beside_the_master_is_not_released(
    server: Server, kept: Path
) -> None:
    stray = server.folder / "source" / "ps1" / "notes.py"
    solved = server.folder / "course" / "chainrule" / "differences.py"
    text = re.sub(r" *### (BEGIN|END) SOLUTION.*\n", "", solved.read_text())
    stray.write_text(text)
    answer = generate(server)
    stray.unlink()
    assert not answer.json["success"]
    assert "holds a line of a solution" in answer.text
    assert not kept.exists()


def test_autograde_gives_the_scores_of_grade_cell_by_cell(
    server: Server, release: Path, autograded: Path
) -> None:
    syllabus = course_syllabus.load()
    problem_set = syllabus.problem_set("ps1")
    submitted = server.folder / "submitted" / STUDENT / "ps1"
    submission = load(submitted, STUDENT, problem_set, release)
    result = grade(submission, syllabus, secret_of(server.folder))
    expected = {e.check_id: None for e in problem_set.exercises}
    for exercise in problem_set.automatic:
        expected[exercise.check_id] = result.exercise(exercise.name).score
    with Course(server.folder).gradebook() as gradebook:
        found = gradebook.find_submission("ps1", STUDENT).notebooks
        scores = {g.name: g.auto_score for n in found for g in n.grades}
    assert scores == expected
    assert 0 < result.score < result.points


def test_the_page_shows_module_scheme_and_criteria(
    submission_page: Any,
) -> None:
    shown = submission_page("differences", "ps1-taylor-check")
    text = shown.locator("#notebook").first.inner_text()
    assert "# Submitted: chainrule/differences.py" in text
    assert text.count("For graders only.") == 2
    assert "Marking scheme (2 points)" in text
    shown.screenshot(path=shown.screenshots / "formgrader.png", full_page=True)
    shown = submission_page("jacobians", "ps1-jacobian-check")
    text = shown.locator("#notebook").first.inner_text()
    assert "✗ value (0 of 1.5)" in text
    score = shown.locator("#ps1-jacobian-check.score")
    assert score.get_attribute("placeholder") == "0"


def test_the_page_runs_nothing_that_a_student_wrote(
    submission_page: Any,
) -> None:
    shown = submission_page("differences", "ps1-taylor-check")
    shown.wait_for_timeout(1000)
    assert MARK in shown.content()
    assert "ran-" not in shown.title()


def test_feedback_runs_nothing_and_shows_no_marking_scheme(
    page: Any,  # noqa: F811
    server: Server,
    autograded: Path,
) -> None:
    Course(server.folder).generate_feedback("ps1", STUDENT)
    folder = server.folder / "feedback" / STUDENT / "ps1"
    page.goto((folder / "differences.html").as_uri())
    page.wait_for_timeout(1000)
    page.screenshot(path=page.screenshots / "feedback.png", full_page=True)
    assert MARK in page.content()
    assert "For graders only" not in page.content()
    assert "ran-" not in page.title()


def test_feedback_lists_the_points_by_exercise(
    page: Any,  # noqa: F811
    server: Server,
    autograded: Path,
    syllabus: Any,
) -> None:
    Course(server.folder).generate_feedback("ps1", STUDENT)
    folder = server.folder / "feedback" / STUDENT / "ps1"
    page.goto((folder / "differences.html").as_uri())
    for exercise in syllabus.problem_set("ps1").exercises:
        line = page.locator("li").filter(has_text=f"{exercise.name}:")
        if exercise.notebook != "differences":
            assert line.count() == 0
            continue
        assert f" of {exercise.points:g}" in line.inner_text()
        unread = "or not read yet" in line.inner_text()
        assert unread == (exercise.graded == "hand")
        target = line.locator("a").get_attribute("href").lstrip("#")
        assert page.locator(f"a[name='{target}']").count() == 1
