"""Both ends of the wall: calls of functions that live on the other side.

Each end calls out and, while it waits, serves what comes in.
"""

import socket
import time

from autograder.inside import frames
from autograder.inside.failures import RemoteError, describe, kinds, kinds_of
from autograder.inside.frames import Closed, OutOfTime
from autograder.inside.values import (
    Blobs,
    Codec,
    Malformed,
    Remote,
    SourceText,
    index,
    whole,
    word,
)


class Peer:
    """One end of the wall: calls out, and serves calls that come in.

    Args:
        channel: A connected stream socket.
        seconds: Longest wait for an answer; None waits for ever.
        invoke: How a function of this side is called; returns its value
            and the positions of the arguments that it changed.
        runs_texts: Whether this side evaluates functions sent as text.
            The host never does.

    Attributes:
        requests: Functions that answer requests of other kinds, by name.
        codec: Turns values into what crosses, and back.
    """

    def __init__(self, channel, seconds=None, invoke=None, runs_texts=False):
        self.channel = channel
        self.seconds = seconds
        self.invoke = invoke or (lambda f, a: (f(*a), []))
        self.requests = {}
        self.runs_texts = runs_texts
        self.codec = Codec(self)

    def send(self, kind, *values):
        """Send one message."""
        arrays = []
        trees = [self.codec.encode(value, arrays) for value in values]
        frames.send(self.channel, kind, trees, arrays)

    def receive(self, deadline=None):
        """Receive one message: its kind and its values."""
        kind, trees, arrays = frames.receive(self.channel, deadline)
        blobs = Blobs(arrays)
        return kind, [self.codec.decode(tree, blobs) for tree in trees]

    def call(self, remote, arguments):
        """Call a function of the other side.

        Returns:
            value: What it returned.
            changed: Positions of the arguments that it changed.
        """
        return self.request("call", remote, tuple(arguments))

    def request(self, kind, *values):
        """Send a request and serve the other side until it answers."""
        deadline = None
        if self.seconds is not None:
            deadline = time.monotonic() + self.seconds
            self.channel.settimeout(self.seconds)
        self.send(kind, *values)
        while True:
            kind, values = self.receive(deadline)
            if kind == "return" and len(values) == 2:
                return values[0], positions(values[1])
            if kind == "raise" and len(values) == 3:
                name, text = word(values[0]), whole(values[1])
                raise RemoteError(name, text[:400], kinds(values[2]))
            self.answer(kind, values)

    def answer(self, kind, values):
        """Serve one request that came in."""
        try:
            if kind == "call" and len(values) == 2:
                function, arguments = values
                if isinstance(function, Remote) or not (
                    callable(function)
                    or (self.runs_texts and type(function) is SourceText)
                ):
                    raise Malformed("only own functions can be called")
                result = self.invoke(function, arguments)
            elif kind in self.requests:
                result = (self.requests[kind](*values), [])
            else:
                raise Malformed(f"unknown request {kind[:20]!r}")
            self.send("return", *result)
        except (Closed, OutOfTime, Malformed):
            raise
        except BaseException as error:
            name = getattr(error, "remote_name", type(error).__name__)
            # Lines of the host's own files would tell a student nothing.
            text = describe(error) if self.runs_texts else str(error)[:300]
            self.send("raise", name, text, kinds_of(error))

    def serve(self):
        """Answer requests until the other side closes."""
        while True:
            try:
                self.answer(*self.receive())
            except Closed:
                return


def positions(values):
    """Whole numbers that the other side sent."""
    if not isinstance(values, list):
        raise Malformed("changed positions are not a list")
    return [index(value) for value in values]


def pair():
    """Two connected ends, the second of which a child may inherit."""
    return socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
