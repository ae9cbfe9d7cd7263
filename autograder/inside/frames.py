"""Length-checked frames through a socket: a kind, JSON trees, arrays."""

import json
import select
import struct
import time

from autograder.inside.values import Malformed

HEADER = struct.Struct("<IQ")  # bytes of JSON, bytes of arrays
MAX_JSON = 1 << 24
MAX_ARRAYS = 1 << 28
AT_ONCE = 1 << 20  # bytes of one read


class Closed(Exception):
    """The other side is gone."""


class OutOfTime(Exception):
    """The other side did not answer in time."""


def send(channel, kind, trees, arrays):
    """Send one frame.

    Args:
        channel: A connected stream socket.
        kind: What the frame is.
        trees: Values as JSON trees.
        arrays: List of the bytes of their arrays, in order.

    Raises:
        Malformed: If it is too large to cross.
        OutOfTime: If the other side does not take it.
        Closed: If the other side is gone.
    """
    text = json.dumps([kind, trees]).encode()
    data = b"".join(arrays)
    if len(text) > MAX_JSON or len(data) > MAX_ARRAYS:
        raise Malformed("the value is too large to cross")
    try:
        channel.sendall(HEADER.pack(len(text), len(data)) + text + data)
    except TimeoutError:
        raise OutOfTime("it does not take its arguments") from None
    except OSError as error:
        raise Closed(str(error)) from None


def receive(channel, deadline=None):
    """Receive one frame.

    Args:
        channel: A connected stream socket.
        deadline: As `time.monotonic` tells it; None waits for ever.

    Returns:
        kind: A text.
        trees: A list.
        arrays: The bytes of all arrays.
    """
    sizes = HEADER.unpack(_read(channel, HEADER.size, deadline))
    if sizes[0] > MAX_JSON or sizes[1] > MAX_ARRAYS:
        raise Malformed("a frame is too large")
    text = _read(channel, sizes[0], deadline)
    arrays = _read(channel, sizes[1], deadline)
    try:
        kind, trees = json.loads(text)
    except (ValueError, TypeError, RecursionError):
        raise Malformed("a frame is not JSON") from None
    if not isinstance(kind, str) or not isinstance(trees, list):
        raise Malformed("a frame has no kind")
    return kind, trees, arrays


def readable(file, seconds):
    """Whether there is something to read within some seconds.

    Unlike `select.select` this has no bound on descriptors' numbers.
    """
    poll = select.poll()
    poll.register(file, select.POLLIN)
    return bool(poll.poll(seconds * 1000))


def _read(channel, size, deadline):
    data = bytearray(size)
    rest = memoryview(data)
    while rest:
        try:
            if deadline is not None:
                left = deadline - time.monotonic()
                if left <= 0:
                    raise TimeoutError
                channel.settimeout(left)
            count = channel.recv_into(rest[:AT_ONCE])
        except (TimeoutError, BlockingIOError):
            raise OutOfTime("no answer in time") from None
        except OSError as error:
            raise Closed(str(error)) from None
        if not count:
            raise Closed("the process ended")
        rest = rest[count:]
    return data
