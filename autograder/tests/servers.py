"""Start Jupyter servers for tests, talk to them, and stop them."""

import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from autograder import syllabus as course_syllabus
from autograder.course import Course, new_course
from autograder.syllabus import ROOT

START = 120  # [s] the longest wait for a server
STOP = 15  # [s] from asking it to end to killing it
ANSWER = 240  # [s] the longest wait for one answer
NOT_COPIED = (
    *(".venv", ".venv-student", ".cache", ".git", ".secret", "demo"),
    *("lab", "submitted", "autograded", "feedback", "reports"),
    *("gradebook.db", "release", "solutions", "__pycache__"),
    *(".ipynb_checkpoints", "*_cache", "*.egg-info", ".hypothesis"),
)


@dataclass(frozen=True)
class Answer:
    """What a server answered.

    Args:
        status: For example 200.
        text: The body.
    """

    status: int
    text: str

    @property
    def json(self) -> Any:
        """The body, read as JSON."""
        return json.loads(self.text)


@dataclass(frozen=True)
class Server:
    """A running Jupyter server.

    Args:
        url: Where it listens, without a slash at the end.
        token: What it asks for.
        folder: The folder that it serves.
        log: The file with all that it says.
    """

    url: str
    token: str
    folder: Path
    log: Path

    def ask(self, method: str, path: str, body: Any = None) -> Answer:
        """Send one request, with the token in its header."""
        data = None if body is None else json.dumps(body).encode()
        headers = {"Authorization": f"token {self.token}"}
        request = urllib.request.Request(
            self.url + path, data, headers, method=method
        )
        try:
            with urllib.request.urlopen(request, timeout=ANSWER) as reply:
                return Answer(reply.status, reply.read().decode())
        except urllib.error.HTTPError as error:
            with error:
                return Answer(error.code, error.read().decode())

    def page(self, path: str) -> str:
        """The address of a page, for a browser."""
        sign = "&" if "?" in path else "?"
        return f"{self.url}{path}{sign}token={self.token}"


@contextmanager
def jupyterlab(
    python: Path, folder: Path, home: Path, **variables: str
) -> Iterator[Server]:
    """Run JupyterLab in a folder until the block ends.

    Args:
        python: The interpreter of the environment it runs in.
        folder: What it serves.
        home: A private folder for its settings, state and log.
        **variables: Added to its environment.
    """
    home.mkdir(parents=True, exist_ok=True)
    port, token = free_port(), secrets.token_hex(16)
    words = [str(python), "-m", "jupyterlab", "--no-browser", "--allow-root"]
    words += [f"--port={port}", "--port-retries=0", "--ip=127.0.0.1"]
    words += [f"--IdentityProvider.token={token}"]
    log = home / "server.log"
    with log.open("wb") as out:
        process = subprocess.Popen(
            words,
            cwd=folder,
            env=environment(python, home) | variables,
            stdout=out,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )
    server = Server(f"http://127.0.0.1:{port}", token, folder, log)
    try:
        _wait(server, process)
        yield server
    finally:
        _stop(process)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def environment(python: Path, home: Path) -> dict[str, str]:
    """An environment in which no user's settings are found."""
    places = os.pathsep.join([str(python.parent), "/usr/bin", "/bin"])
    return {
        "PATH": places,
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "JUPYTER_CONFIG_DIR": str(home / "config"),
        "JUPYTER_DATA_DIR": str(home / "data"),
        "JUPYTER_RUNTIME_DIR": str(home / "runtime"),
        "PYTHONDONTWRITEBYTECODE": "1",
        "JAX_PLATFORMS": "cpu",
    }


def _wait(server: Server, process: "subprocess.Popen[bytes]") -> None:
    """Wait until a server answers.

    Raises:
        RuntimeError: If it ends, or is not ready in time.
    """
    end = time.monotonic() + START
    while time.monotonic() < end and process.poll() is None:
        try:
            if server.ask("GET", "/api/status").status == 200:
                return
        except OSError:
            time.sleep(0.2)
    said = server.log.read_text("utf-8", errors="replace")[-2000:]
    raise RuntimeError(f"JupyterLab is not ready; it said:\n{said}")


def _stop(process: "subprocess.Popen[bytes]") -> None:
    """End a server, its kernels, and whatever else it started."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, number)
        except ProcessLookupError:
            break
        try:
            process.wait(STOP)
        except subprocess.TimeoutExpired:
            continue
    process.wait(STOP)


@pytest.fixture(scope="session")
def ps1_course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A course folder in which the first set is released."""
    return _released(tmp_path_factory.getbasetemp() / "ps1-course")


@cache
def _released(root: Path) -> Course:
    """Made once, for all test modules that import the fixture."""
    course = new_course(root, (course_syllabus.load().problem_set("ps1"),))
    course.generate_release("ps1")
    return course


def copy_repository(target: Path) -> Path:
    """Copy what we write, and link both environments.

    Returns:
        root: The copy. In it, `make` finds both environments set up,
            and whatever a verb writes stays in it.
    """
    shutil.copytree(
        ROOT,
        target,
        symlinks=True,
        ignore=shutil.ignore_patterns(*NOT_COPIED),
    )
    for name in (".venv", ".venv-student"):
        link_environment(ROOT / name, target / name)
    return target


def link_environment(original: Path, target: Path) -> None:
    """An environment of its own whose contents are another's."""
    target.mkdir()
    for path in original.iterdir():
        if path.name != "ready":
            (target / path.name).symlink_to(path)


def mark_ready(root: Path) -> None:
    """Write the stamps that bootstrap.py looks for."""
    source = "import bootstrap as b; print(b.stamp_text(b.{}_inputs()))"
    for name, kind in ((".venv", "staff"), (".venv-student", "student")):
        stamp = subprocess.run(
            [sys.executable, "-c", source.format(kind)],
            cwd=root / "autograder",
            capture_output=True,
            text=True,
            check=True,
        )
        (root / name / "ready").write_text(stamp.stdout.strip())


def import_from(root: Path) -> dict[str, str]:
    """Variables that let Python import the course from a copy."""
    return {"PYTHONPATH": os.pathsep.join([str(root), f"{root}/course"])}
