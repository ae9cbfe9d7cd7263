"""The host's end of a container: children whose bytes come over pipes.

Of a container only standard input and output are to be had; on macOS a
virtual machine stands between. A thread carries each child's bytes to a
socket of this process, so that whoever asks a child need not know.
"""

import contextlib
import queue
import secrets
import socket
import subprocess
import tempfile
import threading
from itertools import count

from autograder import image, sandbox
from autograder.inside import ferry, streams, wire

START_SECONDS, FORK_SECONDS, END_SECONDS = 60.0, 10.0, 5.0
USERS = range(10_000, 60_000, 200)  # the first of a container's users


class Child:
    """One child in a container: its socket, and the means to end it.

    Args:
        crossing: Carries its bytes.
        number: Its number there.
        channel: The private socket.
    """

    def __init__(
        self, crossing: "Crossing", number: int, channel: socket.socket
    ) -> None:
        self.channel, self.folder, self.barked = channel, "", ""
        self.complaint = "no answer"
        self.answered, self.gone = threading.Event(), threading.Event()
        self._tell = lambda kind: crossing.tell(number, kind)

    def interrupt(self) -> None:
        """Raise KeyboardInterrupt in the child."""
        self._tell(streams.INTERRUPT)

    def kill(self) -> None:
        """End the child and everything that it started."""
        self._tell(streams.KILL)

    def close(self) -> None:
        """End the child, wait until nothing of it is left, and let go."""
        self.kill()
        self.gone.wait(END_SECONDS)
        self.channel.close()


class Crossing(streams.Streams):
    """Carries all children's bytes between their sockets and two pipes."""

    def __init__(self, incoming: int, outgoing: int) -> None:
        super().__init__(incoming, outgoing)
        self.children: dict[int, Child] = {}
        self.warm = threading.Event()
        self._numbers = count(ferry.PARENT + 1)
        self._told: queue.SimpleQueue[tuple[int, int, socket.socket | None]]
        self._told = queue.SimpleQueue()
        self._wake, self._woken = socket.socketpair()
        self.watch(self._woken, streams.READ, self._hear_us)
        self._thread = threading.Thread(target=self._carry, daemon=True)
        self._thread.start()

    def child(self) -> Child:
        """Ask for a child, and wait for it.

        Raises:
            NotStarted: With what the child said of its walls.
        """
        if self.over:
            raise sandbox.NotStarted("the container ended")
        ours, theirs = wire.pair()
        number = next(self._numbers)
        child = self.children[number] = Child(self, number, ours)
        self.tell(number, streams.OPEN, theirs)
        child.answered.wait(FORK_SECONDS)
        if not child.folder:
            child.close()
            raise sandbox.NotStarted(
                f"a child did not start: {child.complaint}"
            )
        return child

    def tell(
        self, number: int, kind: int, channel: socket.socket | None = None
    ) -> None:
        """Let the thread send a frame that has no bytes.

        Args:
            number: The child that it is about.
            kind: Its kind.
            channel: With OPEN, where the child's bytes go.
        """
        self._told.put((number, kind, channel))
        with contextlib.suppress(OSError):
            self._wake.send(b"x")

    def close(self) -> None:
        """Wait for the end of the thread, after that of the other end."""
        self.over = True
        with contextlib.suppress(OSError):
            self._wake.send(b"x")
        self._thread.join()
        self._wake.close()
        self._woken.close()
        self.selector.close()

    def take(self, number: int, kind: int, payload: bytes) -> None:
        """Know what the other end says of a child."""
        child, text = self.children.get(number), payload.decode("utf-8")
        if number == ferry.PARENT and kind == streams.OPENED:
            self.warm.set()
        elif child is None:
            raise streams.Malformed("there is no such child")
        elif kind == streams.OVER:
            child.barked = text
            self.finish(number)
        elif kind in (streams.OPENED, streams.REFUSED):
            known = kind == streams.OPENED
            child.folder = text if known else ""
            child.complaint = "" if known else text
            child.answered.set()
        elif kind == streams.GONE:
            child.gone.set()
            self.finish(number)
            del self.children[number]

    def _hear_us(self, _: int) -> None:
        """Send what this process's other threads want to be sent."""
        self._woken.recv(64)
        while not self._told.empty():
            number, kind, channel = self._told.get()
            if channel is not None:
                self.add(number, channel)
            self.say(number, kind)

    def _carry(self) -> None:
        """Carry until either end is gone; then everybody is told so."""
        with contextlib.suppress(streams.Malformed, UnicodeDecodeError):
            self.run()
        self.over = True
        for number in list(self.streams):
            self.drop(number)
        for child in list(self.children.values()):
            child.answered.set()
            child.gone.set()
        self.warm.set()


class Container:
    """A container in which a warm parent forks children.

    Args:
        words: The words that start its Python, which runs what it is sent.
        text: The program to send.
        environment: The environment of the first word.
    """

    def __init__(
        self, words: list[str], text: str, environment: dict[str, str] | None
    ) -> None:
        self.errors = tempfile.TemporaryFile()
        self.process = subprocess.Popen(
            words,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.errors,
            env=environment,
            cwd="/",
        )
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        with contextlib.suppress(BrokenPipeError):
            self.process.stdin.write(text.encode())
            self.process.stdin.flush()
        self.crossing = Crossing(
            self.process.stdout.fileno(), self.process.stdin.fileno()
        )
        if not self.crossing.warm.wait(START_SECONDS) or not self.alive:
            self.errors.seek(0)
            said = self.errors.read()[-2000:].decode("utf-8", "replace")
            self.close()
            raise sandbox.NotStarted(
                f"the container did not start: {said.strip()}"
            )

    @property
    def alive(self) -> bool:
        """Whether it still runs, and speaks as we do."""
        return not self.crossing.over

    def child(self) -> Child:
        """Fork a child; see `Crossing.child`."""
        return self.crossing.child()

    def close(self) -> None:
        """End it, and with it all of its children."""
        self.crossing.close()
        for pipe in (self.process.stdin, self.process.stdout):
            with contextlib.suppress(OSError):
                pipe and pipe.close()
        try:  # its relay ends where its input ends
            self.process.wait(END_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.errors.close()


def owners() -> list[int]:
    """Users for the children of one container.

    Others of this machine may have the same; but what a user may take is
    counted for the whole machine, so it is unlikely.
    """
    first = secrets.choice(USERS)
    return list(range(first, first + image.SLOTS))


def start(with_jax: bool, cpu_seconds: int = 600) -> Container:
    """Start a container of the student's image."""
    users = None, owners()
    text = sandbox.program(
        f"ferry.main('container', {with_jax}, {users}, {image.FOLDERS}, "
        f"{image.READABLE} + [os.path.realpath(sys.executable)], "
        f"{cpu_seconds})"
    )
    return Container(sandbox.words("container", with_jax), text, None)
