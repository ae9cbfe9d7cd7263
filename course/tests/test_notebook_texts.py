"""A notebook says what the syllabus says, in cells of readable length."""

import re

import pytest
from course_files import NOTEBOOKS, SYLLABUS, cells, grade_id
from nbformat.v4 import new_code_cell, new_markdown_cell

from autograder.clear import REGION

WORDS, USUAL_WORDS, LINES, MINUTES, FIGURES, HINTS = 200, 120, 25, 75, 8, 2
HEADING = re.compile(r"^### Exercise (.*)$", re.MULTILINE)
SCHEME = re.compile(r"\*\*Marking scheme \((.+) points?\)\*\*\n(.*)", re.S)
NOT_PROSE = re.compile(r"```.*?```|`[^`]*`|\$\$.*?\$\$|\$[^$]*\$|!\[", re.S)
MACHINE_PATH = re.compile(r"(/(work|home|Users|tmp|root|mnt)/|[A-Z]:\\)\w")
FIGURE = re.compile(r"^ *(figures\.\w+|show\.\w+)\(", re.MULTILINE)
NUMBERS = "no one two three four five six seven eight nine ten eleven twelve"


def violations(cell):
    """Yield what is wrong with one cell, whatever notebook it is in."""
    text = cell.source
    if MACHINE_PATH.search(text):
        yield "names a folder of one machine"
    if cell.cell_type == "code":
        if sum(bool(line.strip()) for line in text.splitlines()) > LINES:
            yield f"has more than {LINES} lines"
        return
    if len(to_read(text)) > WORDS:
        yield f"has more than {WORDS} words"
    if "!" in NOT_PROSE.sub("", text):
        yield "shouts"


def to_read(text):
    """The words that students read: model answers are not for them."""
    return REGION.sub("", text).split()


def heading(exercise):
    """What stands after "Exercise" in the heading."""
    stars = "★" * exercise.difficulty + "☆" * (3 - exercise.difficulty)
    points = f"{exercise.points:g} point{'s' * (exercise.points != 1)}"
    return f"{exercise.name} ({points}, {stars}, {exercise.minutes} min)"


def scheme_points(text):
    """The stated total of a marking scheme, and the sum of its items."""
    total, items = SCHEME.search(text).groups()
    worth = re.findall(r"^- (Half a|[\d.]+) points?:", items, re.MULTILINE)
    half = {"Half a": 0.5}
    return float(total), sum(half.get(w) or float(w) for w in worth)


def stated(text):
    """The totals that a notebook's first cell states."""
    points = re.search(r"([\d.]+) points?, about (\d+) minutes", text)
    kinds = {"cell": "cells", "hand": "written answers?"}
    counts = {
        kind: re.search(rf"(\w+) {words}", text)
        for kind, words in kinds.items()
    }
    names = NUMBERS.split()
    return (
        float(points[1]),
        int(points[2]),
        {k: names.index(m[1].lower()) if m else 0 for k, m in counts.items()},
    )


def flat(text):
    """A text on one line."""
    return " ".join(text.split())


def exercises(set_name, notebook):
    """The exercises of one notebook, in the syllabus' order."""
    found = SYLLABUS.problem_set(set_name).exercises
    return [e for e in found if e.notebook == notebook]


def markdown(set_name, notebook):
    """The texts of the markdown cells."""
    found = cells(set_name, notebook)
    return [c.source for c in found if c.cell_type == "markdown"]


each_notebook = pytest.mark.parametrize(("set_name", "notebook"), NOTEBOOKS)


@each_notebook
def test_cells_are_short_calm_and_portable(set_name, notebook):
    """No cell is too long, shouts, or names a machine's folder."""
    for cell in cells(set_name, notebook):
        assert list(violations(cell)) == [], cell.source[:200]


@each_notebook
def test_long_text_is_rare(set_name, notebook):
    """At most one markdown cell in ten has more than 120 words."""
    lengths = [len(to_read(t)) for t in markdown(set_name, notebook)]
    long = [n for n in lengths if n > USUAL_WORDS]
    assert len(long) <= len(lengths) / 10


@each_notebook
def test_headings_agree_with_the_syllabus(set_name, notebook):
    """Name, points, stars and minutes of each exercise, in order."""
    text = "\n".join(markdown(set_name, notebook))
    wanted = [heading(e) for e in exercises(set_name, notebook)]
    assert HEADING.findall(text) == wanted


@each_notebook
def test_checks_are_one_line_each(set_name, notebook):
    """A check names its exercise and hands in the answers in order."""
    found = {grade_id(c): c.source for c in cells(set_name, notebook)}
    for exercise in exercises(set_name, notebook):
        if exercise.graded != "hand":
            names = ", ".join(exercise.answers)
            call = f'checks.run("{exercise.name}", {names})'
            assert found[exercise.check_id] == call


@each_notebook
def test_marking_schemes_add_up(set_name, notebook):
    """What a marker may give is what the syllabus promises."""
    found = {grade_id(c): c.source for c in cells(set_name, notebook)}
    for exercise in exercises(set_name, notebook):
        if exercise.graded == "hand":
            total, items = scheme_points(found[exercise.name])
            assert total == items == exercise.points


@each_notebook
def test_totals_agree_with_the_syllabus(set_name, notebook):
    """The first cell states points, minutes and numbers of answers."""
    points, minutes, counts = stated(flat(cells(set_name, notebook)[0].source))
    mine = exercises(set_name, notebook)
    assert points == sum(e.points for e in mine)
    assert abs(minutes - sum(e.minutes for e in mine)) <= 5
    assert minutes <= MINUTES
    for kind, count in counts.items():
        assert count == sum(e.graded == kind for e in mine), kind


@each_notebook
def test_hints_and_figures_are_few(set_name, notebook):
    """At most two hints an exercise and eight figures a notebook."""
    text = "\n".join(c.source for c in cells(set_name, notebook))
    for part in HEADING.split(text):
        assert part.count("<details>") <= HINTS
    assert len(FIGURE.findall(text)) <= FIGURES


@pytest.mark.parametrize(
    ("cell", "wrong"),
    [
        (new_markdown_cell("Good: $n!$ and `a != b`, ![a](b.png)"), []),
        (new_markdown_cell("Look!"), ["shouts"]),
        (new_markdown_cell("one " * 201), ["has more than 200 words"]),
        (new_code_cell("x = 1\n\n" * 25), []),
        (new_code_cell("x = 1\n" * 26), ["has more than 25 lines"]),
        (
            new_code_cell("np.load('/home/me/x.npy')"),
            ["names a folder of one machine"],
        ),
    ],
)
def test_a_bad_cell_is_found(cell, wrong):
    """Each limit lets good cells pass and catches a bad one."""
    assert list(violations(cell)) == wrong


def test_points_of_a_scheme_are_read():
    """Only the head of an item counts, not what it says about halves."""
    text = """**Marking scheme (2.5 points)**
    - 1 point: a. Half a point for b.
    - Half a point: c.
    - 1.0 point: d.
    """.replace("    ", "")
    assert scheme_points(text) == (2.5, 2.5)
    assert scheme_points(text.replace("- 1 p", "- 3 p")) == (2.5, 4.5)


def test_totals_are_read():
    """Numbers are words, and what is not mentioned is none."""
    text = "Eight cells here: 28 points, about 75 minutes."
    assert stated(text) == (28.0, 75, {"cell": 8, "hand": 0})
