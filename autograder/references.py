"""What must come out: by JAX in double precision, and by differences.

Truths are compiled once for each function and shape. JAX is started here,
on the host; the process that forks student sessions must never import
this module's compiled state.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

from autograder.specs import Jacobian, Jvp, Truth, Value, Vjp
from autograder.syllabus import ROOT
from chainrule.cases import Source

jax.config.update("jax_enable_x64", True)
# Compiled once for this checkout, not once for each process.
jax.config.update("jax_compilation_cache_dir", str(ROOT / ".cache" / "jax"))
jax.config.update("jax_persistent_cache_min_compile_time_secs", 0)
jax.config.update("jax_persistent_cache_min_entry_size_bytes", -1)

STEP = 1e-5  # balances truncation and round-off of a central difference


def truth(spec: Truth, arguments: Sequence[Any]) -> Any:
    """Compute a truth with JAX.

    Args:
        spec: What to compute, by positions among the arguments.
        arguments: The drawn arguments of the case.

    Returns:
        value: NumPy array, float, or tuple of them.
    """
    source = _source(spec.of, arguments)
    primals = tuple(_floats(arguments[i]) for i in spec.at)
    run = _compiled(source.text, type(spec).__name__)
    words = dict(source.names), primals, _rest(spec, arguments)
    try:
        value = run(*words)
    except jax.errors.ConcretizationTypeError:
        value = run.__wrapped__(*words)  # its path depends on values
    if isinstance(spec, Vjp) and spec.single and len(primals) == 1:
        value = value[0]
    return _plain(value)


def differences(spec: Truth, arguments: Sequence[Any]) -> Any:
    """Compute a derivative by central differences, in NumPy alone.

    Returns:
        value: As `truth`, accurate to about 1e-9 of the scale of f.
    """
    source = _source(spec.of, arguments)
    function = source.resolve()
    primals = tuple(_floats(arguments[i]) for i in spec.at)
    match spec:
        case Jvp():
            tangents = tuple(_floats(arguments[i]) for i in spec.along)
            return _along(function, primals, tangents)
        case Jacobian():
            return _columns(function, primals[0])
        case Vjp():
            y_bar = _floats(arguments[spec.back])
            pulled = tuple(
                _gradient(function, primals, k, y_bar)
                for k in range(len(primals))
            )
            return pulled[0] if spec.single and len(pulled) == 1 else pulled
    raise TypeError(f"{type(spec).__name__} is not a derivative")


def _source(of: str | int, arguments: Sequence[Any]) -> Source:
    if isinstance(of, str):
        return Source(of)
    found: Source = arguments[of]
    return found


def _rest(spec: Truth, arguments: Sequence[Any]) -> Any:
    if isinstance(spec, Jvp):
        return tuple(_floats(arguments[i]) for i in spec.along)
    if isinstance(spec, Vjp):
        return _floats(arguments[spec.back])
    return ()


@cache
def _compiled(text: str, kind: str) -> Any:
    """One compiled truth for each function text; JAX caches by shape."""

    def run(constants: dict[str, Any], primals: Any, rest: Any) -> Any:
        function = Source(text, names=constants).resolve(jnp)
        if kind == Value.__name__:
            return function(*primals)
        if kind == Jacobian.__name__:
            return jax.jacfwd(function)(*primals)
        if kind == Jvp.__name__:
            return jax.jvp(function, primals, rest)[1]
        return jax.vjp(function, *primals)[1](rest)

    return jax.jit(run)


def _floats(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(_floats(v) for v in value)
    return np.asarray(value, dtype=float)


def _plain(value: Any) -> Any:
    if isinstance(value, tuple | list):
        return tuple(_plain(v) for v in value)
    array = np.asarray(value)
    return array.item() if array.ndim == 0 else array


def _combine(values: Any, others: Any, weight: float) -> Any:
    """Values + weight * others, through tuples."""
    if isinstance(values, tuple):
        return tuple(
            _combine(v, o, weight) for v, o in zip(values, others, strict=True)
        )
    return np.asarray(values) + weight * np.asarray(others)


def _scaled(value: Any, factor: float) -> Any:
    if isinstance(value, tuple):
        return tuple(_scaled(v, factor) for v in value)
    return value * factor


def _along(function: Any, primals: Any, tangents: Any) -> Any:
    ahead = function(*_combine(primals, tangents, STEP))
    behind = function(*_combine(primals, tangents, -STEP))
    return _scaled(_combine(ahead, behind, -1.0), 1 / (2 * STEP))


def _columns(function: Any, x: Any) -> Any:
    """The Jacobian, one input at a time: f(x).shape + x.shape."""
    columns = []
    for index in np.ndindex(x.shape):
        direction = np.zeros_like(x)
        direction[index] = 1.0
        columns.append(_along(function, (x,), (direction,)))
    shape = np.shape(columns[0])
    return np.stack(columns, axis=-1).reshape(shape + x.shape)


def _dot(y_bar: Any, y_dot: Any) -> float:
    if isinstance(y_bar, tuple):
        return sum(_dot(b, d) for b, d in zip(y_bar, y_dot, strict=True))
    return float(np.sum(np.asarray(y_bar) * np.asarray(y_dot)))


def _gradient(function: Any, primals: Any, k: int, y_bar: Any) -> Any:
    """Differentiate <y_bar, f> with respect to primal number k."""

    def scalar(x: Any) -> float:
        replaced = (*primals[:k], x, *primals[k + 1 :])
        return _dot(y_bar, function(*replaced))

    return _columns(scalar, primals[k])
