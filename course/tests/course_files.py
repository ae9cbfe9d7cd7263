"""What the tests read: the course as it is written, by the syllabus.

Nothing here is built: modules and notebook texts are read where they are
written, so that a stale master cannot hide a fault.
"""

import ast
import importlib
import symtable
from functools import cache

import jupytext
from nbformat.notebooknode import NotebookNode

from autograder.clear import reference_module
from autograder.notebooks import text_path
from autograder.syllabus import ROOT, ProblemSet, load

SYLLABUS = load()
PACKAGE = ROOT / "course" / "chainrule"
OWN = ("visible", "figures")
DEFINITIONS = (ast.Assign, ast.FunctionDef, ast.ClassDef)
DEFINITIONS += (ast.Import, ast.ImportFrom)

AUTOMATIC = [e for s in SYLLABUS.sets for e in s.automatic]
NOTEBOOKS = [
    (s.name, notebook) for s in SYLLABUS.sets for notebook in s.notebooks
]


def assignments() -> dict[str, str]:
    """Every module of the package, and the set that it is written in."""
    found = dict.fromkeys(SYLLABUS.given, "given")
    for problem_set in SYLLABUS.sets:
        found |= dict.fromkeys(problem_set.given, "given")
        found |= {f"{kind}.{problem_set.name}": "given" for kind in OWN}
        found |= dict.fromkeys(problem_set.modules, problem_set.name)
    return found


def module_text(name: str) -> str:
    """The text of a module, for example "visible.ps1"."""
    path = PACKAGE / f"{name.replace('.', '/')}.py"
    return path.read_text("utf-8")


@cache
def cells(set_name: str, notebook: str) -> list[NotebookNode]:
    """The cells of a notebook's text."""
    problem_set = SYLLABUS.problem_set(set_name)
    path = text_path(problem_set, notebook)
    return list(jupytext.read(path, fmt="py:percent").cells)


def grade_id(cell: NotebookNode) -> str:
    """The cell's grade_id, or nothing."""
    return str(cell.metadata.get("nbgrader", {}).get("grade_id", ""))


@cache
def solved(set_name: str, exercise_name: str) -> tuple[object, ...]:
    """The course's own answers to an exercise, in the syllabus' order."""
    problem_set = SYLLABUS.problem_set(set_name)
    exercise = problem_set.exercise(exercise_name)
    if exercise.graded == "module":
        module = importlib.import_module(f"chainrule.{exercise.module}")
        return tuple(getattr(module, name) for name in exercise.answers)
    scope = solved_cells(problem_set, exercise.notebook)
    return tuple(scope[name] for name in exercise.answers)


@cache
def solved_cells(problem_set: ProblemSet, notebook: str) -> dict[str, object]:
    """Run the setup, the answers, and the definitions that they use."""
    code = [
        c for c in cells(problem_set.name, notebook) if c.cell_type == "code"
    ]
    names = {e.name for e in problem_set.exercises}
    setup, *rest = (without_magics(c.source) for c in code)
    parts = [(setup, True)]
    for cell, text in zip(code[1:], rest, strict=True):
        answer = grade_id(cell) in names
        parts.append((reference_module(text), answer))
    scope: dict[str, object] = {}
    exec("\n".join(needed(parts)), scope)
    return scope


def without_magics(source: str) -> str:
    """A code cell without the lines that only IPython reads."""
    lines = source.splitlines()
    return "\n".join(line for line in lines if not line.startswith("%"))


def needed(parts: list[tuple[str, bool]]) -> list[str]:
    """Keep texts that are wanted, and definitions that those rest on.

    Args:
        parts: Pairs of a text and whether all of it is wanted.

    Returns:
        texts: The wanted texts and single statements, in order.
    """
    items = []
    for text, wanted in parts:
        if wanted:
            items.append((text, set(), True))
            continue
        for node in ast.parse(text).body:
            if isinstance(node, DEFINITIONS):
                items.append((ast.unparse(node), bound(node), False))
    names: set[str] = set()
    kept: set[int] = set()
    while True:
        new = {
            k
            for k, (_, binds, wanted) in enumerate(items)
            if k not in kept and (wanted or binds & names)
        }
        if not new:
            return [items[k][0] for k in sorted(kept)]
        kept |= new
        names |= set().union(*(read_names(items[k][0]) for k in new))


def bound(node: ast.stmt) -> set[str]:
    """The names that a top-level statement defines."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return {node.name}
    if isinstance(node, ast.Import | ast.ImportFrom):
        return {a.asname or a.name.partition(".")[0] for a in node.names}
    return {
        n.id
        for n in ast.walk(node)
        if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)
    }


def read_names(text: str) -> set[str]:
    """The global names that a text reads."""
    tables, names = [symtable.symtable(text, "cell", "exec")], set()
    while tables:
        table = tables.pop()
        tables += table.get_children()
        top = table.get_type() == "module"
        for symbol in table.get_symbols():
            if symbol.is_referenced() and (top or symbol.is_global()):
                names.add(symbol.get_name())
    return names
