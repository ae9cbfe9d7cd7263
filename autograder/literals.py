"""Write cases down as Python text, the same on every machine."""

import math
from typing import Any

import numpy as np

from chainrule.cases import Case, Source

DIGITS = 11  # computed values: fewer digits than platforms agree on
ROUNDING = 1e-10  # no tighter tolerance can hold for values so written


def case_text(case: Case) -> str:
    """A Case as the text of its constructor call.

    Args:
        case: A realized case. Arguments are written exactly; expected
            values are rounded to 11 digits, and tolerances to match.

    Returns:
        text: An expression in `Case`, `Source` and `np`.
    """
    parts = [repr(case.criterion), exact(case.arguments)]
    parts.append(rounded(case.expected))
    tolerance = case.tolerance and max(case.tolerance, ROUNDING)
    parts.append(f"tolerance={tolerance!r}")
    if case.check != "value":
        parts.append(f"check={case.check!r}")
    if case.label:
        parts.append(f"label={case.label!r}")
    if case.differences is not None:
        parts.append(f"differences={rounded(case.differences)}")
    if case.mistakes:
        parts.append(f"mistakes={rounded(case.mistakes)}")
    if case.options:
        parts.append(f"options={exact(case.options)}")
    return f"Case({', '.join(parts)})"


def exact(value: Any) -> str:
    """Write a value with all of its digits."""
    return _write(value, repr)


def rounded(value: Any) -> str:
    """Write a value with its numbers rounded to DIGITS digits."""
    return _write(value, lambda number: repr(_round(number)))


def _round(number: float) -> float:
    return float(f"{number:.{DIGITS}g}")


def _write(value: Any, number: Any) -> str:
    match value:
        case None | bool() | int() | str():
            return repr(value)
        case float() if not math.isfinite(value):
            return f"float({str(value)!r})"
        case float():
            return str(number(float(value)))
        case complex():
            real, imag = number(value.real), number(value.imag)
            return f"complex({real}, {imag})"
        case np.generic():
            return _write(value.item(), number)
        case np.ndarray():
            return _write_array(value, number)
        case tuple():
            inner = ", ".join(_write(item, number) for item in value)
            return f"({inner},)" if len(value) == 1 else f"({inner})"
        case list():
            return f"[{', '.join(_write(item, number) for item in value)}]"
        case dict():
            pairs = (f"{k!r}: {_write(v, number)}" for k, v in value.items())
            return f"{{{', '.join(pairs)}}}"
        case Source():
            return (
                f"Source({value.text!r}, {value.uses!r}, "
                f"{_write(value.names, repr)})"
            )
    raise TypeError(f"cannot write a {type(value).__name__} as text")


def _write_array(array: Any, number: Any) -> str:
    if array.size == 0:
        return f"np.zeros({array.shape}, dtype={str(array.dtype)!r})"
    numbers = _write(array.tolist(), number)
    if array.dtype == np.asarray(array.tolist()).dtype:
        return f"np.array({numbers})"
    return f"np.array({numbers}, dtype={str(array.dtype)!r})"
