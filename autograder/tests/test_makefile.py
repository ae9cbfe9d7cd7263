"""Every error a new user can make ends in one sentence, not a traceback."""

import os
import re
import shlex
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from autograder.__main__ import main
from autograder.course import Course
from autograder.lab import LabError, require_free
from autograder.syllabus import ROOT
from autograder.tests.servers import (
    copy_repository,
    free_port,
    import_from,
    mark_ready,
    ps1_course,  # noqa: F401
)

LONGEST = 120  # [s] for one make
OLD_PYTHON = """#!/bin/sh
exec {python} -c '
import runpy, sys
sys.argv = sys.argv[1:]
sys.version_info = (3, 9, 2, "final", 0)
runpy.run_path(sys.argv[0], run_name="__main__")
' "$@"
"""


@dataclass(frozen=True)
class Made:
    """How a run of make ended."""

    status: int
    out: str
    err: str

    @property
    def error(self) -> str:
        """The one sentence that says what went wrong.

        Everything else on stderr must be make's own line.
        """
        assert self.status != 0, self.out + self.err
        assert "Traceback" not in self.out + self.err
        lines = self.err.strip().splitlines()
        own = [line for line in lines if not re.match(r"g?make(\[|:)", line)]
        assert len(own) == 1, self.err
        assert own[0].startswith("error: ")
        return own[0]


def make(root: Path, *words: str, **variables: str) -> Made:
    """Run make in a copy of the repository."""
    words = (f"PYTHON={sys.executable}", *words)
    kept = {k: v for k, v in os.environ.items() if not k.startswith("MAKE")}
    done = subprocess.run(
        ["make", *words],
        cwd=root,
        env=kept | import_from(root) | variables,
        capture_output=True,
        text=True,
        timeout=LONGEST,
        stdin=subprocess.DEVNULL,
    )
    return Made(done.returncode, done.stdout, done.stderr)


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh clone: nothing is set up, and a space is in its path."""
    root = tmp_path_factory.mktemp("bare") / "the course"
    shutil.copytree(
        copy_repository(tmp_path_factory.mktemp("whole") / "copy"),
        root,
        symlinks=True,
        ignore=shutil.ignore_patterns(".venv*"),
    )
    return root


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Set up, but nothing has been released."""
    root = copy_repository(tmp_path_factory.mktemp("fresh") / "the course")
    mark_ready(root)
    return root


@pytest.fixture(scope="module")
def released(
    tmp_path_factory: pytest.TempPathFactory,
    ps1_course: Course,  # noqa: F811
) -> Path:
    """Set up, and everything is released."""
    root = copy_repository(tmp_path_factory.mktemp("released") / "course")
    mark_ready(root)
    shutil.copytree(ps1_course.root / "release", root / "release")
    shutil.copy(ps1_course.root / "gradebook.db", root)
    return root


def test_make_alone_lists_at_most_ten_verbs_each_with_help() -> None:
    listed = make(ROOT).out.splitlines()[1:]
    verbs = dict(line.strip().split(maxsplit=1) for line in listed)
    phony = re.search(r"^\.PHONY: (.+)$", _makefile(), re.MULTILINE)
    assert phony is not None
    assert set(verbs) == set(phony[1].split()) - {"help", "setup"}
    assert len(verbs) <= 10
    assert all(len(text) > 10 for text in verbs.values())


def _makefile() -> str:
    return (ROOT / "Makefile").read_text("utf-8")


@pytest.mark.parametrize("verb", ["demo", "test", "lab", "grade"])
def test_no_python_names_the_version_and_the_variable(
    bare: Path, verb: str
) -> None:
    error = make(bare, verb, "PYTHON=does-not-exist").error
    assert "Python 3.11" in error
    assert "PYTHON=" in error


def test_another_python_names_both_versions(
    bare: Path, tmp_path: Path
) -> None:
    stub = tmp_path / "python3"
    stub.write_text(OLD_PYTHON.format(python=shlex.quote(sys.executable)))
    stub.chmod(0o755)
    error = make(bare, "demo", f"PYTHON={stub}").error
    assert "needs Python 3.11" in error
    assert "this is Python 3.9" in error
    assert not (bare / ".venv-student").exists()


def test_a_real_python_of_another_version_says_so(bare: Path) -> None:
    found = [p for p in map(Path, others()) if works(p)]
    if not found:
        pytest.skip("another Python 3: there is none here")
    error = make(bare, "demo", f"PYTHON={found[0]}").error
    assert "needs Python 3.11, but this is Python 3." in error


def others() -> Iterator[str]:
    """Paths that may be a Python 3 other than 3.11."""
    versions = Path(sys.base_prefix).parent
    for minor in (6, 7, 8, 9, 10, 12, 13, 14):
        yield shutil.which(f"python3.{minor}") or ""
        yield from map(str, versions.glob(f"3.{minor}.*/bin/python3.{minor}"))


def works(python: Path) -> bool:
    """Whether this is an interpreter, not a stand-in that fails."""
    if not python.is_file():
        return False
    tried = subprocess.run([python, "-c", ""], capture_output=True)
    return tried.returncode == 0


def test_no_network_says_so_and_leaves_nothing_ready(bare: Path) -> None:
    closed = f"http://127.0.0.1:{free_port()}/"
    error = make(
        bare,
        "demo",
        PIP_CONFIG_FILE="/dev/null",
        PIP_INDEX_URL=closed,
        PIP_EXTRA_INDEX_URL="",
        PIP_FIND_LINKS="",
        PIP_NO_INDEX="",
        PIP_CACHE_DIR=str(bare / "cache"),
    ).error
    assert "cannot reach its package index" in error
    assert "run the same again" in error
    assert not (bare / ".venv-student" / "ready").exists()


@pytest.mark.parametrize("verb", ["lab", "grade"])
def test_an_unknown_set_lists_those_there_are(fresh: Path, verb: str) -> None:
    error = make(fresh, verb, "SET=ps99").error
    assert "'ps99'" in error
    assert "ps1" in error


@pytest.mark.parametrize(
    ("verb", "command"),
    [
        ("grade", "make release SET=ps1"),
        ("lab", "make release"),
        ("report", "make grade SET=ps1"),
    ],
)
def test_a_verb_that_comes_too_early_names_the_one_before(
    fresh: Path, verb: str, command: str
) -> None:
    assert command in make(fresh, verb, "SET=ps1").error


def test_a_missing_folder_of_submissions_is_named(released: Path) -> None:
    error = make(released, "grade", "SET=ps1", "FROM=no where").error
    assert "there is no folder no where" in error
    assert "FROM=" in error


def test_an_empty_folder_says_what_belongs_there(
    released: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "hand ed in"
    folder.mkdir()
    (folder / "notes.txt").write_text("no folder of a student\n")
    error = make(released, "grade", "SET=ps1", f"FROM={folder}").error
    assert "holds no submission of ps1" in error
    assert "STUDENT/ps1" in error


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that something else listens on."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def test_a_taken_port_is_named_with_another_to_try(
    released: Path, taken: int
) -> None:
    error = make(released, "lab", "SET=ps1", f"PORT={taken}").error
    assert f"port {taken} cannot be used" in error
    assert "make lab PORT=" in error


@pytest.mark.parametrize("port", [0, 65536])
def test_what_is_no_port_is_named(port: int) -> None:
    with pytest.raises(LabError, match=f"no port {port}: choose one"):
        require_free(port)


@pytest.mark.parametrize(
    "words", [["lab", "--port", "88x8"], ["grad"], ["lab", "ps1", "ps2"]]
)
def test_words_that_are_not_understood_end_in_one_sentence(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        main(words)
    assert end.value.code != 0
    assert re.fullmatch(r"error: .+\n", capsys.readouterr().err)
