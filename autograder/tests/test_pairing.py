"""A master opened in JupyterLab and its text are two views of one thing."""

import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jupytext
import nbformat
import pytest

from autograder.notebooks import tidy
from autograder.syllabus import ROOT
from autograder.tests.servers import Server, jupyterlab

MASTER = Path("source/ps1/jacobians.ipynb")
TEXT = Path("course/notebooks/ps1/jacobians.py")
GOAL, EDITED = "**Goal.**", "**Goal, edited.**"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The staff's JupyterLab, over what pairing needs."""
    root = tmp_path_factory.mktemp("pairing")
    shutil.copy(ROOT / "pyproject.toml", root)
    python = ROOT / ".venv" / "bin" / "python"
    home = tmp_path_factory.mktemp("home")
    with jupyterlab(python, root, home) as started:
        yield started


@pytest.fixture
def root(server: Server) -> Path:
    """Text and master as on a fresh clone, the master a minute newer."""
    for path in (MASTER, TEXT):
        target = server.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / path, target)
    before = time.time() - 60
    os.utime(server.folder / TEXT, (before, before))
    return server.folder


def opened(server: Server, path: Path = MASTER) -> Any:
    """A notebook as JupyterLab gets it."""
    answer = server.ask("GET", f"/api/contents/{path}?type=notebook&content=1")
    assert answer.status == 200, answer.json["message"][:200]
    return answer.json["content"]


def save(server: Server, content: Any) -> None:
    """Save a master as JupyterLab does."""
    body = {"type": "notebook", "format": "json", "content": content}
    assert server.ask("PUT", f"/api/contents/{MASTER}", body).status == 200


def meaning(path: Path) -> list[tuple[str, str, str]]:
    """What the build reads of a text: type, grade_id and source."""
    return [
        (
            cell.cell_type,
            cell.metadata.get("nbgrader", {}).get("grade_id", ""),
            cell.source,
        )
        for cell in jupytext.read(path, fmt="py:percent").cells
    ]


def test_a_freshly_built_master_opens_with_its_text(
    server: Server, root: Path
) -> None:
    sources = [cell["source"] for cell in opened(server)["cells"]]
    assert sources == [source for _, _, source in meaning(ROOT / TEXT)]


def test_an_edit_in_the_master_reaches_the_text(
    server: Server, root: Path
) -> None:
    content = opened(server)
    first = content["cells"][0]
    first["source"] = first["source"].replace(GOAL, EDITED)
    save(server, content)
    assert EDITED in (root / TEXT).read_text("utf-8")


def test_an_edit_in_the_text_reaches_the_master(
    server: Server, root: Path
) -> None:
    text = (root / TEXT).read_text("utf-8")
    (root / TEXT).write_text(text.replace(GOAL, EDITED), "utf-8")
    assert EDITED in opened(server)["cells"][0]["source"]
    assert EDITED in opened(server, TEXT)["cells"][0]["source"]


def test_tidy_takes_back_all_that_saving_a_built_master_adds(
    server: Server, root: Path
) -> None:
    """Hidden regions and long metadata are built: no text holds them."""
    save(server, nbformat.read(root / MASTER, as_version=4))
    saved = (root / TEXT).read_text("utf-8")
    assert "BEGIN HIDDEN TESTS" in saved
    assert "schema_version" in saved
    assert tidy(root / TEXT)
    tidied = (root / TEXT).read_text("utf-8")
    assert "HIDDEN TESTS" not in tidied
    assert "schema_version" not in tidied
    assert meaning(root / TEXT) == meaning(ROOT / TEXT)
    assert not tidy(root / TEXT)
