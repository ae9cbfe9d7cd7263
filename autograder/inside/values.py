"""Plain values as JSON trees and raw arrays, and back.

Nothing is pickled, nothing is evaluated. Whatever has no plain form
crosses as the name of its type; functions cross as numbers, which the
other side may call.
"""

import re
from collections.abc import Iterator, MappingView, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import islice

import numpy as np

MAX_DEPTH = 24
MAX_DIMENSIONS = 16
MAX_VALUES = 300_000  # of one frame, nested ones included
KINDS = "biufc"
KIND_OF_ARRAY = re.compile(
    r"array of dtype [\w<>|=\[\]]{1,20}|deeply nested value"
)


class Malformed(Exception):
    """The other side sent something that is not ours."""


class Opaque:
    """A value that has no plain form."""

    def __init__(self, remote_type):
        self.remote_type = remote_type

    def __repr__(self):
        return f"a value of type {self.remote_type}"


class SourceText:
    """A function as text, with the names it needs."""

    def __init__(self, text, names):
        self.text, self.names = text, names


class Remote:
    """A function that lives on the other side."""

    remote_type = "function"

    def __init__(self, peer, number):
        self.peer, self.number = peer, number

    def __repr__(self):
        return "a function"

    def __call__(self, *arguments):
        """Call it; return its value."""
        return self.peer.call(self, arguments)[0]

    def observe(self, *arguments):
        """Call it; return its value and the arguments it changed."""
        return self.peer.call(self, arguments)

    def observe_source(self, source, *arguments):
        """Call a function given as text, in this function's process."""
        return self.peer.call(source, arguments)


def plain(value):
    """A value as the type that Python takes it for.

    A check in the student's own kernel accepts what only behaves like a
    text, a number, a list or a dictionary. So must we.
    """
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, bool | np.generic):
        return value
    for kind in (int, float, complex):
        if isinstance(value, kind):
            return kind.__pos__(value)
    if isinstance(value, Fraction | Decimal):
        return float(value)
    for kind in (dict, list, tuple):
        if isinstance(value, kind):
            return value if type(value) is kind else kind(value)
    if isinstance(value, Sequence | MappingView | Iterator) and not (
        isinstance(value, bytes | bytearray | memoryview)
    ):
        return list(islice(value, MAX_VALUES))
    return value


class Codec:
    """Encodes values of this side, decodes what the other side sent.

    Args:
        peer: Calls the functions of the other side.

    Attributes:
        functions: This side's, by the numbers that crossed.
        handles: Turns counted arrays into handles and back, or None.
    """

    def __init__(self, peer):
        self.peer = peer
        self.functions = []
        self.handles = None

    def encode(self, value, blobs, depth=0):
        """Turn a value into a JSON tree; arrays go to blobs."""
        if depth > MAX_DEPTH:
            return ["o", "deeply nested value"]
        value = plain(value)
        if value is None or isinstance(value, bool):
            return ["p", value]
        if type(value) is int:
            return ["i", str(value)] if abs(value) < 10**300 else ["o", "int"]
        if type(value) is float:
            return ["f", value.hex()]
        if type(value) is complex:
            return ["c", value.real.hex(), value.imag.hex()]
        if type(value) is str:
            return ["s", value]
        if type(value) in (tuple, list):
            tag = "t" if type(value) is tuple else "l"
            return [tag, [self.encode(v, blobs, depth + 1) for v in value]]
        if type(value) is dict and all(isinstance(k, str) for k in value):
            pairs = [
                [str.__str__(k), self.encode(v, blobs, depth + 1)]
                for k, v in value.items()
            ]
            return ["d", pairs]
        return self._encode_array_or_function(value, blobs, depth)

    def _encode_array_or_function(self, value, blobs, depth):
        handle = self.handles and self.handles.encode(value)
        if handle:
            return handle
        if isinstance(value, slice):
            parts = (value.start, value.stop, value.step)
            return ["sl", [self.encode(v, blobs, depth + 1) for v in parts]]
        if value is Ellipsis:
            return ["el"]
        kinds = (int, float, complex)
        if isinstance(value, np.dtype) or any(value is k for k in kinds):
            return ["dt", np.dtype(value).str]
        if type(value).__module__.partition(".")[0] in ("jax", "jaxlib"):
            if hasattr(value, "dtype") and hasattr(value, "__array__"):
                value = np.asarray(value)
        if type(value) is np.ndarray or isinstance(value, np.generic):
            array = np.asarray(value)
            if array.dtype.kind not in KINDS or array.dtype.itemsize > 16:
                dtype = "record" if array.dtype.names else array.dtype
                return ["o", f"array of dtype {dtype}"]
            tag = "a" if type(value) is np.ndarray else "g"
            native = array.astype(array.dtype.newbyteorder("<"), order="C")
            blobs.append(native.tobytes())
            return [tag, native.dtype.str, list(array.shape)]
        if isinstance(value, Remote):
            return ["own", value.number]
        if type(value).__name__ in ("Source", "SourceText"):
            names = self.encode(dict(value.names), blobs, depth + 1)
            return ["src", value.text, names]
        if callable(value) and not isinstance(value, type):
            self.functions.append(value)
            return ["fn", len(self.functions) - 1]
        return ["o", type(value).__name__]

    def decode(self, tree, blobs):
        """Turn a JSON tree back into a value; raise Malformed."""
        try:
            return self._decode(tree, blobs, 0)
        except Malformed:
            raise
        except Exception as error:
            raise Malformed(f"{type(error).__name__} in a value") from None

    def _decode(self, tree, blobs, depth):
        blobs.values += 1
        if depth > MAX_DEPTH + 1 or blobs.values > MAX_VALUES:
            raise Malformed("too many values, or nested too deeply")
        tag, *rest = tree
        if tag == "p" and rest[0] in (None, True, False):
            return rest[0]
        if tag == "i":
            if len(rest[0]) > 310:
                raise Malformed("an integer is too long")
            return int(rest[0])
        if tag == "f":
            return float.fromhex(rest[0])
        if tag == "c":
            return complex(*map(float.fromhex, rest))
        if tag == "s" and isinstance(rest[0], str):
            return whole(rest[0])
        if tag in ("t", "l"):
            items = [self._decode(item, blobs, depth + 1) for item in rest[0]]
            return tuple(items) if tag == "t" else items
        if tag == "d":
            return {
                whole(k): self._decode(v, blobs, depth + 1) for k, v in rest[0]
            }
        if tag in ("a", "g"):
            array = blobs.take(*rest)
            return array if tag == "a" else array[()]
        if tag == "h" and self.handles is not None:
            return self.handles.decode(*rest)
        if tag == "sl":
            return slice(*(self._decode(v, blobs, depth + 1) for v in rest[0]))
        if tag == "el":
            return Ellipsis
        if tag == "dt":
            return _dtype(rest[0])
        if tag == "own":
            return self.functions[index(rest[0])]
        if tag == "fn":
            return Remote(self.peer, index(rest[0]))
        if tag == "src":
            names = self._decode(rest[1], blobs, depth + 1)
            return SourceText(whole(rest[0]), names)
        if tag == "o":
            return Opaque(type_name(rest[0]))
        raise Malformed(f"unknown tag {str(tag)[:20]!r}")


class Blobs:
    """The array bytes of a frame, taken in order."""

    def __init__(self, data):
        self.data, self.start, self.values = data, 0, 0

    def take(self, dtype, shape):
        """The next array."""
        dtype = _dtype(dtype)
        if len(shape) > MAX_DIMENSIONS:
            raise Malformed("an array has too many dimensions")
        count = 1
        for length in shape:
            count *= index(length)
        end = self.start + count * dtype.itemsize
        if end > len(self.data):
            raise Malformed("an array is shorter than it says")
        bytes_ = memoryview(self.data)[self.start : end]
        self.start = end
        if dtype.kind == "b":  # a byte that is neither 0 nor 1 is True
            return (np.frombuffer(bytes_, "u1") != 0).reshape(shape)
        flat = np.frombuffer(bytes_, dtype)
        return flat.astype(dtype.newbyteorder("=")).reshape(shape)


def whole(text):
    """Text that can be written to a file: without halves of characters."""
    if not isinstance(text, str):
        raise Malformed("a text is not a text")
    return text.encode("utf-8", "replace").decode("utf-8")


def word(text):
    """A name that the other side sent: short, without spaces or signs."""
    return re.sub(r"\W", "?", whole(text)[:80])


def type_name(text):
    """The name of a value's type that the other side sent."""
    known = KIND_OF_ARRAY.fullmatch(whole(text))
    return text if known else word(text)


def _dtype(text):
    dtype = np.dtype(str(text))
    if dtype.kind not in KINDS or dtype.itemsize > 16:
        raise Malformed("an array has no plain form")
    return dtype


def index(number):
    """A whole number that is not negative."""
    if type(number) is not int or number < 0:
        raise Malformed("an index is not a whole number")
    return number
