"""Imports point one way: what rests on what can be read off the files."""

import ast
import graphlib
import sys

import pytest
from course_files import OWN, PACKAGE, SYLLABUS, assignments, module_text

from autograder.syllabus import ROOT

GRADER = ROOT / "autograder"
NOT_THE_GRADER = {"tests", "corpus"}


def imported(text, here=""):
    """Every module that a text imports, inside functions too.

    Args:
        text: The text of a module.
        here: Its package, against which relative imports count.

    Returns:
        modules: Set of full names; `from a import b` gives "a" and "a.b".
    """
    found = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            parents = here.split(".")
            above = parents[: len(parents) - node.level + 1]
            start = [".".join(above)] if node.level else []
            module = ".".join(start + ([node.module] if node.module else []))
            found |= {module} | {f"{module}.{a.name}" for a in node.names}
    return found


def within(text, package):
    """The modules of one package that a text imports, by short names."""
    found = imported(text, package)
    return {
        name.removeprefix(f"{package}.")
        for name in found
        if name.startswith(f"{package}.")
    }


def allowed(name):
    """The modules that students have when they read this one."""
    folder, _, last = name.rpartition(".")
    assignment = last if folder in OWN else assignments()[name]
    if assignment == "given":
        first = (s for s in SYLLABUS.sets if name in s.given)
        return set(SYLLABUS.given_by(next(first, SYLLABUS.sets[0]).name))
    earlier = {*SYLLABUS.given_by(assignment)}
    earlier |= {*SYLLABUS.earlier_modules(assignment)}
    own = {f"{kind}.{assignment}" for kind in OWN}
    if folder in OWN:
        return earlier | own
    return earlier | set(SYLLABUS.problem_set(assignment).modules)


def package_modules(names):
    """Of imported names, those that are modules of the package."""
    return {
        name
        for name in names
        if (PACKAGE / f"{name.replace('.', '/')}.py").exists()
    }


def graph(texts, package):
    """Who imports whom within a package: module to set of modules."""
    arrows = {}
    for name, text in texts.items():
        folder = f"{package}.{name}".rpartition(".")[0]
        full = imported(text, folder)
        short = {n.removeprefix(f"{package}.") for n in full}
        arrows[name] = (short & set(texts)) - {name}
    return arrows


def grader_texts():
    """The grader's modules by their names below autograder."""
    paths = [p.relative_to(GRADER) for p in GRADER.rglob("*.py")]
    return {
        ".".join(path.with_suffix("").parts): (GRADER / path).read_text()
        for path in paths
        if path.parts[0] not in NOT_THE_GRADER and path.stem != "__init__"
    }


@pytest.mark.parametrize("name", assignments())
def test_the_package_never_imports_the_grader(name):
    """Students have the package alone."""
    roots = {n.partition(".")[0] for n in imported(module_text(name))}
    assert "autograder" not in roots


@pytest.mark.parametrize("name", assignments())
def test_modules_import_only_what_students_have_by_then(name):
    """Later sets' modules are absent, so nobody may import them."""
    found = package_modules(within(module_text(name), "chainrule"))
    assert found - allowed(name) == set()


@pytest.mark.parametrize("problem_set", SYLLABUS.sets, ids=lambda s: s.name)
def test_cases_and_figures_stand_without_the_sets_answers(problem_set):
    """A stub cannot break the checks or the figures of its own set."""
    for kind in OWN:
        text = module_text(f"{kind}.{problem_set.name}")
        own = set(problem_set.modules)
        assert within(text, "chainrule") & own == set()


@pytest.mark.parametrize("problem_set", SYLLABUS.sets, ids=lambda s: s.name)
def test_answers_need_numpy_and_nothing_else(problem_set):
    """Answer modules import the standard library, NumPy and chainrule."""
    known = {*sys.stdlib_module_names, "numpy", "chainrule"}
    for name in problem_set.modules:
        found = imported(module_text(name))
        assert {n.partition(".")[0] for n in found} - known == set()


@pytest.mark.parametrize(
    ("name", "below"),
    [
        ("compare", set()),
        ("cases", set()),
        ("properties", {"cases", "compare"}),
        ("checks", {"cases", "compare", "properties"}),
    ],
)
def test_checks_rest_on_properties_and_these_on_comparing(name, below):
    """The arrows from checks down to compare and cases."""
    found = package_modules(within(module_text(name), "chainrule"))
    assert found <= below


@pytest.mark.parametrize("problem_set", SYLLABUS.sets, ids=lambda s: s.name)
def test_hidden_cases_are_data(problem_set):
    """They import the words they are written in, and NumPy."""
    found = imported(grader_texts()[f"cases.{problem_set.name}"])
    texts = f"chainrule.visible.{problem_set.name}"  # shared with students
    plain = ("autograder.specs", "itertools", texts)
    assert {n for n in found if not n.startswith(plain)} <= {"numpy"}


def test_the_grader_has_no_import_cycle():
    """Its modules can be read from the bottom up."""
    arrows = graph(grader_texts(), "autograder")
    assert len(list(graphlib.TopologicalSorter(arrows).static_order())) > 20


@pytest.mark.parametrize("text", ["from pkg import a", "from . import a"])
def test_a_cycle_is_found(text):
    """An import inside a function closes a cycle as well."""
    texts = {"a": "def f():\n    import pkg.b", "b": text}
    with pytest.raises(graphlib.CycleError):
        graphlib.TopologicalSorter(graph(texts, "pkg")).prepare()


@pytest.mark.parametrize(
    "text",
    [
        "import chainrule.differences",
        "from chainrule import differences",
        "from chainrule.differences import taylor_slope",
        "def f():\n    from chainrule import differences",
    ],
)
def test_an_import_is_found_however_it_is_written(text):
    """All four spellings name the same module."""
    found = package_modules(within(text, "chainrule"))
    assert found == {"differences"}
    assert found - allowed("checks") == {"differences"}
