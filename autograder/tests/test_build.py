"""Text to masters to release: reproducible, complete, and closed."""

import subprocess

import nbformat
import pytest

from autograder import notebooks
from autograder import syllabus as course_syllabus
from autograder.clear import SolutionError, clear_module, reference_module
from autograder.course import new_course
from autograder.release import (
    LeakError,
    released_text,
    require_no_leak,
)
from autograder.repair import grade_id
from autograder.session import Limits, Session
from autograder.syllabus import ROOT, SyllabusError

SYLLABUS = course_syllabus.load()
UNANSWERED = ("NotImplementedError", "NotAnswered")
NAMES = list(SYLLABUS.names)
NOTEBOOKS = [(s.name, n) for s in SYLLABUS.sets for n in s.notebooks]


@pytest.mark.parametrize(("name", "notebook"), NOTEBOOKS)
def test_committed_masters_equal_the_build(name, notebook):
    """Byte for byte, so that a diff of source/ can be believed."""
    problem_set = SYLLABUS.problem_set(name)
    built = notebooks.master_text(SYLLABUS, problem_set, notebook)
    committed = notebooks.master_path(problem_set, notebook)
    assert committed.read_text("utf-8") == built, "run 'make source'"


@pytest.mark.parametrize("name", NAMES)
def test_committed_release_equals_the_generated_one(course, name):
    """What nbgrader generates here is what is in the repository."""

    def contents(folder):
        return {
            str(p.relative_to(folder)): p.read_text("utf-8")
            for p in folder.rglob("*")
            if p.is_file() and "__pycache__" not in p.parts
        }

    generated = contents(course.release(name))
    assert generated == contents(ROOT / "release" / name), "make release"


@pytest.mark.parametrize("name", NAMES)
def test_release_holds_no_solution_and_no_hidden_case(course, name):
    text = released_text(course.release(name))
    require_no_leak(SYLLABUS, SYLLABUS.problem_set(name), text)


@pytest.mark.parametrize("name", NAMES)
def test_every_planted_line_is_found(course, name):
    """The leak check fails for each solution line that it is shown."""
    from autograder.release import _open_and_secret

    problem_set = SYLLABUS.problem_set(name)
    text = released_text(course.release(name))
    _, secret = _open_and_secret(SYLLABUS, problem_set)
    assert len(secret) > 20
    for line in secret:
        with pytest.raises(LeakError):
            require_no_leak(SYLLABUS, problem_set, f"{text}\n{line}")


@pytest.mark.parametrize("name", NAMES)
def test_release_holds_just_this_sets_files(course, name):
    problem_set = SYLLABUS.problem_set(name)
    folder = course.release(name) / "chainrule"
    paths = (p.relative_to(folder) for p in folder.rglob("*.py"))
    modules = {".".join(p.with_suffix("").parts) for p in paths}
    wanted = {*SYLLABUS.given_by(name), *problem_set.modules}
    wanted |= {"__init__", *SYLLABUS.earlier_modules(name)}
    for kind in ("visible", "figures"):
        wanted |= {f"{kind}.__init__", f"{kind}.{name}"}
    assert modules == wanted


@pytest.mark.parametrize(("name", "notebook"), NOTEBOOKS)
def test_released_cells_succeed_or_name_their_exercise(
    course, syllabus, name, notebook
):
    """Run with errors allowed, an unanswered notebook explains itself."""
    release = course.release(name)
    nb = nbformat.read(release / f"{notebook}.ipynb", as_version=4)
    for cell in nb.cells:
        cell.metadata["nbgrader"] = {"grade_id": grade_id(cell)}
        cell.metadata["tags"] = []
    files = {
        str(p.relative_to(release)): p.read_text("utf-8")
        for p in release.rglob("*.py")
    }
    with Session(nb, files, Limits(cell=60)) as session:
        session.start()
        assert session.run.flags == []
    exercises = {e.name for e in syllabus.problem_set(name).exercises}
    errors = 0
    for cell in nb.cells:
        for output in cell.get("outputs", []):
            assert output.get("name") != "stderr", output
            if output.output_type != "error":
                continue
            errors += 1
            assert output.ename in UNANSWERED, cell.source
            if output.ename == "NotAnswered":
                assert len(output.traceback) == 1, output.traceback
            named = {e for e in exercises if f"{e}:" in output.evalue}
            named |= {e for e in exercises if f"{e} is" in output.evalue}
            assert named, output.evalue
            own = grade_id(cell).removesuffix("-check")
            if own:
                assert any(own in n or n in own for n in named) or (
                    set(syllabus.problem_set(name).exercise(own).uses) & named
                ), (own, output.evalue)
    assert errors > 0


@pytest.mark.parametrize("name", NAMES)
def test_solutions_execute_with_figures_and_without_noise(course, name):
    """ExecuteSolved refuses any error and anything on stderr."""
    course.generate_solution(name)
    figures = 0
    for path in (course.root / "solutions" / name).glob("*.ipynb"):
        for cell in nbformat.read(path, as_version=4).cells:
            for output in cell.get("outputs", []):
                figures += "image/png" in output.get("data", {})
    assert figures >= 3


def test_a_stale_master_is_not_released(tmp_path):
    """The step of nbgrader refuses, and leaves no release behind."""
    course = new_course(tmp_path, SYLLABUS.sets[:1])
    path = next((tmp_path / "source").rglob("*.ipynb"))
    text = path.read_text("utf-8")
    assert text.count("BEGIN SOLUTION")
    first = SYLLABUS.sets[0]
    leaking = text.replace("### BEGIN SOLUTION", "### SOLUTION").replace(
        "### END SOLUTION", "### SOLUTION"
    )
    path.write_text(leaking, "utf-8")
    with pytest.raises(Exception, match=r"holds a line of|differs from"):
        course.generate_release(first.name)
    assert not course.release(first.name).exists()


def test_the_stub_is_nbgraders_rule_for_modules_and_cells():
    text = (
        "def f(x):\n    ### BEGIN SOLUTION ps1-f\n    return 2 * x\n"
        "    ### END SOLUTION\n\n\nZERO = 0\n"
    )
    cleared = clear_module(text)
    assert 'raise NotImplementedError(\n        "ps1-f: ' in cleared
    assert "2 * x" not in cleared
    assert "ZERO = 0" in cleared
    assert (
        reference_module(text) == "def f(x):\n    return 2 * x\n\n\nZERO = 0\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "### BEGIN SOLUTION\nx = 1\n### END SOLUTION\n",
        "### BEGIN SOLUTION ps1-f\nx = 1\n",
        "### BEGIN SOLUTION ps1-f\n### BEGIN SOLUTION ps1-g\n### END SOLUTION",
    ],
    ids=["no name", "no end", "nested"],
)
def test_a_malformed_region_stops_the_build(text):
    with pytest.raises((SolutionError, RuntimeError)):
        clear_module(text)


def test_an_unknown_exercise_in_the_syllabus_is_explained(tmp_path):
    path = tmp_path / "syllabus.toml"
    text = (ROOT / "course" / "syllabus.toml").read_text("utf-8")
    wrong = text.replace('\ngraded = "cell"', '\ngraded = "luck"', 1)
    path.write_text(wrong)
    with pytest.raises(SyllabusError, match="expected one of"):
        course_syllabus.load(path)


def test_no_solution_line_is_tracked_in_release():
    """A last look with git's own eyes."""
    found = subprocess.run(
        ["git", "grep", "-lE", "BEGIN (SOLUTION|HIDDEN TESTS)", "release"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert found.stdout == ""
