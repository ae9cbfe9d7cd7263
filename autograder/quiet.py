"""What a student may read about a hidden case: words that give none away.

An answer chooses what it raises and what it returns. A type's name, a
shape or a long number could so carry a case's arguments out.
"""

import builtins
import re
from collections.abc import Iterable
from dataclasses import replace

from chainrule.cases import Verdict

MOST_AXES, MOST_LENGTH = 4, 1000
DIGITS = 4  # of a number

RAISED = re.compile(r"(the call raised [\w?]+).*?( \(line \d{1,3}\))?$", re.S)
ERROR = re.compile(r"(?<=raised )[\w?]+|(?<=the )[\w?]+(?= that comes)")
TYPE = re.compile(r"of type (array of dtype \S+|deeply nested value|[\w?]+)")
WANTED = (
    r"(?<!expected )(?<!should be an array of shape )(?<!should have shape )"
)
SHAPE = re.compile(WANTED + r"\((?:\d+, ?)+\d*\)")
LENGTH = re.compile(r"of length (\d+)")
NUMBER = re.compile(r"(?:about )?(-?\d+\.\d+(?:e[+-]?\d+)?)")
ARRAY = re.compile(r"array of dtype (object|record|<U\d{1,2}|float128)\.?")

ERRORS = {
    name
    for name, value in vars(builtins).items()
    if isinstance(value, type) and issubclass(value, BaseException)
} | {"Ended", "LinAlgError", "AxisError", "TracerArrayConversionError"}
ERRORS |= {"ConcretizationTypeError", "TracerBoolConversionError"}
TYPES = {n for n, value in vars(builtins).items() if isinstance(value, type)}
TYPES |= {"function", "generator", "module", "MaskedArray", "matrix"}
TYPES |= {"Counted", "JVPTracer", "DynamicJaxprTracer"}


def hushed(verdict: Verdict, shown: Iterable[Verdict]) -> Verdict:
    """A hidden case's verdict in words that tell nothing of the case.

    Args:
        verdict: Of a hidden case.
        shown: Those of the visible cases: what they said is known.
    """
    said = [v.message for v in shown]
    if verdict.message in said:
        return verdict
    message = verdict.message
    if verdict.outcome in ("error", "unanswered"):
        found = RAISED.match(message)
        message = found[1] + (found[2] or "") if found else "no answer"
    return replace(verdict, message=without_values(message, said))


def without_values(message: str, said: Iterable[str] = ()) -> str:
    """A message without names, shapes and numbers that may tell a case."""
    known = {match[0] for text in said for match in ERROR.finditer(text)}
    types = {match[1] for text in said for match in TYPE.finditer(text)}

    def error(found: re.Match[str]) -> str:
        if found[0] in ERRORS | known:
            return found[0]
        before = found.string[: found.start()]
        return "error" if before.endswith("the ") else "an error"

    def kind(found: re.Match[str]) -> str:
        plain = found[1].rstrip(".")
        if plain in TYPES | types or ARRAY.fullmatch(plain):
            return found[0]
        return "of another type" + found[1][len(plain) :]

    def length(found: re.Match[str]) -> str:
        short = int(found[1]) <= MOST_LENGTH
        return found[0] if short else "of another length"

    message = TYPE.sub(kind, ERROR.sub(error, message))
    message = SHAPE.sub(_shape, LENGTH.sub(length, message))
    return NUMBER.sub(_number, message)


def _shape(found: re.Match[str]) -> str:
    lengths = [int(text) for text in re.findall(r"\d+", found[0])]
    small = len(lengths) <= MOST_AXES and max(lengths) <= MOST_LENGTH
    return found[0] if small else "(...)"


def _number(found: re.Match[str]) -> str:
    digits = re.sub(r"e.*|\D", "", found[1]).lstrip("0")
    if len(digits) <= DIGITS:
        return found[0]
    return f"about {float(found[1]):.{DIGITS}g}"
