"""The host's end of the wall: ask for a student's answers by name."""

import socket
import time
from collections.abc import Callable
from typing import Any

from autograder.handles import Handles
from autograder.inside import frames, wire
from autograder.inside.values import Malformed
from chainrule import cases

GRACE = 3.0  # seconds in which an interrupted cell has to end


class Ended(Exception):
    """The student's process ended, or stopped speaking the protocol."""

    remote_name = "Ended"  # no line of this process is to blame


class Host(wire.Peer):
    """Calls a student's functions; nothing it returns is trusted.

    Args:
        channel: The private socket.
        seconds: Longest time of one call.
    """

    def __init__(self, channel: socket.socket, seconds: float) -> None:
        super().__init__(channel, seconds)
        self.dead = ""
        self.codec.handles = self.handles = Handles()
        self.requests["dispatch"] = self.handles.dispatch

    def request(self, kind: str, *values: Any) -> Any:
        """Send a request; say in words how it failed.

        Raises:
            cases.OutOfTime: The call did not come back in time.
            Ended: The process is gone or sends what is no answer.
            RemoteError: The student's function raised.
        """
        if self.dead:
            raise Ended(self.dead)
        try:
            return super().request(kind, *values)
        except frames.OutOfTime:
            self.dead = "an earlier call of this exercise did not return"
            raise cases.OutOfTime(
                f"the call did not return within {self.seconds:g} s. "
                "Does a loop never end?"
            ) from None
        except frames.Closed:
            self.dead = "the process that runs your code ended in a call"
            raise Ended(self.dead) from None
        except Malformed as error:
            self.dead = f"the answer could not be read: {error}"
            raise Ended(self.dead) from None

    def answer_named(self, where: str, name: str) -> Any:
        """Fetch an answer: a handle for a function, else the value.

        Args:
            where: A module of the package, or "" for the notebook.
            name: The name that the exercise asks for.
        """
        return self.request("get", where, name)[0]

    def start(self, folder: str, files: dict[str, str]) -> None:
        """Hand over the student's files.

        Args:
            folder: The child's own folder, as it is called inside.
            files: Texts by path.
        """
        self.request("start", folder, files)

    def run_cell(
        self, source: str, seconds: float, interrupt: Callable[[], None]
    ) -> tuple[Any, Any, bool]:
        """Run one cell of the notebook.

        Args:
            source: Its text.
            seconds: [s] How long it may run before it is interrupted.
            interrupt: Interrupts it; soon after, it is given up.

        Returns:
            outputs: What the child says that the cell said.
            count: Its execution count, as the child says.
            late: Whether it had to be interrupted.

        Raises:
            Ended: If the child ended, or had to be given up.
        """
        try:
            self.channel.settimeout(seconds)
            self.send("cell", source)
            late = not self.speaks(seconds)
            if late:
                interrupt()
                if not self.speaks(GRACE):
                    raise frames.OutOfTime("it does not end")
            kind, values = self.receive(time.monotonic() + GRACE)
            said = values[0] if kind == "return" and values else None
            if not isinstance(said, tuple) or len(said) != 2:
                raise Malformed("no outputs")
        except (frames.Closed, frames.OutOfTime, Malformed) as error:
            self.dead = str(error)
            raise Ended(self.dead) from None
        return (*said, late)

    def speaks(self, seconds: float) -> bool:
        """Whether there is something to read within some seconds."""
        return bool(frames.readable(self.channel, seconds))
