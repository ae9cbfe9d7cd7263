"""Many children's bytes over one pair of pipes, at either of its ends.

A container lets only standard input and output through. A frame says which
child it is about, what it is, and how many bytes follow. Bytes spend a
window, and whoever hands them on gives it back: so neither end holds more
than a window for a child that does not read, and no child waits for others.
"""

import os
import selectors
import struct

HEADER = struct.Struct("<IBI")  # the child's number, the kind, the bytes
OPEN, OPENED, REFUSED, BYTES, TAKEN, OVER, INTERRUPT, KILL, GONE = range(9)
WINDOW = 1 << 20
PIECE = 1 << 16  # the most bytes of one frame
READ, WRITE = selectors.EVENT_READ, selectors.EVENT_WRITE


class Malformed(Exception):
    """The other end sent something that is not a frame of ours."""


class Stream:
    """One child's bytes at this end.

    Args:
        channel: Leads to the child, or to the one who asks it.

    Attributes:
        waiting: Bytes that the channel has not taken yet.
        taken: Bytes that it has taken since the other end was told.
        window: How many more bytes the other end takes.
        ended: Whether nothing more is read from the channel.
        last: Whether nothing more will come for it.
    """

    def __init__(self, channel):
        channel.setblocking(False)
        self.channel, self.waiting = channel, bytearray()
        self.taken, self.window = 0, WINDOW
        self.ended = self.last = False


class Streams:
    """All streams of one end, served by one thread.

    Args:
        incoming: The descriptor that frames come from.
        outgoing: The descriptor that they go to.
    """

    def __init__(self, incoming, outgoing):
        self.incoming, self.outgoing = incoming, outgoing
        self.heard, self.said = bytearray(), bytearray()
        self.streams, self.over = {}, False
        self.selector = selectors.DefaultSelector()
        os.set_blocking(outgoing, False)
        self.watch(incoming, READ, self._hear)

    def take(self, number, kind, payload):
        """Serve a frame that is not about bytes."""
        raise NotImplementedError

    def ended(self, number):
        """Know that a channel has nothing more to say."""

    def run(self):
        """Carry until the other end is gone.

        Raises:
            Malformed: If it does not speak as we do.
        """
        while not self.over:
            for key, events in self.selector.select():
                key.data(events)

    def watch(self, file, events, act=None):
        """Call a function at events of a file; with no events, stop it."""
        if file in self.selector.get_map():
            if events:
                self.selector.modify(file, events, act)
            else:
                self.selector.unregister(file)
        elif events:
            self.selector.register(file, events, act)

    def say(self, number, kind, payload=b""):
        """Send a frame, now or as soon as the pipe takes it."""
        self.said += HEADER.pack(number, kind, len(payload)) + payload
        self._flush()

    def add(self, number, channel):
        """Begin to carry a child's bytes."""
        self.streams[number] = Stream(channel)
        self._attend(number)

    def drop(self, number):
        """Carry them no longer."""
        stream = self.streams.pop(number, None)
        if stream is not None:
            self.watch(stream.channel, 0)
            stream.channel.close()

    def finish(self, number):
        """Drop a stream as soon as its channel has taken all."""
        if number in self.streams:
            self.streams[number].last = True
            self._pour(number)

    def _flush(self, _=WRITE):
        try:
            del self.said[: os.write(self.outgoing, self.said)]
        except BlockingIOError:
            pass
        except OSError:
            self.over = True
        self.watch(self.outgoing, WRITE if self.said else 0, self._flush)

    def _hear(self, _):
        piece = os.read(self.incoming, PIECE)
        self.over = self.over or not piece
        self.heard += piece
        while len(self.heard) >= HEADER.size:
            number, kind, size = HEADER.unpack_from(self.heard)
            if size > PIECE or kind > GONE:
                raise Malformed("this is not a frame")
            end = HEADER.size + size
            if len(self.heard) < end:
                return
            payload = bytes(self.heard[HEADER.size : end])
            del self.heard[:end]
            self._serve(number, kind, payload)

    def _serve(self, number, kind, payload):
        stream = self.streams.get(number)
        if kind not in (BYTES, TAKEN):
            self.take(number, kind, payload)
        elif stream is None:
            pass  # it was dropped while this was on its way
        elif kind == TAKEN:
            stream.window += int.from_bytes(payload, "little")
            if stream.window > WINDOW:
                raise Malformed("more was taken than was sent")
            self._attend(number)
        else:
            stream.waiting += payload
            if len(stream.waiting) > WINDOW:
                raise Malformed("more was sent than a window")
            self._pour(number)

    def _attend(self, number):
        """Watch a channel for what can be done with it now."""
        stream = self.streams[number]
        events = WRITE if stream.waiting else 0
        if stream.window and not stream.ended:
            events |= READ
        self.watch(stream.channel, events, lambda e: self._act(number, e))

    def _act(self, number, events):
        if events & READ and number in self.streams:
            self._draw(number)
        if events & WRITE and number in self.streams:
            self._pour(number)

    def _draw(self, number):
        """Send on what a channel says."""
        stream = self.streams[number]
        try:
            piece = stream.channel.recv(min(PIECE, stream.window))
        except BlockingIOError:
            return
        except OSError:
            piece = b""
        stream.window -= len(piece)
        stream.ended = not piece
        self._attend(number)
        if piece:
            self.say(number, BYTES, piece)
        else:
            self.ended(number)

    def _pour(self, number):
        """Let a channel take what waits for it."""
        stream = self.streams[number]
        try:
            count = stream.channel.send(stream.waiting)
        except BlockingIOError:
            count = 0
        except OSError:
            count = len(stream.waiting)  # nobody will read it
        del stream.waiting[:count]
        stream.taken += count
        if stream.taken >= WINDOW // 4:
            self.say(number, TAKEN, stream.taken.to_bytes(4, "little"))
            stream.taken = 0
        if stream.last and not stream.waiting:
            self.drop(number)
        else:
            self._attend(number)
