"""A warm parent: everything is imported once, then each child is a fork.

It holds no case, no grade and no secret, has one thread, and never runs
student code itself. Each request brings a socket; the child serves it.
"""

import array
import contextlib
import gc
import importlib
import json
import os
import signal
import socket
import subprocess
import sys
import traceback
from functools import partial

LIGHT = (
    *("numpy", "numpy.fft", "numpy.linalg", "numpy.random"),
    *("matplotlib", "matplotlib.pyplot", "PIL.PngImagePlugin"),
)
PARENT_DEATH, SUBREAPER = 1, 36
WARDENS = 100  # added to the number of a user, it is who ends that user
SIBLINGS = 1024  # tasks of other children, where all count as one user's


def main(control, with_jax, user, walls_of, cpu_seconds):
    """Become warm, say so, and fork until the host hangs up.

    Args:
        control: The number of the inherited socket.
        with_jax: Whether children may import JAX.
        user: The user to become first, or None.
        walls_of: "namespaces", "landlock", "container" or "none".
        cpu_seconds: [s] Processor time of each child.
    """
    from autograder.inside import absent, agent, landlock, shell, walls

    walls.become(user)
    if not with_jax:
        absent.install()
    preload((*LIGHT, "jax", "jax.numpy") if with_jax else LIGHT)
    ready = shell.warm_shell()
    for name in list(sys.modules):
        if name.partition(".")[0] == "autograder":
            del sys.modules[name]
    part, enter, tasks = {
        "namespaces": (
            lambda folder: walls.part(),
            partial(own_namespaces, walls),
            0,
        ),
        "landlock": (
            partial(keep_family, partial(keep_signals_in, walls, landlock)),
            partial(few_folders, landlock),
            walls.crowd() + SIBLINGS,
        ),
        "container": (
            partial(keep_family, partial(keep_user, walls)),
            partial(own_user, walls, landlock),
            0,
        ),
        "none": (
            partial(keep_family, lambda folder: end_children),
            lambda folder, libraries: None,
            walls.crowd() + SIBLINGS,
        ),
    }[walls_of]

    def begin(sock, folder, libraries):
        enter(folder, libraries)
        cells = shell.Cells(ready)
        walls.limit(cpu_seconds, walls.MOST_TASKS + tasks)
        walls.give_up(walls_of in ("landlock", "container"))
        for number in (signal.SIGCHLD, signal.SIGINT):
            signal.signal(number, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        agent.serve(sock, cells)

    channel = socket.socket(fileno=control)
    channel.send(b"ready")
    run(channel, part, begin)


def preload(names):
    """Import what notebooks import; none of it may start a thread."""
    for name in names:
        try:
            importlib.import_module(name)
        except ImportError:
            continue  # the notebook's own affair


def run(control, part, begin):
    """Fork a child for each socket that comes, until the host hangs up.

    Args:
        control: The socket that requests come through.
        part: What stands between the parent and the child first does. It
            is told the child's folder, and returns how to end whatever
            the child leaves behind, or None where nothing can be left.
        begin: What the child does with its socket.
    """
    gc.collect()
    gc.freeze()  # a collection in a child would copy all pages
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for them
    while True:
        words, descriptors, *_ = socket.recv_fds(control, 1 << 16, 1)
        if not words:
            return
        if len(os.listdir("/proc/self/task")) != 1:
            raise RuntimeError("a warm parent must have one thread")
        (channel,) = descriptors
        if os.fork() == 0:
            control.close()
            between(socket.socket(fileno=channel), part, begin, words)
        os.close(channel)


def between(sock, part, begin, words):
    """Part from the parent, fork the child, and hand over its pidfd.

    If this process stays to end what the child leaves behind, the host
    gets its pidfd too.
    """
    folder, libraries = json.loads(words)
    try:
        end_the_rest = part(folder)
        child = os.fork()
        if child == 0:
            os.setsid()  # or a signal to its group would reach the parent
            inherit_nothing_but(sock.fileno())
            begin(sock, folder, libraries)
            os._exit(0)
        numbers = [child, os.getpid()] if end_the_rest else [child]
        rights = array.array("i", map(os.pidfd_open, numbers))
        sock.sendmsg([b"+"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, rights)])
        sock.close()
        if end_the_rest:
            outlive(child, end_the_rest)
    except BaseException:
        text = traceback.format_exc().encode()[-4000:]
        with contextlib.suppress(OSError):
            sock.sendall(b"-" + text)
    finally:
        os._exit(0)


def inherit_nothing_but(channel):
    """Close every descriptor but the standard ones and one socket."""
    os.closerange(3, channel)
    os.closerange(channel + 1, 65536)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nowhere, descriptor)
    os.close(nowhere)
    sys.stdin = open(os.devnull)


def own_namespaces(walls, folder, libraries):
    """The child's walls where the machine has namespaces."""
    walls.furnish()


def few_folders(landlock, folder, libraries):
    """The child's walls where it has not."""
    landlock.confine(libraries, [folder, "/dev/null", "/dev/zero"])


def own_user(walls, landlock, folder, libraries):
    """The child's walls in a container: it is a user of its own."""
    with open("/proc/self/oom_score_adj", "w") as file:
        file.write("1000")  # where memory ends, the child ends first
    walls.become(os.stat(folder).st_uid)
    if landlock.version() >= landlock.LEAST_VERSION:
        few_folders(landlock, folder, libraries)


def keep_family(keep_in, folder):
    """Become the parent of whatever the child leaves behind.

    Args:
        keep_in: Keeps the family apart from others; returns how to end it.
        folder: The child's own folder.
    """
    import ctypes

    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.setsid()
    prctl = ctypes.CDLL(None).prctl
    prctl(SUBREAPER, 1, 0, 0, 0)
    prctl(PARENT_DEATH, signal.SIGTERM, 0, 0, 0)
    return keep_in(folder)


def keep_signals_in(walls, landlock, folder):
    """With Landlock, one signal to everyone ends the family at once."""
    walls.no_new_privileges()
    landlock.keep_signals_in()
    return partial(os.kill, -1, signal.SIGKILL)


def keep_user(walls, folder):
    """Where the child is a user, one signal ends all that is the user's."""
    return partial(end_user, walls, os.stat(folder).st_uid, folder)


def end_user(walls, user, folder):
    """End a user's processes, then empty the folder, however closed."""
    if os.fork() == 0:
        warden = user + WARDENS
        os.setresuid(warden, user, warden)  # whom the user cannot signal
        with contextlib.suppress(ProcessLookupError):
            os.kill(-1, signal.SIGKILL)
        os._exit(0)
    with contextlib.suppress(ChildProcessError):
        while True:
            os.wait()
    walls.become(user)  # nobody is left who could harm this process
    closed = ("chmod", "-R", "u+rwx", folder)
    for words in (closed, ("rm", "-rf", folder)):
        subprocess.run(words, stderr=subprocess.DEVNULL)
    raise ChildProcessError("nothing is left")


def end_children():
    """End the processes whose parent this one is now."""
    with open(f"/proc/self/task/{os.getpid()}/children") as file:
        for left in file.read().split():
            os.kill(int(left), signal.SIGKILL)


def outlive(child, end_the_rest):
    """Wait for the child, then end all that it started.

    Args:
        child: Its number.
        end_the_rest: Ends whatever is left, or some of it.
    """
    end_the_child = lambda *_: os.kill(child, signal.SIGKILL)
    signal.signal(signal.SIGTERM, end_the_child)  # the parent is gone
    with contextlib.suppress(ChildProcessError, ProcessLookupError):
        while os.wait()[0] != child:
            pass
        while True:
            end_the_rest()
            os.wait()
