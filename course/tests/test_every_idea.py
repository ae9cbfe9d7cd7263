"""The table of ideas in course/README.md names sections that exist."""

import re

import pytest
from course_files import NOTEBOOKS, SYLLABUS, cells

from autograder.syllabus import ROOT

HEADING = re.compile(r"^## (?:\d+\. )?(.+)$", re.MULTILINE)


def rows():
    """The rows of the table: idea, set, notebook, section."""
    text = (ROOT / "course" / "README.md").read_text("utf-8")
    table = text.partition("## Every idea and its place")[2]
    lines = [line for line in table.splitlines() if line.startswith("| ")]
    split = [[part.strip() for part in x.split("|")[1:-1]] for x in lines]
    return [row for row in split[2:] if len(row) == 4]


def sections(set_name, notebook):
    """The numbered headings of a notebook's text."""
    text = "\n".join(
        c.source
        for c in cells(set_name, notebook)
        if c.cell_type == "markdown"
    )
    return HEADING.findall(text)


@pytest.mark.parametrize("row", rows(), ids=lambda row: row[3])
def test_the_section_of_an_idea_exists(row):
    _, set_name, notebook, section = row
    assert section in sections(set_name, notebook)


def test_every_notebook_holds_an_idea():
    assert len(rows()) > 30
    assert {(row[1], row[2]) for row in rows()} == set(NOTEBOOKS)


def test_a_section_that_does_not_exist_is_missed():
    name = SYLLABUS.sets[0].name
    assert "No such section" not in sections(name, "jacobians")
    assert len(sections(name, "jacobians")) >= 3
