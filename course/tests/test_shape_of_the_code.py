"""Modules, functions and answers are short enough to be read at once."""

import ast

import pytest
from course_files import (
    AUTOMATIC,
    assignments,
    cells,
    grade_id,
    module_text,
)

from autograder.clear import REGION

MODULE, FUNCTION, ANSWER = 300, 60, 25
VISIBLE = 600  # properties of one set, beside its tables of cases


def too_long(text, module=MODULE):
    """The module, its functions and its answers that exceed a limit.

    Tables of cases are data: their lines do not count.
    """
    tree = ast.parse(text)
    data = sum(span(n) for n in tree.body if isinstance(n, ast.Assign))
    if len(text.splitlines()) - data > module:
        yield "the module"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and span(node) > FUNCTION:
            yield node.name
    for node in tree.body:
        answer = ast.get_source_segment(text, node) or ""
        lines = [
            line
            for region in REGION.finditer(answer)
            for line in region["body"].splitlines()
            if line.strip()
        ]
        if len(lines) > ANSWER:
            yield f"the answer of {node.name}"


def span(node):
    """How many lines a definition or statement takes."""
    return node.end_lineno - node.lineno + 1


@pytest.mark.parametrize("name", assignments())
def test_modules_functions_and_answers_are_short(name):
    """Whole modules, single functions and answers keep their limits."""
    limit = VISIBLE if name.startswith("visible.") else MODULE
    assert list(too_long(module_text(name), limit)) == []


@pytest.mark.parametrize("exercise", AUTOMATIC, ids=lambda e: e.name)
def test_answer_cells_are_short(exercise):
    """An answer in a notebook keeps the limits of one in a module."""
    set_name = exercise.name.partition("-")[0]
    for cell in cells(set_name, exercise.notebook):
        if grade_id(cell) == exercise.name:
            assert list(too_long(cell.source)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("x = 1\n" * MODULE, []),
        ("x = 1\n" * (MODULE + 100), []),
        ("f(1)\n" * (MODULE + 1), ["the module"]),
        ("def f():\n" + "    g()\n" * FUNCTION, ["f"]),
        (
            "def f():\n    ### BEGIN SOLUTION a-b\n"
            + "    g()\n" * (ANSWER + 1)
            + "    ### END SOLUTION\n    return 1\n",
            ["the answer of f"],
        ),
    ],
)
def test_length_is_measured(text, found):
    """Data may be long, code and answers may not."""
    assert list(too_long(text)) == found
