"""Docstrings say shapes first, in one pattern, and their examples run."""

import ast
import doctest
import importlib
import re
import types

import pytest
from course_files import assignments, module_text

SECTIONS = "Attributes Args Returns Raises Cost Example Source".split()
SHAPE = re.compile(r"\((\.\.\.|[\w.+*\- ]+(, ?[\w.+*\- ]+)*,?)?\)")
OTHER_KINDS = re.compile(
    r"Array of|Claimed|Text|Dictionary|Function|Iterable|List|Nested|None"
    r"|Pair|Sequence|Shape|True|Tuple|\""
)
GIVEN = {name for name, where in assignments().items() if where == "given"}


def violations(text, given):
    """Every breach of the pattern in the text of a module."""
    found = []
    for node in ast.parse(text).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            if node.name.startswith("_"):
                continue
            doc = ast.get_docstring(node)
            if doc is None:
                found.append(f"{node.name} has no docstring")
            else:
                problems = problems_of(node, doc, given)
                found += [f"{node.name}: {problem}" for problem in problems]
    return found


def problems_of(node, doc, given):
    """Yield what is wrong with the docstring of one function or class."""
    first, *rest = doc.splitlines()
    if len(first) > 72 or not first.endswith("."):
        yield "the first line is no sentence of at most 72 characters"
    if rest and rest[0]:
        yield "no empty line after the first sentence"
    parts = sections(doc)
    if list(parts) != [name for name in SECTIONS if name in parts]:
        yield f"sections in the order {list(parts)}"
    wanted = parameters(node)
    arguments, results = (entries(parts.get(k)) for k in ("Args", "Returns"))
    is_function = isinstance(node, ast.FunctionDef)
    due = "Args" in parts or (is_function and not given and len(wanted) > 1)
    if due and [name for name, _ in arguments] != wanted:
        yield f"Args lists {[n for n, _ in arguments]}, not {wanted}"
    if due and is_function and returns_value(node) and not results:
        yield "no named line under Returns"
    for name, words in arguments + results:
        if not shape_first(words, given):
            yield f"{name} begins with no shape: {words!r}"
    if "Example" in parts and ">>>" not in parts["Example"]:
        yield "the example is no doctest"


def shape_first(words, given):
    """Whether an entry says its shape, or is plainly no array."""
    if words.startswith("("):
        return SHAPE.match(words) is not None
    return given or bool(OTHER_KINDS.match(words))


def sections(doc):
    """The sections of a docstring: their names and texts, in order."""
    names = "|".join(SECTIONS)
    parts = re.split(rf"^({names}):\n", doc, flags=re.MULTILINE)[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


def entries(section):
    """The entries `name: words` of a section."""
    return re.findall(r"^ {4}(\*{0,2}\w+): (.*)$", section or "", re.MULTILINE)


def parameters(node):
    """The names that Args must list, in order."""
    if isinstance(node, ast.ClassDef):
        for item in node.body:
            if isinstance(item, ast.FunctionDef) and item.name == "__init__":
                return parameters(item)[1:]
        fields = (n for n in node.body if isinstance(n, ast.AnnAssign))
        return [n.target.id for n in fields]
    args = node.args
    names = [a.arg for a in args.posonlyargs + args.args]
    if args.vararg:
        names.append(f"*{args.vararg.arg}")
    names += [a.arg for a in args.kwonlyargs]
    return names + ([f"**{args.kwarg.arg}"] if args.kwarg else [])


def returns_value(node):
    """Whether the function returns something."""
    return any(isinstance(n, ast.Return) and n.value for n in ast.walk(node))


def failed_examples(module):
    """How many of a module's examples do not run as written."""
    runner = doctest.DocTestRunner(verbose=False)
    for example in doctest.DocTestFinder().find(module):
        runner.run(example, out=lambda _: None)
    return runner.failures


@pytest.mark.parametrize("name", assignments())
def test_docstrings_follow_the_pattern(name):
    """The first sentence, Args, Returns and shapes are as agreed."""
    assert violations(module_text(name), name in GIVEN) == []


@pytest.mark.parametrize(("name", "assignment"), assignments().items())
def test_modules_say_their_assignment_last(name, assignment):
    """The first thing a student reads ends in "Assignment: ps1."."""
    doc = ast.get_docstring(ast.parse(module_text(name)))
    assert doc.splitlines()[-1] == f"Assignment: {assignment}."


@pytest.mark.parametrize("name", assignments())
def test_modules_open_with_one_sentence(name):
    """A sentence, an empty line, then the idea."""
    doc = ast.get_docstring(ast.parse(module_text(name)))
    first, empty, *_ = doc.splitlines()
    assert first.endswith(".")
    assert empty == ""


@pytest.mark.parametrize("name", assignments())
def test_examples_run(name):
    """Every example in a docstring prints what it says."""
    assert failed_examples(importlib.import_module(f"chainrule.{name}")) == 0


GOOD = '''
def push(f, x):
    """Push x through f.

    Args:
        f: Function from (n,) to (m,).
        x: (n,) point.

    Returns:
        y: (m,) value.

    Example:
        >>> 1 + 1
        2
    """
    return f(x)
'''


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Push x through f.", "Push x through f"),
        ("Push x through f.", "Push x " + "on and " * 12 + "on."),
        ("\n\n    Args", "\n    More.\n\n    Args"),
        ("        f: Function from (n,) to (m,).\n", ""),
        ("def push(f, x)", "def push(x, f)"),
        ("x: (n,) point", "x: Point of n numbers"),
        ("x: (n,) point", "x: (n;) point"),
        ("y: (m,) value", "(m,) value"),
        ("    Returns:\n        y: (m,) value.\n\n", ""),
        (">>> 1 + 1\n        2", "push(f, x)"),
        ("Args", "Source"),
        (GOOD, "def push(f, x):\n    return f(x)"),
        (GOOD, 'def push(f, x):\n    """Push x through f."""'),
    ],
)
def test_a_breach_of_the_pattern_is_found(old, new):
    """The rule passes a good function and catches each bad one."""
    assert violations(GOOD, given=False) == []
    assert GOOD.replace(old, new) != GOOD
    assert violations(GOOD.replace(old, new), given=False) != []


def test_a_wrong_example_is_found():
    """The runner of examples notices a wrong one."""
    assert failed_examples(types.ModuleType("m", ">>> 1 + 1\n2\n")) == 0
    assert failed_examples(types.ModuleType("m", ">>> 1 + 1\n3\n")) == 1
