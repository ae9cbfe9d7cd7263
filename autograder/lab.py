"""Open JupyterLab as a student sees it, in a copy of a release."""

import shutil
import socket
import subprocess
from pathlib import Path

from autograder import student_env
from autograder.course import Course
from autograder.errors import UserError
from autograder.syllabus import ProblemSet

DEFAULT_PORT = 8888
LAST_PORT = 65535


class LabError(UserError):
    """JupyterLab cannot be opened; the message says what to do."""


def student_copy(course: Course, problem_set: ProblemSet) -> Path:
    """A working copy of the release; one that is there is kept."""
    release = course.release(problem_set.name)
    if not release.is_dir():
        raise LabError(
            f"{problem_set.name} has not been released: run 'make release' "
            "first"
        )
    copy = course.root / "lab" / problem_set.name
    if not copy.exists():
        shutil.copytree(release, copy)
    return copy


def require_free(port: int) -> None:
    """Raise unless JupyterLab can listen on the port."""
    if not 0 < port <= LAST_PORT:
        raise LabError(
            f"there is no port {port}: choose one from 1024 to {LAST_PORT}, "
            f"for example 'make lab PORT={DEFAULT_PORT + 1}'"
        )
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            other = port + 1 if port in range(1024, LAST_PORT) else 8889
            raise LabError(
                f"port {port} cannot be used ({error.strerror}): close the "
                "program that uses it, or choose another with "
                f"'make lab PORT={other}'"
            ) from None


def command(port: int, browser: bool = True) -> list[str]:
    """The command that starts JupyterLab in the student's environment."""
    words = [str(student_env.python()), "-m", "jupyterlab"]
    words += [f"--port={port}", "--port-retries=0"]
    return words if browser else [*words, "--no-browser"]


def open_lab(course: Course, problem_set: ProblemSet, port: int) -> int:
    """Run JupyterLab until it is closed; return its exit status."""
    folder = student_copy(course, problem_set)
    require_free(port)
    print(f"JupyterLab opens in {folder}. Stop it with Ctrl-C.")
    try:
        return subprocess.run(command(port), cwd=folder).returncode
    except KeyboardInterrupt:
        return 0
