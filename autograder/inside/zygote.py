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
import sys
import traceback
from functools import partial

LIGHT = ("numpy", "matplotlib", "matplotlib.pyplot", "PIL.PngImagePlugin")
SUBREAPER = 36


def main(control, with_jax, user, walls_of, cpu_seconds):
    """Become warm, say so, and fork until the host hangs up.

    Args:
        control: The number of the inherited socket.
        with_jax: Whether children may import JAX.
        user: The user to become first, or None.
        walls_of: "namespaces", "landlock" or "none".
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
    enter = {
        "namespaces": partial(own_namespaces, walls),
        "landlock": partial(few_folders, walls, landlock),
        "none": lambda folder, libraries: None,
    }[walls_of]

    def begin(sock, folder, libraries):
        enter(folder, libraries)
        walls.limit(cpu_seconds)
        walls.give_up(network=walls_of != "landlock")
        for number in (signal.SIGCHLD, signal.SIGINT):
            signal.signal(number, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        agent.serve(sock, shell.Cells(ready))

    channel = socket.socket(fileno=control)
    channel.send(b"ready")
    part = walls.part if walls_of == "namespaces" else keep_family
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
        part: What stands between the parent and the child first does.
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
    """Part from the parent, fork the child, and hand over its pidfd."""
    try:
        part()
        child = os.fork()
        if child == 0:
            inherit_nothing_but(sock.fileno())
            begin(sock, *json.loads(words))
            os._exit(0)
        rights = array.array("i", [os.pidfd_open(child)])
        sock.sendmsg([b"+"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, rights)])
        sock.close()
        if part is keep_family:
            outlive(child)
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


def few_folders(walls, landlock, folder, libraries):
    """The child's walls where it has not."""
    walls.no_new_privileges()
    landlock.confine(libraries, [folder, "/dev/null", "/dev/zero"])


def keep_family():
    """Become the parent of whatever the child leaves behind."""
    import ctypes

    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.setsid()
    ctypes.CDLL(None).prctl(SUBREAPER, 1, 0, 0, 0)


def outlive(child):
    """Wait for the child, then end all that it started."""
    with contextlib.suppress(ChildProcessError):
        while os.wait()[0] != child:
            pass
        while True:
            with open(f"/proc/self/task/{os.getpid()}/children") as file:
                for left in file.read().split():
                    os.kill(int(left), signal.SIGKILL)
            os.wait()
