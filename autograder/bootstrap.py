"""Set up the two environments; run by the Makefile with the system's Python.

    python3.11 autograder/bootstrap.py           set up what is not set up
    python3.11 autograder/bootstrap.py --lock    renew the two lock files

Only the standard library is used here. `.venv-student` is made from
environment.yml and has none of our code; `.venv` is the staff's.
"""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STAFF, STUDENT = ROOT / ".venv", ROOT / ".venv-student"
WANTED = (3, 11)
KERNEL = "chainrule-student"
SANDBOX_KERNEL = "chainrule-sandbox"
UV = "uv==0.13.9"  # renews the locks; nothing else needs it


class SetupError(RuntimeError):
    """Set-up cannot go on; the message says what to do."""


def main(words):
    """Set up, or renew the locks; errors end in one sentence."""
    try:
        require_python()
        if words == ["--lock"]:
            lock()
        elif words:
            raise SetupError(f"unknown words {words}; use none, or --lock")
        else:
            set_up()
    except SetupError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    return 0


def require_python():
    """Raise unless this is the Python that the locks are made for."""
    found = sys.version_info[:2]
    if found != WANTED:
        raise SetupError(
            f"Chain Rule needs Python 3.11, but this is Python "
            f"{found[0]}.{found[1]} ({sys.executable}): install Python 3.11, "
            "or name it with PYTHON=/path/to/python3.11"
        )


def set_up():
    """Make both environments unless they are there and current."""
    start = time.monotonic()
    steps = []
    if not ready(STUDENT, student_inputs()):
        steps.append(("student's environment", make_student))
    if not ready(STAFF, staff_inputs()):
        steps.append(("staff's environment", make_staff))
    for number, (what, step) in enumerate(steps, 1):
        print(
            f"[{number}/{len(steps)}] setting up the {what} "
            "(one to three minutes, once)",
            flush=True,
        )
        step()
    if steps:
        print(f"set up in {time.monotonic() - start:.0f} s", flush=True)


def student_inputs():
    """Files that the student's environment is made from."""
    return [ROOT / "environment.yml", ROOT / "student.lock"]


def staff_inputs():
    """Files that the staff's environment is made from."""
    here = Path(__file__)
    return [here, ROOT / "pyproject.toml", ROOT / "staff.lock"]


def ready(venv, inputs):
    """Whether an environment was made from these very files, here."""
    stamp = venv / "ready"
    return stamp.exists() and stamp.read_text() == stamp_text(inputs)


def stamp_text(inputs):
    """What the stamp of an environment says."""
    digest = hashlib.sha256(str(ROOT).encode())
    for path in inputs:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def make_student():
    """The environment in which all student code runs."""
    make_venv(STUDENT)
    install(STUDENT, ["-r", str(ROOT / "student.lock")])
    (STUDENT / "ready").write_text(stamp_text(student_inputs()))


def make_staff():
    """The environment that builds and grades."""
    make_venv(STAFF)
    install(STAFF, ["-r", str(ROOT / "staff.lock")])
    install(STAFF, ["--no-build-isolation", "-e", str(ROOT)])
    install_kernels()
    (STAFF / "ready").write_text(stamp_text(staff_inputs()))


def make_venv(venv):
    """An empty virtual environment."""
    shutil.rmtree(venv, ignore_errors=True)
    made = run([sys.executable, "-m", "venv", str(venv)])
    if made.returncode:
        raise SetupError(
            f"{sys.executable} cannot make a virtual environment: install "
            "its venv module (on Debian: apt-get install python3.11-venv)"
        )


def install(venv, words):
    """Install with pip; no dependency is resolved here."""
    pip = [str(venv / "bin" / "python"), "-m", "pip", "install"]
    pip += ["--quiet", "--no-deps", "--disable-pip-version-check"]
    done = run([*pip, *words])
    if done.returncode:
        raise SetupError(reason(done.stderr))


def reason(text):
    """One sentence for what pip said."""
    network = (
        "NewConnectionError",
        "Temporary failure",
        "Max retries",
        "No matching distribution",
        "Connection",
        "ProxyError",
    )
    if any(word in text for word in network):
        return (
            "pip cannot reach its package index: check the network (and "
            "PIP_INDEX_URL, if you use a mirror), then run the same again"
        )
    if "No space left" in text:
        return "the disk is full: about 3 GB are needed"
    lines = [x for x in text.splitlines() if x.startswith("ERROR")]
    return f"pip says: {(lines or [text.strip()[-300:]])[0]}"


def run(words):
    """Run a command quietly; keep what it says."""
    return subprocess.run(words, capture_output=True, text=True)


def install_kernels():
    """Tell the staff's Jupyter of the student's Python, open and walled."""
    python = str(STUDENT / "bin" / "python")
    words = [python, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    install_kernel(KERNEL, "Chain Rule (student)", words, {})
    provisioner = {"provisioner_name": SANDBOX_KERNEL}
    install_kernel(
        SANDBOX_KERNEL,
        "Chain Rule (student, behind the wall)",
        words,  # names what runs inside; the provisioner starts it
        {"kernel_provisioner": provisioner, "supported_encryption": ["curve"]},
    )


def install_kernel(name, title, words, metadata):
    """Write one kernelspec."""
    folder = STAFF / "share" / "jupyter" / "kernels" / name
    folder.mkdir(parents=True, exist_ok=True)
    spec = {
        "argv": words,
        "display_name": title,
        "language": "python",
        "metadata": metadata,
    }
    (folder / "kernel.json").write_text(json.dumps(spec, indent=1))


def pins():
    """The pip section of environment.yml."""
    text = (ROOT / "environment.yml").read_text()
    return re.findall(r"^ +- (\S+==\S+)$", text, re.MULTILINE)


def staff_pins():
    """What staff need on top, from pyproject.toml."""
    import tomllib

    table = tomllib.loads((ROOT / "pyproject.toml").read_text())
    project = table["project"]
    return [
        *table["build-system"]["requires"],
        *project["dependencies"],
        *project["optional-dependencies"]["test"],
    ]


def lock():
    """Resolve all pins and write the two lock files."""
    with tempfile.TemporaryDirectory() as folder:
        venv = Path(folder) / "uv"
        make_venv(venv)
        install(venv, [UV])
        student = compiled(venv, pins(), Path(folder))
        (ROOT / "student.lock").write_text(student)
        both = compiled(venv, [*pins(), *staff_pins()], Path(folder), student)
        (ROOT / "staff.lock").write_text(both)
    print("wrote student.lock and staff.lock")


def compiled(venv, wanted, folder, constraints=""):
    """Resolve for Linux and macOS, with hashes, naming no registry."""
    (folder / "wanted.in").write_text("\n".join(wanted))
    (folder / "constraints.txt").write_text(constraints)
    words = [str(venv / "bin" / "uv"), "pip", "compile", "--universal"]
    words += ["--python-version", "3.11", "--generate-hashes", "--quiet"]
    words += ["--no-annotate", "--no-header", "--no-emit-index-url"]
    words += ["-c", str(folder / "constraints.txt")]
    done = run([*words, str(folder / "wanted.in")])
    if done.returncode:
        raise SetupError(f"the pins cannot be resolved: {done.stderr}")
    return for_this_python(done.stdout)


def for_this_python(text):
    """Drop what is for another Python or for Windows."""
    blocks = re.split(r"\n(?=\S)", text.strip())
    other = re.compile(
        r"python_full_version >= '3\.1[2-9]'|(?<!!= )'win32'(?! *or)"
    )
    kept = [
        re.sub(r" ; python_full_version < '3\.12'", "", block)
        for block in blocks
        if not other.search(block.partition("\n")[0])
    ]
    return "\n".join(kept) + "\n"


if __name__ == "__main__":
    os.chdir(ROOT)
    sys.exit(main(sys.argv[1:]))
