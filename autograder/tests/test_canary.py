"""Secrets are planted; hostile code looks for them by every route.

It finds none. With any one wall down it finds at least one: so the routes
are real, and each wall is needed.
"""

import contextlib
import ctypes
import mmap
import os
import re
import secrets
import shutil
import socket
import subprocess
import threading

import pytest

from autograder import sandbox, warm
from autograder.inside import calls
from autograder.syllabus import ROOT
from autograder.tests.inmates import inmate, open_folder, parent

ROUTES = (ROOT / "autograder/corpus/canary/routes.txt").read_text("utf-8")
FOUND = re.compile(r"canary-([a-z]+)-[0-9a-f]{32}")
SESSION_RING = -3
IS_ROOT = os.geteuid() == 0
TIERS = ("namespaces", "landlock")


def token(name):
    """A secret that says where it was planted."""
    return f"canary-{name}-{secrets.token_hex(16)}"


class Listeners:
    """Sockets of this machine on which nobody may knock."""

    def __init__(self, folder):
        self.knock = token("knock").removeprefix("canary-")
        self.heard, self.socks, self.over = [], [], threading.Event()
        abstract = "\0" + secrets.token_hex(8)
        unix = (abstract, abstract + "m", f"{folder}/s", f"{folder}/m")
        stream, messages = socket.SOCK_STREAM, socket.SOCK_DGRAM
        self.tcp = self._listen(socket.AF_INET, stream, ("127.0.0.1", 0))
        self.udp = self._listen(socket.AF_INET, messages, ("127.0.0.1", 0))
        self.unix = [
            self._listen(socket.AF_UNIX, kind, address)
            for kind, address in zip((stream, messages) * 2, unix)
        ]
        for address in unix[2:]:
            os.chmod(address, 0o777)

    def _listen(self, family, kind, address):
        sock = socket.socket(family, kind)
        sock.bind(address)
        sock.settimeout(0.1)
        if kind == socket.SOCK_STREAM:
            sock.listen()
        self.socks.append(sock)
        thread = threading.Thread(target=self._hear, args=(sock, kind))
        thread.start()
        self.threads = [*getattr(self, "threads", []), thread]
        name = sock.getsockname()
        return name.decode() if isinstance(name, bytes) else name

    def _hear(self, sock, kind):
        while not self.over.is_set():
            try:
                if kind == socket.SOCK_DGRAM:
                    self.heard.append(f"canary-{sock.recv(1000).decode()}")
                else:
                    caller, _ = sock.accept()
                    self.heard.append(f"canary-{self.knock}")
                    caller.close()
            except TimeoutError:
                continue

    def close(self):
        self.over.set()
        for thread in self.threads:
            thread.join()
        for sock in self.socks:
            sock.close()


class Plants:
    """Secrets in every place that is the grader's or another student's."""

    def __init__(self, folder, stack):
        self.stack, self.libc = stack, ctypes.CDLL(None, use_errno=True)
        self.files = []
        self.note = token("note")  # what a sibling leaves lying about
        self.sibling = token("sibling")
        self.memory = token("memory").encode()  # held by this process
        self._file(folder / "gradebook.db", token("gradebook"))
        self._file(folder / "submitted" / "ps1.ipynb", token("submission"))
        hidden = ROOT / ".cache" / f"{secrets.token_hex(8)}.txt"
        self._file(hidden, token("repository"))
        stack.callback(hidden.unlink, missing_ok=True)
        with contextlib.suppress(OSError):  # not on every disk
            text = token("attribute").encode()
            os.setxattr(folder / "gradebook.db", "user.note", text)
        self._environment()
        self._descriptors(folder)
        self._shared_memory()
        self._key()
        self.listeners = Listeners(folder)
        stack.callback(self.listeners.close)

    def _file(self, path, text):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text + "\n", "utf-8")
        self.files.append(str(path))

    def _environment(self):
        os.environ["CANARY"] = token("environment")
        self.stack.callback(os.environ.pop, "CANARY")
        words = ["sleep", "60", token("words")]
        words[:1] = ["sh", "-c", "sleep 60 & read line; kill $!"]
        other = subprocess.Popen(
            words, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL
        )
        self.stack.callback(other.wait)
        self.stack.callback(other.stdin.close)
        self.processes = [os.getpid(), other.pid]

    def _descriptors(self, folder):
        path = folder / "open"
        path.write_text(token("descriptor"), "utf-8")
        descriptor = os.open(path, os.O_RDONLY)
        os.set_inheritable(descriptor, True)
        path.unlink()
        self.stack.callback(os.close, descriptor)

    def _shared_memory(self):
        libc = self.libc
        libc.shmat.restype = ctypes.c_void_p
        libc.shmdt.argtypes = [ctypes.c_void_p]
        self.shmkey = secrets.randbelow(2**31 - 1) + 1
        self.shmid = libc.shmget(self.shmkey, mmap.PAGESIZE, 0o1666)
        assert self.shmid >= 0
        self.stack.callback(libc.shmctl, self.shmid, 0, None)
        place = libc.shmat(self.shmid, None, 0)
        text = token("segment").encode()
        ctypes.memmove(place, text, len(text))
        libc.shmdt(place)

    def _key(self):
        text = token("key").encode()
        add_key, keyctl = (
            calls.REFUSED[name][os.uname().machine != "x86_64"]
            for name in ("add_key", "keyctl")
        )
        number = self.libc.syscall(
            add_key, b"user", b"canary", text, len(text), SESSION_RING
        )
        if number >= 0:
            self.stack.callback(
                self.libc.syscall, keyctl, 9, number, SESSION_RING
            )

    def hints(self, sibling):
        """What the hostile code is told: more than a student can know."""
        own = f"{sibling.child.folder}/course/note.txt"
        return {
            "files": [*self.files, own, "/dev/note"],
            "processes": [*self.processes],
            "paths": [str(ROOT), str(ROOT / "course")],
            "tcp": self.listeners.tcp,
            "udp": self.listeners.udp,
            "unix": self.listeners.unix,
            "knock": self.listeners.knock,
            "shm": self.shmkey,
            "shmid": self.shmid,
        }


NOTE = """
for folder in ("/dev", "/dev/shm", "/tmp", "/work", "."):
    try:
        with open(folder + "/note", "w") as file:
            file.write({note!r})
    except OSError:
        pass
"""


def search(tier):
    """Plant, search, and return the names of the places that were found."""
    if sandbox.trouble(tier):
        pytest.skip(sandbox.trouble(tier))
    with contextlib.ExitStack() as stack:
        plants = Plants(stack.enter_context(open_folder()), stack)
        warm_parent = stack.enter_context(parent(tier))
        files = {"note.txt": plants.sibling}
        sibling = stack.enter_context(inmate(warm_parent, files))
        sibling.run(NOTE.format(note=plants.note))
        spy = stack.enter_context(inmate(warm_parent))
        spy.run(f"hints = {plants.hints(sibling)!r}")
        said = spy.run(ROUTES, 60.0)
        assert "'kernel': 'ran" in said, said
        print(said)
        heard = "\n".join(plants.listeners.heard)
    return set(FOUND.findall(said)) | set(FOUND.findall(heard))


@pytest.mark.parametrize("tier", TIERS)
def test_no_secret_is_found(tier):
    """The walls as they are."""
    assert search(tier) == set()


@pytest.mark.skipif(IS_ROOT, reason="root does not run code without a wall")
def test_without_a_wall_the_routes_find_everything():
    """So what is not found is kept by a wall, not by a slip of ours."""
    found = search("none")
    places = "gradebook submission repository sibling note environment"
    more = "words memory knock module signal"
    assert found >= set(f"{places} {more}".split())


# What is taken down, and what at least is found then.


def all_files(down):
    """The disk can be seen."""
    views = sandbox._views()
    down.set(sandbox, "_views", lambda: ["--ro-bind", "/", "/all", *views])
    return "gradebook submission repository"


def own_network(down):
    """The machine's network is the child's."""
    down.without("--unshare-net")
    down.text("walls.py", " | NEWNET", "")
    return "knock"


def own_processes(down):
    """The machine's processes can be seen."""
    down.without("--unshare-pid")
    down.without("--proc", "/proc", put=("--bind", "/proc", "/proc"))
    down.text("walls.py", " | NEWPID", "")
    down.text("walls.py", "    hide_processes()", "    pass")
    return "words"


def own_memory_segments(down):
    """Shared memory of the machine can be attached."""
    down.without("--unshare-ipc")
    down.text("walls.py", " | NEWIPC", "")
    down.text("calls.py", '"shmget": (29, 194), "shmat": (30, 196), ', "")
    return "segment"


def clean_environment(down):
    """The grader's environment comes through."""
    clean = sandbox.environment
    down.without("--clearenv")
    down.set(sandbox, "environment", lambda t: {**os.environ, **clean(t)})
    return "environment"


def closed_descriptors(down):
    """What the grader has open, the child has."""
    line = "    os.closerange(3, channel)\n"
    down.text("zygote.py", line, "    return\n")
    down.set(warm, "subprocess", Leaky())
    return "descriptor"


def own_scratch(down):
    """All children write to the same folders."""
    down.text("walls.py", '("/work", "/tmp", "/dev/shm")', "()")
    return "sibling note"


def closed_devices(down):
    """Children can leave notes among the devices."""
    down.without("--remount-ro", "/dev")
    return "note"


def filter_of_calls(down):
    """Every system call is allowed."""
    down.text("walls.py", "    calls.refuse(", "    bool(")
    return "key"


def empty_parent(down):
    """The warm parent knows something."""
    program, secret = sandbox.program, token("parent")
    down.set(
        sandbox, "program", lambda line: program(f"kept = {secret!r}; {line}")
    )
    return "parent"


def landlock_files(down):
    """Files are not confined."""
    down.text("zygote.py", "landlock.confine(", "bool((")
    down.text("zygote.py", '"/dev/zero"])', '"/dev/zero"]))')
    return "gradebook submission repository sibling"


def landlock_filter(down):
    """Sockets can be made, as where they lead nowhere."""
    down.text("walls.py", "calls.refuse(shares_files)", "calls.refuse(False)")
    return "knock attribute"


class Leaky:
    """The module `subprocess`, with a Popen that closes nothing."""

    PIPE, DEVNULL = subprocess.PIPE, subprocess.DEVNULL

    def Popen(self, words, pass_fds, **more):
        """Start a program that inherits all descriptors."""
        for descriptor in pass_fds:
            os.set_inheritable(descriptor, True)
        return subprocess.Popen(words, close_fds=False, **more)

    run = staticmethod(subprocess.run)


BOTH = (clean_environment, closed_descriptors, empty_parent)
WALLS = {
    "namespaces": (
        *BOTH,
        *(all_files, own_network, own_processes, own_memory_segments),
        *(own_scratch, closed_devices, filter_of_calls),
    ),
    "landlock": (*BOTH, landlock_files, landlock_filter),
}
DOWN = [(tier, wall) for tier in TIERS for wall in WALLS[tier]]


class Down:
    """Takes walls down for one test."""

    def __init__(self, patch, folder):
        self.set, self.folder = patch.setattr, folder

    def without(self, *words, put=()):
        """Leave words out of bubblewrap's, or put others there."""
        command = sandbox.command

        def weaker(bwrap, with_jax):
            said = command(bwrap, with_jax)
            starts = range(len(said) - len(words) + 1)
            at = [i for i in starts if said[i : i + len(words)] == [*words]]
            (start,) = at
            return [*said[:start], *put, *said[start + len(words) :]]

        self.set(sandbox, "command", weaker)

    def text(self, name, old, new):
        """Change a line of what runs inside."""
        inside = self.folder / "inside"
        if not inside.exists():
            shutil.copytree(sandbox.INSIDE, inside)
            self.set(sandbox, "INSIDE", inside)
        text = (inside / name).read_text("utf-8")
        assert text.count(old) == 1
        (inside / name).write_text(text.replace(old, new), "utf-8")


@pytest.mark.parametrize(
    ("tier", "wall"), DOWN, ids=lambda x: getattr(x, "__name__", x)
)
def test_each_wall_is_needed(tier, wall, monkeypatch, tmp_path):
    """With one wall down something is found."""
    if wall is closed_devices and IS_ROOT:
        pytest.skip("as root, the devices belong to root")
    expected = wall(Down(monkeypatch, tmp_path))
    assert search(tier) >= set(expected.split())
