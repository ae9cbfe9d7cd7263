"""Compare a returned value with the expected one, and say what differs.

The order is fixed: kind, shape, dtype, finiteness, and only then numbers,
so that the first message is about the first thing to repair.

Assignment: given.
"""

import math

import numpy as np

SCALARS = (bool, int, float, complex, np.generic)


class Mismatch(AssertionError):
    """What differs, in words, and the numbers that show it.

    Args:
        message: What was expected, what was found, what to try. It holds
            no value of the case, so it may be shown for hidden cases.
        detail: The values themselves, shown for visible cases only.
    """

    def __init__(self, message, detail=""):
        super().__init__(message)
        self.message = message
        self.detail = detail


class Partial(AssertionError):
    """Part of a criterion is earned.

    Args:
        fraction: () share of the criterion's points, from 0 to 1.
        message: What is still missing. It holds no value of the case.
        detail: The values themselves, shown for visible cases only.
    """

    def __init__(self, fraction, message, detail=""):
        super().__init__(message)
        self.fraction = min(max(float(fraction), 0.0), 1.0)
        self.message = message
        self.detail = detail


def kind_of(value):
    """Name the kind of a value in words a student knows."""
    if value is None:
        return "None"
    if type(value) is np.ndarray:
        return f"an array of shape {value.shape}"
    if isinstance(value, SCALARS):
        return f"a number ({type(value).__name__})"
    if isinstance(value, tuple | list):
        return f"a {type(value).__name__} of length {len(value)}"
    name = getattr(value, "remote_type", type(value).__name__)
    return f"a value of type {name}"


def require_same(actual, expected, tolerance, name="the result"):
    """Raise Mismatch unless actual equals expected within a tolerance.

    Tuples are compared entry by entry, strings and booleans exactly, and
    arrays by their largest error relative to the largest expected entry.

    Args:
        actual: What the student's function returned.
        expected: An array, number, string, bool or tuple of these.
        tolerance: () largest relative error that still counts as equal.
        name: What messages call the value.

    Raises:
        Mismatch: With a message that says what to do next.
    """
    if isinstance(expected, tuple | list):
        _require_sequence(actual, expected, tolerance, name)
    elif isinstance(expected, str | bool):
        if type(actual) is not type(expected) or actual != expected:
            raise Mismatch(
                f"{name} is not the expected answer",
                f"found {actual!r}",
            )
    else:
        expected = np.asarray(expected)
        actual = _require_array(actual, expected, name)
        _require_close(actual, expected, tolerance, name)


def _require_sequence(actual, expected, tolerance, name):
    if not isinstance(actual, tuple | list) or len(actual) != len(expected):
        raise Mismatch(
            f"{name} should be a tuple of {len(expected)} values, "
            f"but it is {kind_of(actual)}"
        )
    for position, (got, want) in enumerate(zip(actual, expected)):
        require_same(got, want, tolerance, f"entry {position} of {name}")


def _require_array(actual, expected, name):
    """Check kind, shape, dtype and finiteness; return a plain array."""
    if type(actual).__module__.partition(".")[0] in ("jax", "jaxlib"):
        actual = np.asarray(actual)
    scalar_for_scalar = expected.shape == () and isinstance(actual, SCALARS)
    if type(actual) is not np.ndarray and not scalar_for_scalar:
        wanted = f"an array of shape {expected.shape}"
        if expected.shape == ():
            wanted = "a number"
        advice = ""
        if actual is None:
            advice = ". Is a return statement missing?"
        elif isinstance(actual, list):
            advice = ". Wrap it in np.array(...)"
        raise Mismatch(
            f"{name} should be {wanted}, but it is {kind_of(actual)}{advice}"
        )
    actual = np.asarray(actual)
    if actual.shape != expected.shape:
        raise Mismatch(
            f"{name} has shape {actual.shape}, expected {expected.shape}"
            + _shape_advice(actual, expected)
        )
    _require_dtype(actual, expected, name)
    if not np.all(np.isfinite(actual)):
        bad = int(np.sum(~np.isfinite(actual)))
        raise Mismatch(
            f"{name} has {bad} entries that are nan or infinite. "
            "Look for a division by zero or a step that vanishes"
        )
    return actual


def _shape_advice(actual, expected):
    if actual.shape == expected.shape[::-1]:
        return ". Is it transposed? Rows are outputs, columns are inputs"
    if actual.size == expected.size:
        return ". The number of entries is right: check the axes"
    return ""


def _require_dtype(actual, expected, name):
    if actual.dtype.kind not in "fiuc" or (
        actual.dtype.kind == "c" and expected.dtype.kind != "c"
    ):
        advice = ""
        if actual.dtype.kind == "c":
            advice = ". Take its real or its imaginary part"
        raise Mismatch(
            f"{name} has dtype {actual.dtype}, expected "
            f"{expected.dtype}{advice}"
        )
    if actual.dtype.kind == "f" and actual.dtype.itemsize < 8:
        raise Mismatch(
            f"{name} has dtype {actual.dtype}, expected float64. Which "
            "line makes it single precision?"
        )
    if expected.dtype.kind == "f" and actual.dtype.kind in "iu":
        raise Mismatch(
            f"{name} has dtype {actual.dtype}, expected float64: integers "
            "cut off the fraction. Convert the input with astype(float)"
        )


def relative_error(actual, expected):
    """Largest error relative to the largest expected entry: a float.

    Args:
        actual: (...) array.
        expected: (...) array of the same shape.

    Returns:
        error: () max |actual - expected| / max |expected|; absolute where
            every expected entry is zero.
    """
    if expected.size == 0:
        return 0.0
    scale = float(np.max(np.abs(expected)))
    error = float(np.max(np.abs(actual - expected)))
    return error / scale if scale > 0 else error


def _require_close(actual, expected, tolerance, name):
    error = relative_error(actual, expected)
    if error <= tolerance:
        return
    worst = np.unravel_index(
        np.argmax(np.abs(actual - expected)), expected.shape
    )
    where = f" at index {tuple(int(i) for i in worst)}" if worst else ""
    raise Mismatch(
        f"{name} is wrong: relative error {error:.1e}, allowed "
        f"{tolerance:.0e}{pattern(actual, expected)}",
        f"largest error{where}: found {actual[worst]!s}, "
        f"expected {expected[worst]!s}",
    )


def pattern(actual, expected):
    """Name a simple relation between a wrong array and the right one.

    Returns:
        text: "" or a sentence such as ". Every entry has the wrong sign".
    """
    near = 1e-6 * max(float(np.max(np.abs(expected))), 1e-300)

    def same(other):
        return other.shape == expected.shape and bool(
            np.all(np.abs(actual - other) <= near)
        )

    it = "Every entry" if expected.size > 1 else "It"
    if same(expected):
        return (
            ". It is right to about six digits: a difference quotient, or "
            "single precision?"
        )
    if same(np.zeros_like(expected)):
        return f". {it} is zero"
    if same(-expected):
        return f". {it} has the wrong sign"
    if expected.ndim == 2 and same(expected.T):
        return ". It is the transpose of the right answer"
    if expected.dtype.kind == "c" and same(expected.conj()):
        return ". It is the complex conjugate of the right answer"
    ratio = _common_ratio(actual, expected)
    if ratio is not None:
        return f". Every entry is {ratio:.6g} times the right one"
    wrong = np.abs(actual - expected) > near
    if 0 < wrong.sum() < wrong.size:
        return f". {int(wrong.sum())} of {wrong.size} entries differ"
    return ""


def _common_ratio(actual, expected):
    nonzero = np.abs(expected) > 1e-9 * np.max(np.abs(expected))
    if expected.dtype.kind == "c" or nonzero.sum() < 2:
        return None
    ratios = actual[nonzero] / expected[nonzero]
    ratio = float(ratios.flat[0])
    if not math.isfinite(ratio) or ratio == 0:
        return None
    if not np.allclose(ratios, ratio, rtol=1e-5, atol=0):
        return None
    zeros_stay = np.allclose(actual[~nonzero], 0, atol=1e-12)
    return ratio if zeros_stay else None
