"""The wall "container": what crosses its pipes, and its images.

The far end is real in all tests. Where no engine is there to ask, it runs
behind bubblewrap, or as it is: the words are the same but for the engine's.
"""

import contextlib
import os
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from autograder import container, image, sandbox, warm
from autograder import syllabus as course_syllabus
from autograder.course import new_course
from autograder.grade import grade
from autograder.ingest import ingest
from autograder.inside import streams
from autograder.inside.streams import BYTES, OPENED, OVER, TAKEN, WINDOW
from autograder.samples import variants, write_submission
from autograder.session import Limits
from autograder.tests.inmates import ENDED, inmate, open_folder
from autograder.tests.test_canary import Down, search
from autograder.tests.test_sandbox import HOARD, LEAVE, named

CHILDREN = 12


def plain(folder, with_jax=False, cpu_seconds=600):
    """The far end without an engine, with folders for some children."""
    tier = "none" if sandbox.trouble("namespaces") else "namespaces"
    if sandbox.trouble(tier):
        pytest.skip(sandbox.trouble(tier))
    top = "/work" if tier == "namespaces" else folder
    folders = [f"{top}/{number}" for number in range(CHILDREN)]
    text = sandbox.program(
        f"walls.become({sandbox.user()})\n"
        f"for folder in {folders}: os.mkdir(folder)\n"
        f"ferry.main('none', {with_jax}, (None, None), {folders}, [], "
        f"{cpu_seconds})"
    )
    return container.Container(
        sandbox.words(tier, with_jax), text, sandbox.environment(tier)
    )


def real(folder, with_jax=False, cpu_seconds=600):
    """The far end in a container of docker's or podman's."""
    if sandbox.trouble("container"):
        pytest.skip(sandbox.trouble("container"))
    return container.start(with_jax, cpu_seconds)


@contextlib.contextmanager
def started(how):
    """A container of one's own."""
    with open_folder() as folder:
        made = how(folder)
        try:
            yield made
        finally:
            made.close()


@pytest.fixture(scope="module", params=[plain, real])
def box(request):
    """A container, or what stands for one."""
    with started(request.param) as made:
        yield made


@pytest.fixture(scope="module")
def engines():
    """A container of an engine's."""
    with started(real) as made:
        yield made


@pytest.fixture
def down(monkeypatch, tmp_path):
    """Changes lines of what runs inside."""
    return Down(monkeypatch, tmp_path)


# -- what crosses the pipes ------------------------------------------------


def test_children_are_asked_at_once(box):
    """Each answers for itself, also with more bytes than a window.

    All kinds of bytes cross; an engine's client may look for some of them.
    """

    def ask(number):
        size = 2 * WINDOW + number
        with inmate(box) as child:
            child.run(f"def f(x): return {number}, x[::-1]")
            child.host.seconds = 60.0  # many share few processors
            f = child.host.answer_named("", "f")
            sent = np.arange(size).astype("u1")
            own, came = f(sent)
            return own == number and np.array_equal(came[::-1], sent)

    with ThreadPoolExecutor(CHILDREN // 2) as pool:
        assert all(pool.map(ask, range(CHILDREN)))


FLOOD = """
import os, socket, stat, threading
def flood():
    for number in range(3, 64):
        try:
            if stat.S_ISSOCK(os.fstat(number).st_mode):
                own = socket.socket(fileno=number)
                break
        except OSError:
            pass
    own.setblocking(True)
    while True:
        own.sendall(bytes(1 << 20))
threading.Thread(target=flood, daemon=True).start()
import time
time.sleep(60)
"""


def stream_of(box, child):
    """The host's stream of a child."""
    found = (n for n, c in box.crossing.children.items() if c is child)
    return box.crossing.streams[next(found)]


def test_a_flood_fills_no_memory_and_stops_nobody(box):
    with inmate(box) as flooder, inmate(box) as other:
        flooder.host.send("cell", FLOOD)
        stream = stream_of(box, flooder.child)
        end = time.monotonic() + 10
        while len(stream.waiting) < WINDOW / 2 and time.monotonic() < end:
            time.sleep(0.01)
        for k in range(50):
            assert other.run(f"print({k})") == str(k)
        assert time.monotonic() < end
        assert WINDOW / 2 < len(stream.waiting) <= WINDOW


def test_a_child_that_does_not_read_stops_nobody(box):
    """The host's bytes stay where they are, but for a window of them."""
    with inmate(box) as deaf, inmate(box) as other:
        deaf.host.send("cell", "import time; time.sleep(60)")
        deaf.child.channel.settimeout(2.0)
        send = deaf.child.channel.sendall
        with ThreadPoolExecutor(1) as pool:
            sent = pool.submit(send, bytes(50 * WINDOW))
            end = time.monotonic() + 10
            for k in range(50):
                assert other.run(f"print({k})") == str(k)
            assert time.monotonic() < end
            assert isinstance(sent.exception(), TimeoutError)
        assert stream_of(box, deaf.child).window == 0
        assert len(box.crossing.said) < WINDOW


def test_an_interrupted_child_goes_on(box):
    with inmate(box) as child:
        started = time.monotonic()
        child.run("while True: pass", 0.5)
        assert time.monotonic() - started < 3
        assert child.run("print('well')") == "well"


def test_a_killed_child_ends_and_others_do_not(box):
    with inmate(box) as child, inmate(box) as other:
        threading.Timer(0.3, child.child.kill).start()
        started = time.monotonic()
        assert child.run("import time; time.sleep(60)") == ENDED
        child.child.close()
        assert child.child.gone.is_set()
        assert time.monotonic() - started < 3
        assert other.run("print('well')") == "well"


def test_a_child_that_ends_says_all_before(box):
    """What it said last is not lost, although nobody has read it yet."""
    with inmate(box) as child:
        size = WINDOW // 2
        text = f"{FLOOD.partition('    while')[0]}    own.send(bytes(100))\n"
        text += f"    own.sendall(bytes({size - 100}))\n    os._exit(0)\n"
        child.host.send("cell", f"{text}flood()")
        child.child.gone.wait(5)
        child.child.channel.settimeout(5)
        heard = 0
        while piece := child.child.channel.recv(1 << 16):
            heard += len(piece)
        assert heard == size


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_nothing_survives_a_closed_child(box):
    """Neither children nor orphans nor what forks on and on."""
    name = f"left{os.getpid()}{time.monotonic_ns() % 10**6}"[:15]
    with inmate(box) as child:
        assert child.run(LEAVE.format(name=name.encode())) == "left"
        assert len(named(name)) >= 3
    assert named(name) == []


def test_folders_are_given_again_empty(engines):
    """However deep, closed or many: more children than folders."""
    leave = """
import os
for i in range(1100):
    os.mkdir("d")
    os.chdir("d")
os.mkdir("closed", 0o300)
open("closed/file", "w").close()
"""
    look = "import os; print(os.listdir('.'), os.listdir('../home'))"
    for _ in range(image.SLOTS + 2):
        with inmate(engines) as child:
            assert child.run(look) == "[] []"
            assert child.run(leave) == ""


def too_many(box, stack):
    """Ask for a child more than there are folders."""
    for _ in range(image.SLOTS + 1):
        stack.callback(box.child().close)


def test_there_are_only_so_many_children(box):
    with contextlib.ExitStack() as stack:
        with pytest.raises(sandbox.NotStarted, match="too many children"):
            too_many(box, stack)
    with inmate(box) as child:
        assert child.run("print(1)") == "1"


@pytest.mark.parametrize("how", [plain, real])
def test_memory_of_all_processes_is_bounded_inside(how, down):
    """Six orphans of 300 MB each, where 1.5 GB are allowed."""
    down.text("watchdog.py", "MOST_BYTES = 4 << 30", "MOST_BYTES = 3 << 29")
    with started(how) as box, inmate(box) as child, inmate(box) as other:
        assert child.run(HOARD.format(processes=6, size=300 << 20)) == ENDED
        assert child.child.barked == "memory"
        assert other.run("print('well')") == "well"


FILES = """
import time
try:
    for i in range(30_000):
        open(f"file{i}", "w").close()
finally:
    time.sleep(5)
"""


def test_the_number_of_files_is_bounded_inside(box):
    with inmate(box) as child:
        assert child.run(FILES) == ENDED
        assert child.child.barked == "disk"


@pytest.mark.parametrize("how", [plain, real])
def test_where_the_container_ends_all_end(how):
    with started(how) as box, inmate(box) as child:
        threading.Timer(0.3, box.process.kill).start()
        started_at = time.monotonic()
        assert child.run("import time; time.sleep(60)") == ENDED
        assert time.monotonic() - started_at < 5
        assert not box.alive
        with pytest.raises(sandbox.NotStarted, match="the container ended"):
            box.child()


def test_a_warm_parent_that_ends_ends_its_container(down):
    """Instead of a container that never answers."""
    down.text("zygote.py", 'channel.send(b"ready")', "os._exit(1)")
    with pytest.raises(sandbox.NotStarted, match="did not start"):
        with started(plain):
            pass


# -- a far end that is not ours --------------------------------------------


def frame(number, kind, payload=b""):
    """A frame as it is on its way."""
    return streams.HEADER.pack(number, kind, len(payload)) + payload


FORGED = {
    "a kind that is none": frame(1, 99),
    "a frame without an end": streams.HEADER.pack(1, BYTES, 1 << 31),
    "more than a window": frame(1, BYTES, bytes(1 << 16)) * 40,
    "more taken than was sent": frame(1, TAKEN, b"\1\0\0\0"),
    "of a child that is none": frame(7, OPENED, b"/work"),
    "a reason that is no text": frame(1, OVER, b"\xff\xfe"),
}


@pytest.mark.parametrize("what", FORGED)
def test_a_far_end_that_is_not_ours_is_left(what):
    """All its children have ended then; what they sent is bounded."""
    with contextlib.ExitStack() as stack:
        (incoming, theirs), (unheard, outgoing) = os.pipe(), os.pipe()
        for descriptor in (theirs, unheard, outgoing):
            stack.callback(os.close, descriptor)
        crossing = container.Crossing(incoming, outgoing)
        forged = frame(1, OPENED, b"/work") + FORGED[what]

        def speak():
            os.read(unheard, streams.HEADER.size)  # it asks for a child
            with contextlib.suppress(BrokenPipeError):
                os.write(theirs, forged)

        speaker = threading.Thread(target=speak)
        speaker.start()
        child = crossing.child()
        assert child.gone.wait(5)
        assert crossing.over
        os.close(incoming)
        speaker.join()
        child.channel.settimeout(5)
        heard = 0
        while piece := child.channel.recv(1 << 16):
            heard += len(piece)
        assert heard <= WINDOW
        child.close()
        crossing.close()
        with pytest.raises(sandbox.NotStarted, match="the container ended"):
            crossing.child()


# -- the wall --------------------------------------------------------------


def no_landlock(down):
    """A kernel that has none, or an early one."""
    down.text("landlock.py", "LEAST_VERSION = 6", "LEAST_VERSION = 99")


def one_user(down):
    """All children are one user."""
    no_landlock(down)
    down.set(container, "owners", lambda: [12_345] * image.SLOTS)


def said_otherwise(down, name, value):
    """The engine is told something else."""
    words = image.words

    def weaker(*asked):
        said = words(*asked)
        said[said.index(name) + 1] = value
        return said

    down.set(image, "words", weaker)


def own_network(down):
    """Sockets can be made, and the machine's network is the container's."""
    said_otherwise(down, "--network", "host")
    down.text("walls.py", "calls.refuse(shares_files)", "calls.refuse(False)")


def shared_folders(down):
    """There are folders to which everybody may write."""
    no_landlock(down)
    said_otherwise(down, "--ipc", "private")
    down.text("ferry.py", "        close_shared()\n", "        pass\n")


@pytest.mark.parametrize(
    ("wall", "found"),
    [
        (lambda down: None, ""),
        (no_landlock, ""),
        (one_user, "sibling note"),
        (shared_folders, "note"),
        (own_network, "knock"),
    ],
    ids=["whole", "no Landlock", "one user", "shared", "network"],
)
def test_what_is_found_in_a_container(wall, found, down):
    """Nothing, with or without Landlock; with another wall down, more."""
    if sandbox.trouble("container"):
        pytest.skip(sandbox.trouble("container"))
    wall(down)
    seen, expected = search("container"), set(found.split())
    assert seen >= expected
    assert bool(seen) == bool(expected)


WRITABLE = """
import os
for top, folders, _ in os.walk("/"):
    if top == "/":
        folders.remove("proc")
    if os.access(top, os.W_OK) and not os.getcwd().startswith(top):
        print(top)
"""


def test_a_child_can_write_to_nothing_but_its_folder(down):
    no_landlock(down)
    with started(real) as box, inmate(box) as child:
        own = child.child.folder
        said = child.run(WRITABLE).split()
        assert [place for place in said if not place.startswith(own)] == []
        assert child.run("import os; print(os.getuid() >= 10_000)") == "True"


# -- images ----------------------------------------------------------------


@pytest.fixture
def docker(tmp_path, monkeypatch):
    """Stands for docker: says what it is told to, with a status."""
    image.engine.cache_clear()
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr(image, "ENGINES", ("docker",))

    def write(text):
        path = tmp_path / "docker"
        path.write_text(f"#!/bin/sh\necho $@ >> {tmp_path}/asked\n{text}\n")
        path.chmod(0o755)
        return tmp_path / "asked"

    yield write
    image.engine.cache_clear()


def test_an_engine_that_does_not_answer_is_none(docker):
    docker("exit 1")
    said = sandbox.trouble.__wrapped__("container")
    assert "neither docker nor podman answers" in said


def test_images_that_cannot_be_built_are_told(docker, capsys):
    asked = docker(
        'case "$1" in info) exit 0;; image) exit 1;; esac\n'
        'echo "ERROR: no such host: registry" >&2\nexit 1'
    )
    said = sandbox.trouble.__wrapped__("container")
    assert "cannot build the student's image; is there a network?" in said
    assert "no such host: registry" in said
    assert "two to five minutes, once" in capsys.readouterr().out
    assert f"--tag {image.name(True)} --target jax" in asked.read_text()


def test_images_are_built_once(docker, capsys):
    asked = docker("exit 0")
    assert image.trouble() == ""
    assert "build" not in asked.read_text().split()
    assert capsys.readouterr().out == ""


def test_an_image_has_a_new_name_where_the_lock_is_new(monkeypatch, tmp_path):
    before = image.name(True), image.name(False)
    (tmp_path / "lock").write_text("numpy==1")
    monkeypatch.setattr(image, "LOCK", tmp_path / "lock")
    assert len({*before, image.name(True), image.name(False)}) == 4


def test_a_container_is_used_where_there_is_no_other_wall(monkeypatch):
    without = {"namespaces": "not here", "landlock": "not here"}
    monkeypatch.setattr(sandbox, "trouble", lambda t: without.get(t, ""))
    assert sandbox.choose() == "container"


# -- grading ---------------------------------------------------------------


@pytest.fixture(scope="module")
def submission(tmp_path_factory):
    """Of ps1: right in some exercises and wrong in others."""
    folder = tmp_path_factory.mktemp("one")
    syllabus = course_syllabus.load()
    problem_set = syllabus.sets[0]
    course = new_course(folder / "course", (problem_set,))
    course.generate_release(problem_set.name)
    answers = {v.exercise: v.answer for v in variants(problem_set.name)}
    write_submission(
        folder / "handed-in" / "somebody",
        syllabus,
        problem_set,
        course.release(problem_set.name),
        dict(list(answers.items())[::2]),
    )
    came = ingest(course, problem_set, folder / "handed-in")
    return came.submissions[0], syllabus


@pytest.fixture(scope="module")
def first(submission):
    """Its result behind the first wall that there is."""
    return grade(*submission, b"secret", Limits())


@pytest.mark.parametrize("how", [plain, real])
def test_a_grade_is_the_same(how, submission, first, monkeypatch):
    """Scores, messages, flags, and what the cells say."""
    with contextlib.ExitStack() as stack, open_folder() as folder:
        known = {}

        def child(with_jax, tier):
            assert tier == "container"
            if with_jax not in known:
                place = folder / str(with_jax)
                place.mkdir(mode=0o777)
                known[with_jax] = how(place, with_jax)
                stack.callback(known[with_jax].close)
            return known[with_jax].child()

        monkeypatch.setattr(warm, "child", child)
        monkeypatch.setattr(sandbox, "choose", lambda tier: tier)
        limits = Limits(tier="container")
        again = grade(*submission, b"secret", limits)
    assert again.exercises == first.exercises
    assert again.flags == first.flags
    assert {e.score == e.points for e in first.exercises} == {True, False}
    assert "docker or podman" in again.wall


# -- macOS -----------------------------------------------------------------

ELSEWHERE = """
import os, signal, socket, sys
for module, names in (
    (os, "memfd_create pidfd_open setresuid sched_setaffinity eventfd"),
    (signal, "pidfd_send_signal"),
    (socket, "SOCK_SEQPACKET AF_NETLINK AF_VSOCK"),
):
    for name in names.split():
        if hasattr(module, name):
            delattr(module, name)
import importlib, pkgutil
import autograder
for found in pkgutil.iter_modules(autograder.__path__, "autograder."):
    if found.name not in ("autograder.__main__", "autograder.tests"):
        importlib.import_module(found.name)
from autograder.__main__ import main
main(["grade", "--help"])
"""


def test_the_grader_can_be_imported_where_linux_is_not():
    done = subprocess.run(
        [sys.executable, "-c", ELSEWHERE], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert "--sandbox" in done.stdout


def test_walls_of_linux_are_not_tried_elsewhere(monkeypatch):
    """Numbers of system calls mean something else there."""
    monkeypatch.setattr(sandbox.sys, "platform", "darwin")
    for tier in ("namespaces", "landlock"):
        said = sandbox.trouble.__wrapped__(tier)
        assert said == f"{tier}: this is not Linux"
