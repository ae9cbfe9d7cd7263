"""Counted arrays on the host: data and counters never leave it."""

import math
from collections.abc import Iterator
from typing import Any

import numpy as np

from autograder.inside.values import Malformed
from chainrule.count import Counted

MOST = 2 * 10**7  # numbers of one result, before it is made
MOST_LIVE = 10**8  # numbers of all results that are alive
MOST_PARTS = 10_000  # arrays of one result
MOST_INTEGER = 2**63
NUMBERS = ("float64", "int64", "bool")  # no objects, and no slow kinds
PRODUCTS = frozenset("dot einsum inner outer vdot".split())
VALUES = frozenset("out where initial fill_value".split())
OPTIONS = frozenset(  # words that NumPy's functions take
    "C F A K no equiv safe same_kind unsafe raise wrap clip".split()
)


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
        require_plain(name, arguments, keywords)
        require_small(name, arguments, keywords)
        require_no_choice(name, arguments, keywords)
        counter = first.counter
        if counter.live > MOST_LIVE:
            raise MemoryError(f"{MOST_LIVE} numbers are alive already")
        try:
            result = counter.dispatch(name, arguments, keywords)
        except Exception:
            counter.looks += 1  # an error can tell of numbers, too
            raise
        if any(x.dtype.name not in NUMBERS for x in _counted(result)):
            raise TypeError(
                f"the result of {name} is no array of float64, int64 or bool"
            )
        return result


def require_plain(name: str, arguments: Any, keywords: Any) -> None:
    """Refuse what is no number and no array, where NumPy expects these.

    Of objects NumPy makes arrays of objects, and powers of Python's
    integers have no bound.

    Raises:
        TypeError: If there is such an argument.
    """
    if name == "einsum" and type(arguments[0]) is str:
        arguments = arguments[1:]
    if name in ("getitem", "setitem"):
        index = arguments[1] if isinstance(arguments[1], tuple) else ()
        arguments = (*arguments[:1], *index, *arguments[1 + bool(index) :])
    if not isinstance(keywords, dict):
        raise TypeError("keywords are no dictionary")
    for value in (*arguments, *keywords.values()):
        if not (value is None or value is Ellipsis or plain(value)):
            raise TypeError(
                f"{name} does not take such arguments: counted arrays work "
                "with float64, int64 and bool, and with NumPy's options"
            )


def plain(value: Any) -> bool:
    """Whether a value is made of numbers, arrays of these, and options."""
    if isinstance(value, tuple | list):
        return all(map(plain, value))
    if isinstance(value, slice):
        parts = (value.start, value.stop, value.step)
        return all(part is None or plain(part) for part in parts)
    if type(value) is int:
        return abs(value) < MOST_INTEGER
    if type(value) is str:
        return value in OPTIONS
    if isinstance(value, np.dtype):
        return value.name in NUMBERS
    if isinstance(value, np.ndarray | np.generic):
        return value.dtype.name in NUMBERS
    return isinstance(value, Counted | bool | float)


def require_no_choice(name: str, arguments: Any, keywords: Any) -> None:
    """Refuse what would tell numbers by the shape that comes out.

    Raises:
        TypeError: If counted numbers choose entries, axes or a shape.
    """
    takes_values = isinstance(getattr(np, name, None), np.ufunc)
    if takes_values or name in PRODUCTS or name.endswith(".outer"):
        chosen = []
    elif name == "setitem":
        chosen = [arguments[1]]
    elif name == "where":
        chosen = [] if len(arguments) == 3 else [*arguments]
    else:
        chosen = [*arguments[2 if name == "full_like" else 1 :]]
    chosen += [v for k, v in keywords.items() if k not in VALUES]
    if next(_counted(chosen), None) is not None:
        raise TypeError(
            "the numbers of a counted array choose no entries and no shape. "
            "Write np.where(condition, a, b)"
        )


def require_small(name: str, arguments: Any, keywords: Any) -> None:
    """Refuse what would fill the host's memory; Counter bounds the rest.

    Raises:
        MemoryError: If the arguments have, or a result could have, more
            than MOST numbers. An array that stands in a list ten times
            counts ten times: NumPy copies it as often.
    """
    size = sum(x.size for x in _arrays((arguments, keywords)))
    if size > MOST:
        raise MemoryError(f"{name} is given {size} numbers at once")
    size = 0
    place = 5 if name == "full_like" else 4
    if "shape" in keywords:
        size = _product(keywords["shape"])
    elif name.endswith("_like") and len(arguments) > place:
        size = _product(arguments[place])
    elif name == "broadcast_to":
        size = _product(arguments[1])
    elif name == "split" and len(arguments) > 1:
        parts = arguments[1]
        count = parts if isinstance(parts, int) else np.size(parts)
        size = 0 if count <= MOST_PARTS else MOST + 1
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
    return (x for x in _arrays(value) if isinstance(x, Counted))


def _arrays(value: Any) -> Iterator[Any]:
    """All arrays, counted or plain, in the same."""
    if isinstance(value, Counted | np.ndarray):
        yield value
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _arrays(item)
    elif isinstance(value, dict):
        yield from _arrays(tuple(value.values()))
