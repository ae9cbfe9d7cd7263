"""The host's end of the wall: ask for a student's answers by name."""

import socket
from pathlib import Path
from typing import Any

from autograder.handles import Handles
from autograder.inside import wire
from chainrule import cases

INSIDE = Path(wire.__file__).parent


class Ended(Exception):
    """The student's process ended, or stopped speaking the protocol."""


class Host(wire.Peer):
    """Calls a student's functions; nothing it returns is trusted.

    Args:
        channel: The private socket.
        seconds: Longest time of one call.
    """

    def __init__(self, channel: socket.socket, seconds: float) -> None:
        super().__init__(channel, seconds)
        self.dead = ""
        self.handles = Handles()
        self.requests["dispatch"] = self.handles.dispatch

    def request(self, kind: str, *values: Any) -> Any:
        """Send a request; say in words how it failed.

        Raises:
            cases.OutOfTime: The call did not come back in time.
            Ended: The process is gone or sends what is no answer.
            wire.RemoteError: The student's function raised.
        """
        if self.dead:
            raise Ended(self.dead)
        try:
            return super().request(kind, *values)
        except wire.OutOfTime:
            self.dead = "an earlier call of this exercise did not return"
            raise cases.OutOfTime(
                f"the call did not return within {self.seconds:g} s. "
                "Does a loop never end?"
            ) from None
        except wire.Closed:
            self.dead = "the process that runs your code ended in a call"
            raise Ended(self.dead) from None
        except wire.Malformed as error:
            self.dead = f"the answer could not be read: {error}"
            raise Ended(self.dead) from None

    def answer_named(self, where: str, name: str) -> Any:
        """Fetch an answer: a handle for a function, else the value.

        Args:
            where: A module of the package, or "" for the notebook.
            name: The name that the exercise asks for.
        """
        return self.request("get", where, name)[0]


def agent_text(descriptor: int) -> str:
    """The code that makes a Python process serve its functions.

    The protocol's two files travel as text: the student's environment has
    none of our code.
    """
    texts = {
        name: (INSIDE / f"{name}.py").read_text("utf-8")
        for name in ("wire", "agent")
    }
    return (
        "def _serve():\n"
        "    import sys, types\n"
        f"    texts = {texts!r}\n"
        "    names = ['autograder', 'autograder.inside']\n"
        "    for name in names:\n"
        "        sys.modules[name] = types.ModuleType(name)\n"
        "        sys.modules[name].__path__ = []\n"
        "    for short, text in texts.items():\n"
        "        name = 'autograder.inside.' + short\n"
        "        module = types.ModuleType(name)\n"
        "        sys.modules[name] = module\n"
        "        setattr(sys.modules['autograder.inside'], short, module)\n"
        "        exec(compile(text, '<wall>', 'exec'), module.__dict__)\n"
        "    for name in list(sys.modules):\n"
        "        if name.partition('.')[0] == 'autograder':\n"
        "            del sys.modules[name]\n"
        f"    module.serve({descriptor}, get_ipython().user_ns)\n"
        "_serve()"
    )
