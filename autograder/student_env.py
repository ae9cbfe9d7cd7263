"""Where the student's Python is, and the clean environment it runs in."""

import os
from pathlib import Path

from autograder.errors import UserError
from autograder.syllabus import ROOT


class NoStudentEnvironment(UserError):
    """The student's environment has not been set up."""


def python() -> Path:
    """The interpreter of the student's environment.

    Raises:
        NoStudentEnvironment: With the command that makes it.
    """
    chosen = os.environ.get("CHAINRULE_STUDENT_PYTHON")
    path = Path(chosen or ROOT / ".venv-student" / "bin" / "python")
    if not path.exists():
        raise NoStudentEnvironment(
            f"there is no student environment at {path}: run 'make demo' or "
            "'make test' once, or set CHAINRULE_STUDENT_PYTHON"
        )
    return path


def environment(home: Path) -> dict[str, str]:
    """A clean environment: nothing of the grader's comes through.

    Args:
        home: A private folder that the student's code may write to.
    """
    return {
        "PATH": os.pathsep.join([str(python().parent), "/usr/bin", "/bin"]),
        "HOME": str(home),
        "TMPDIR": str(home),
        "IPYTHONDIR": str(home / "ipython"),
        "MPLCONFIGDIR": str(home / "matplotlib"),
        "JUPYTER_RUNTIME_DIR": str(home),
        "LANG": "C.UTF-8",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONNOUSERSITE": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
        "JAX_PLATFORMS": "cpu",
        "NBGRADER_EXECUTION": "autograde",
    }
