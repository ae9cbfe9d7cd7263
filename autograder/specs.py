"""The words in which hidden cases are written: what to draw, what is true.

A hidden case fixes shapes, tolerances and points; its values are drawn for
each student. Nothing here computes: `autograder.draw` draws the values and
`autograder.references` finds what must come out.
"""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Normal:
    """Draw standard normal numbers, times scale, plus offset."""

    shape: tuple[int, ...] = ()
    scale: float = 1.0
    offset: float = 0.0
    dtype: str = "float64"


@dataclass(frozen=True)
class Uniform:
    """Draw numbers between low and high."""

    low: float
    high: float
    shape: tuple[int, ...] = ()


@dataclass(frozen=True)
class Signed:
    """Draw sizes between low and high, with random signs: not near 0."""

    low: float
    high: float
    shape: tuple[int, ...] = ()


@dataclass(frozen=True)
class Integers:
    """Draw whole numbers from low up to, not including, high."""

    low: int
    high: int
    shape: tuple[int, ...] = ()


@dataclass(frozen=True)
class WellConditioned:
    """Draw an (n, n) matrix that is safe to invert: 3 I + small noise."""

    n: int


@dataclass(frozen=True)
class Sample:
    """Draw some items of every class of a pool, in a random order.

    Args:
        pools: For each class its items: functions or plain values.
        per_class: How many items of each class.
    """

    pools: dict[str, tuple[Any, ...]]
    per_class: int = 1


Draw = Normal | Uniform | Signed | Integers | WellConditioned


@dataclass(frozen=True)
class Function:
    """Draw a function: its text, with constants drawn for each student.

    Args:
        text: As `chainrule.cases.Source`; written with `np` and the
            constants, so that JAX can run it too.
        uses: Names of the exercise's answers that the text calls.
        constants: A draw for each further name in the text.
    """

    text: str
    uses: tuple[str, ...] = ()
    constants: dict[str, Draw] = field(default_factory=dict)


@dataclass(frozen=True)
class Value:
    """The value of a function of some of the arguments.

    Args:
        of: The text of a function, or the position of a function among
            the arguments of the case.
        at: Positions of the arguments it takes.
    """

    of: str | int
    at: tuple[int, ...] = (0,)


@dataclass(frozen=True)
class Jacobian:
    """The Jacobian, of shape f(x).shape + x.shape, at one argument."""

    of: str | int
    at: tuple[int, ...] = (0,)


@dataclass(frozen=True)
class Jvp:
    """The Jacobian-vector product: y_dot for the given tangents.

    Args:
        of: As in `Value`.
        at: Positions of the primals.
        along: Positions of the tangents, one for each primal.
    """

    of: str | int
    at: tuple[int, ...] = (0,)
    along: tuple[int, ...] = (1,)


@dataclass(frozen=True)
class Vjp:
    """The vector-Jacobian product: one cotangent for each primal.

    Args:
        of: As in `Value`.
        at: Positions of the primals.
        back: Position of the output's cotangent among the arguments.
        single: Whether one primal gives an array rather than a tuple.
    """

    of: str | int
    at: tuple[int, ...] = (0,)
    back: int = 1
    single: bool = True


Truth = Value | Jacobian | Jvp | Vjp


@dataclass(frozen=True)
class Hidden:
    """One hidden case of an exercise.

    Args:
        criterion: The part of the exercise whose points depend on it.
        arguments: Draws, functions, or plain values.
        expected: A truth to compute, or a plain value.
        tolerance: Largest relative error that counts as equal; from the
            conditioning of the case, not from taste.
        check: The property, as in `chainrule.cases.Case`.
        label: How messages call the case; it must not give it away.
        differences: Largest relative error against finite differences,
            for truths that are derivatives; None leaves them out.
        mistakes: Pairs of a message and the text of a NumPy function
            of all arguments that computes what this mistake returns.
        options: Anything else that the property reads.
        extra: Draws beyond the arguments, for truths: their positions
            follow those of the arguments.
    """

    criterion: str
    arguments: tuple[Any, ...] = ()
    expected: Any = None
    tolerance: float = 1e-9
    check: str = "value"
    label: str = ""
    differences: float | None = 1e-5
    mistakes: tuple[tuple[str, str], ...] = ()
    options: dict[str, Any] = field(default_factory=dict)
    extra: tuple[Draw, ...] = ()
