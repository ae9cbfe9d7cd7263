"""Properties that an answer must have, each tried on one case.

A property takes a case and one or more implementations. It returns when
the property holds and raises `Mismatch` when it does not. An
implementation may live in another process: `observe` hides the difference.

Assignment: given.
"""

import copy

import numpy as np

from chainrule.cases import Source
from chainrule.compare import SCALARS, Mismatch, kind_of, require_same


def refinement(holds):
    """Mark a property that earns points only beside a right value."""
    holds.refinement = True
    return holds


def error_name(error):
    """The name of an error's type, on either side of the wall."""
    return getattr(error, "remote_name", type(error).__name__)


def observe(function, *arguments):
    """Call function; return its value and the positions it changed.

    A function behind the wall observes for itself; one in this process
    gets copies, so that a case is never spoiled.
    """
    if hasattr(function, "observe"):
        return function.observe(*arguments)
    arguments = [resolved(argument) for argument in arguments]
    given = copy.deepcopy(arguments)
    value = function(*given)
    return value, changed_positions(arguments, given)


def resolved(argument):
    """Turn sources into functions, also inside tuples and lists."""
    if isinstance(argument, Source):
        return argument.resolve()
    if isinstance(argument, tuple | list):
        return type(argument)(resolved(item) for item in argument)
    return argument


def changed_positions(before, after):
    """Positions of the arguments, nested or not, that now differ."""
    return [i for i, pair in enumerate(zip(before, after)) if _differ(*pair)]


def _differ(before, after):
    if isinstance(before, tuple | list):
        return any(_differ(b, a) for b, a in zip(before, after))
    if isinstance(before, np.ndarray):
        return before.dtype != after.dtype or not np.array_equal(
            before, after, equal_nan=before.dtype.kind in "fc"
        )
    return False


def value(case, implementation):
    """The returned value equals the reference."""
    result, _ = observe(implementation, *case.arguments)
    compare_with_references(case, result)


def compare_with_references(case, result, name="the result"):
    """Compare with the expected value, then with finite differences."""
    try:
        require_same(result, case.expected, case.tolerance, name)
    except Mismatch as mismatch:
        known = _known_mistake(case, result)
        if known is None:
            raise
        raise Mismatch(known, mismatch.detail) from None
    if case.differences is not None:
        approximate, tolerance = case.differences
        require_same(result, approximate, tolerance, name)


def _known_mistake(case, result):
    for message, wrong in case.mistakes:
        try:
            require_same(result, wrong, 1e-6)
        except Mismatch:
            continue
        return message
    return None


@refinement
def inputs_unchanged(case, implementation):
    """The call leaves every argument as it was."""
    _, changed = observe(implementation, *case.arguments)
    if changed:
        raise Mismatch(
            "the function changes its own input "
            f"(argument {changed[0] + 1}). Work on a copy of "
            "the array: a = a.copy()"
        )


@refinement
def repeatable(case, implementation):
    """A second call with the same arguments returns the same value."""
    first, _ = observe(implementation, *case.arguments)
    second, _ = observe(implementation, *case.arguments)
    if not _equal(first, second):
        raise Mismatch(
            "a second call with the same arguments returns something "
            "else. Does the function keep state between calls?",
            f"first {first!r}, then {second!r}",
        )


def _equal(first, second):
    """Whether two returned values are the same to the last digit."""
    if isinstance(first, tuple | list):
        return (
            isinstance(second, tuple | list)
            and len(first) == len(second)
            and all(_equal(f, s) for f, s in zip(first, second))
        )
    from_jax = type(first).__module__.partition(".")[0] in ("jax", "jaxlib")
    if not from_jax and not isinstance(first, (np.ndarray, str, *SCALARS)):
        raise Mismatch(
            "the result should be an array or a number, but it is "
            f"{kind_of(first)}"
        )
    first, second = np.asarray(first), np.asarray(second)
    if first.dtype != second.dtype:
        return False
    return np.array_equal(first, second, equal_nan=first.dtype.kind in "fc")


def raises(case, implementation):
    """The call ends in the error that the exercise asks for."""
    wanted = case.expected
    try:
        value, _ = observe(implementation, *case.arguments)
    except Exception as error:
        if error_name(error) == "NotImplementedError":
            raise
        if wanted in error_kinds(error):
            return
        raise Mismatch(
            f"expected a {wanted}, but it raised {error_name(error)}"
        ) from None
    raise Mismatch(
        f"expected a {wanted}, but your function returned {kind_of(value)}. "
        f"Let what is not allowed end in raise {wanted}(...)"
    )


def error_kinds(error):
    """Names of an error's type and of the types above it."""
    own = [kind.__name__ for kind in type(error).__mro__]
    return {error_name(error), *getattr(error, "remote_kinds", own)}


def observe_source(source, *arguments):
    """Call a function given as text where the answers live.

    Args:
        source: A Source bound to the answers that it uses, for example
            `Source(text, ("jvp",)).bind({"jvp": implementation})`.
        *arguments: What it is called with.

    Returns:
        value: What it returned.
        changed: Positions of the arguments that it changed.
    """
    for answer in source.names.values():
        if hasattr(answer, "observe_source"):
            return answer.observe_source(source, *arguments)
    return observe(source.resolve(), *arguments)
