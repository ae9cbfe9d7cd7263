"""The host's end of the warm parent: start it, and ask it for children."""

import atexit
import contextlib
import json
import os
import select
import signal
import socket
import subprocess
import tempfile
from functools import cache
from typing import Protocol

from autograder import container, sandbox
from autograder.inside import wire
from autograder.inside.watchdog import Watchdog
from autograder.sandbox import NotStarted

SHARED_NAME = "/work"  # of every child's own folder, with namespaces
START_SECONDS = 60.0
FORK_SECONDS, END_SECONDS = 10.0, 5.0


class Child(Protocol):
    """A child, wherever it is: its socket, and the means to end it.

    Attributes:
        channel: The private socket.
        folder: Its own folder, as it is called inside.
    """

    channel: socket.socket
    folder: str

    @property
    def barked(self) -> str:
        """What it took too much of, if it was ended for that."""
        ...

    def interrupt(self) -> None:
        """Raise KeyboardInterrupt in the child."""

    def kill(self) -> None:
        """End the child and everything that it started."""

    def close(self) -> None:
        """End the child, wait until nothing of it is left, and let go."""


class Parent(Protocol):
    """A process that forks children."""

    @property
    def alive(self) -> bool:
        """Whether it still runs."""
        ...

    def child(self) -> Child:
        """Fork a child; raise NotStarted if there is none."""
        ...

    def close(self) -> None:
        """End it, and with it all of its children."""


class ForkedChild:
    """One forked child of this machine: see `Child`.

    Args:
        channel: The private socket.
        pidfds: The first refers to the child, whatever happens to its
            number; the last to the process that ends when all that the
            child started has ended.
        folder: Its own folder, as it is called inside.
    """

    def __init__(
        self, channel: socket.socket, pidfds: list[int], folder: str
    ) -> None:
        self.channel, self.pidfds, self.folder = channel, pidfds, folder
        own = None if folder == SHARED_NAME else folder
        self.watchdog = Watchdog(pidfds[-1], self.kill, own)

    @property
    def barked(self) -> str:
        """What it took too much of, if it was ended for that."""
        return self.watchdog.barked

    def interrupt(self) -> None:
        """Raise KeyboardInterrupt in the child."""
        self._signal(signal.SIGINT)

    def kill(self) -> None:
        """End the child and everything that it started."""
        self._signal(signal.SIGKILL)

    def close(self) -> None:
        """End the child, wait until nothing of it is left, and let go."""
        self.watchdog.stop()
        self.kill()
        select.select(self.pidfds[-1:], [], [], END_SECONDS)
        for pidfd in self.pidfds:
            os.close(pidfd)
        self.channel.close()
        if self.folder != SHARED_NAME:
            remove(self.folder)

    def _signal(self, number: int) -> None:
        with contextlib.suppress(ProcessLookupError):
            signal.pidfd_send_signal(self.pidfds[0], number)


class WarmParent:
    """A process that has imported everything and forks children.

    Args:
        with_jax: Whether its children may import JAX.
        tier: The wall around it: namespaces, landlock or none.
        cpu_seconds: [s] Processor time of each child.
    """

    def __init__(
        self, with_jax: bool, tier: str, cpu_seconds: int = 600
    ) -> None:
        kind = socket.SOCK_SEQPACKET
        self.control, theirs = socket.socketpair(socket.AF_UNIX, kind)
        self.errors = open(os.memfd_create("errors"), "w+b")
        self.tier, self.with_jax = tier, with_jax
        text = sandbox.program(
            f"zygote.main({theirs.fileno()}, {with_jax}, {sandbox.user()}, "
            f"{tier!r}, {cpu_seconds})"
        )
        self.process = subprocess.Popen(
            sandbox.words(tier, with_jax),
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=self.errors,
            pass_fds=(theirs.fileno(),),
            env=sandbox.environment(tier),
            cwd="/",
        )
        theirs.close()
        assert self.process.stdin is not None
        with self.process.stdin as pipe:
            pipe.write(text.encode())
        self._wait_until_warm()

    def _wait_until_warm(self) -> None:
        self.control.settimeout(START_SECONDS)
        try:
            said = self.control.recv(16)
        except TimeoutError:
            said = b""
        if said != b"ready":
            self.errors.seek(0)
            text = self.errors.read()[-2000:].decode("utf-8", "replace")
            self.close()
            raise NotStarted(f"the sandbox did not start: {text.strip()}")

    @property
    def alive(self) -> bool:
        """Whether it still runs."""
        return self.process.poll() is None

    def child(self) -> ForkedChild:
        """Fork a child.

        Raises:
            NotStarted: With what the child said of its walls.
        """
        ours, theirs = wire.pair()
        folder = own_folder(self.tier)
        readable = sandbox.readable(self.tier, self.with_jax)
        words = json.dumps([folder, readable]).encode()
        with theirs:
            socket.send_fds(self.control, [words], [theirs.fileno()])
        ours.settimeout(FORK_SECONDS)
        try:
            word, descriptors, *_ = socket.recv_fds(ours, 4096, 2)
        except TimeoutError:
            word, descriptors = b"", []
        if word[:1] != b"+" or not descriptors:
            ours.close()
            text = word.decode("utf-8", "replace")
            raise NotStarted(f"a child did not start: {text}")
        return ForkedChild(ours, descriptors, folder)

    def close(self) -> None:
        """End it, and with it all of its children."""
        self.control.close()
        self.process.kill()
        self.process.wait()
        self.errors.close()


def own_folder(tier: str) -> str:
    """A folder for one child, as it is called inside."""
    if tier == "namespaces":
        return SHARED_NAME
    folder = tempfile.mkdtemp(prefix="session-")
    user = sandbox.user()
    if user is not None:
        os.chown(folder, user, user)
    return folder


def remove(folder: str) -> None:
    """Remove a folder, however deep or closed a student made it."""
    words: tuple[str, ...]
    for words in (("rm", "-rf"), ("chmod", "-R", "u+rwx"), ("rm", "-rf")):
        subprocess.run([*words, folder], stderr=subprocess.DEVNULL)
        if not os.path.exists(folder):
            return


@cache
def parents() -> dict[tuple[bool, str], Parent]:
    """The warm parents of this process; they end with it."""
    known: dict[tuple[bool, str], Parent] = {}

    def close_all() -> None:
        for parent in known.values():
            parent.close()

    atexit.register(close_all)
    return known


def child(with_jax: bool, tier: str) -> Child:
    """A child of this process's warm parent of a kind."""
    known, kind = parents(), (with_jax, tier)
    if kind in known and not known[kind].alive:
        known.pop(kind).close()
    if kind not in known:
        known[kind] = start(with_jax, tier)
    return known[kind].child()


def start(with_jax: bool, tier: str, cpu_seconds: int = 600) -> Parent:
    """A warm parent behind a wall, here or in a container."""
    if tier == "container":
        return container.start(with_jax, cpu_seconds)
    return WarmParent(with_jax, tier, cpu_seconds)
