"""Counted arrays on the host: data and counters never leave it."""

import math
from collections.abc import Iterator
from typing import Any

import numpy as np

from autograder.inside.wire import Malformed
from chainrule.count import Counted

MOST = 10**9  # numbers of one result, before it is made


class Handles:
    """The counted arrays of one session, by their keys."""

    def __init__(self) -> None:
        self.arrays: dict[int, Counted] = {}

    def encode(self, value: Any) -> list[Any] | None:
        """A handle for a counted array, or None for anything else."""
        if not isinstance(value, Counted):
            return None
        self.arrays[value.key] = value
        return ["h", value.key, list(value.shape), value.dtype.str]

    def decode(self, key: int, *_: Any) -> Counted:
        """The array behind a handle.

        Raises:
            Malformed: If the student never had it, or let it go.
        """
        if type(key) is not int or key not in self.arrays:
            raise Malformed("an unknown counted array")
        return self.arrays[key]

    def dispatch(
        self, name: str, arguments: Any, keywords: Any, gone: Any
    ) -> Any:
        """Do one operation for the student, in the array's own counter.

        Args:
            name: The operation, as `chainrule.count.Counter` names it.
            arguments: Its arguments, with arrays in place of handles.
            keywords: Its keywords.
            gone: Keys of arrays that the student no longer holds.
        """
        for key in gone:
            self.arrays.pop(key, None)
        first = next(_counted((arguments, keywords)), None)
        if first is None or not isinstance(name, str):
            raise Malformed("an operation on no counted array")
        require_small(name, arguments, keywords)
        return first.counter.dispatch(name, arguments, keywords)


def require_small(name: str, arguments: Any, keywords: Any) -> None:
    """Refuse what would fill the host's memory; Counter bounds the rest.

    Raises:
        MemoryError: If a result could have more than MOST numbers.
    """
    size = 0
    if "shape" in keywords:
        size = _product(keywords["shape"])
    elif name == "broadcast_to":
        size = _product(arguments[1])
    elif name in ("getitem", "take") and len(arguments) > 1:
        index = arguments[1]
        parts = index if isinstance(index, tuple) else (index,)
        chosen = _product([max(np.size(p), 1) for p in parts])
        size = chosen * max(np.size(arguments[0]), 1) if chosen > 1 else 0
    if size > MOST:
        raise MemoryError(f"{name} could make an array of {size} numbers")


def _product(lengths: Any) -> int:
    lengths = lengths if isinstance(lengths, tuple | list) else (lengths,)
    return math.prod(int(length) for length in lengths)


def _counted(value: Any) -> Iterator[Counted]:
    """All counted arrays in nested tuples, lists and dictionaries."""
    if isinstance(value, Counted):
        yield value
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _counted(item)
    elif isinstance(value, dict):
        yield from _counted(tuple(value.values()))
