"""The student's Python as a container's image, and the words that run it.

Docker or podman builds the image from student.lock, once; its name holds a
digest of what it is made from.
"""

import hashlib
import os
import shlex
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

from autograder.inside.absent import DIFFERENTIATORS
from autograder.syllabus import ROOT

ENGINES = ("docker", "podman")
CONTAINERFILE = Path(__file__).with_name("Containerfile")
LOCK = ROOT / "student.lock"
SLOTS = 16  # children that one container holds at a time
FOLDERS = [f"/work/{slot}" for slot in range(SLOTS)]
READABLE = ["/usr/local", "/usr/lib", "/usr/lib64", "/usr/share/zoneinfo"]
READABLE += ["/etc/ld.so.cache", "/etc/localtime", "/dev/urandom"]
KEPT = ("SETUID", "SETGID", "KILL", "CHOWN")  # capabilities of its root
ANSWER_SECONDS = 20.0
BUILD_WORDS = "CHAINRULE_BUILD_WORDS"  # for a mirror: --build-arg BASE=...


@cache
def engine() -> str:
    """The first engine that answers; nothing if there is none."""
    for name in filter(shutil.which, ENGINES):
        try:
            done = subprocess.run(
                [name, "info"], capture_output=True, timeout=ANSWER_SECONDS
            )
        except subprocess.TimeoutExpired:
            continue
        if done.returncode == 0:
            return name
    return ""


def name(with_jax: bool) -> str:
    """What the image is called, after all that it is made from."""
    digest = hashlib.sha256(" ".join(sorted(DIFFERENTIATORS)).encode())
    for path in (CONTAINERFILE, LOCK):
        digest.update(path.read_bytes())
    kind = "jax" if with_jax else "numpy"
    return f"chainrule-student:{digest.hexdigest()[:16]}-{kind}"


def trouble() -> str:
    """Why there are no images, after an attempt to build what is missing."""
    if not engine():
        return (
            "container: neither docker nor podman answers; start Docker "
            "Desktop, or run 'podman machine start'"
        )
    for with_jax in (True, False):
        known = [engine(), "image", "inspect", name(with_jax)]
        if subprocess.run(known, capture_output=True).returncode != 0:
            complaint = build(with_jax)
            if complaint:
                return complaint
    return ""


def build(with_jax: bool) -> str:
    """Build an image; return what went wrong, or nothing."""
    if with_jax:
        print(
            f"building the image of the student's Python with {engine()} "
            "(two to five minutes, once)",
            flush=True,
        )
    with tempfile.TemporaryDirectory() as context:
        for path in (CONTAINERFILE, LOCK):
            shutil.copy(path, context)
        words = [engine(), "build", "--tag", name(with_jax)]
        words += ["--target", "jax" if with_jax else "numpy"]
        words += ["--build-arg", f"ABSENT={' '.join(sorted(DIFFERENTIATORS))}"]
        words += ["--file", str(Path(context, "Containerfile"))]
        words += shlex.split(os.environ.get(BUILD_WORDS, ""))
        done = subprocess.run(
            [*words, context], capture_output=True, text=True
        )
    if done.returncode == 0:
        return ""
    lines = [x for x in done.stderr.splitlines() if x.strip()]
    errors = [x for x in lines if "error" in x.lower()] or lines or ["nothing"]
    return (
        f"container: {engine()} cannot build the student's image; is there a "
        f"network? It says: {errors[-1].strip()}"
    )[:400]


def words(with_jax: bool, environment: dict[str, str]) -> list[str]:
    """The words that start a program in a container, down to the program.

    Its root has four capabilities, for the relay and the warm parent alone;
    each child becomes a user of its own, with a folder of its own.

    Args:
        with_jax: Whether JAX is there to import.
        environment: The environment inside.
    """
    said = [engine(), "run", "--rm", "--interactive", "--pull", "never"]
    said += ["--log-driver", "none", "--detach-keys", ""]
    said += ["--network", "none", "--ipc", "none", "--read-only"]
    said += ["--hostname", "box", "--workdir", "/", "--user", "0:0"]
    said += ["--security-opt", "no-new-privileges", "--cap-drop", "ALL"]
    for capability in KEPT:
        said += ["--cap-add", capability]
    said += ["--pids-limit", "4096", "--memory", "8g"]
    for folder in FOLDERS:
        said += ["--tmpfs", f"{folder}:rw,nosuid,nodev,size=64m,mode=0700"]
    said += ["--tmpfs", "/tmp:rw,nosuid,nodev,size=64m,mode=0755"]
    clean = [f"{variable}={value}" for variable, value in environment.items()]
    return [*said, name(with_jax), "env", "-i", *clean]
