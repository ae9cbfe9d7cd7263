"""Functions that act on each entry: the derivative is one slope an entry.

The Jacobian is diagonal, so no Jacobian is needed: pushing and pulling
both multiply by the slopes. A row of the table takes t, a tangent or a
cotangent, and returns t times the slope. What differs is broadcasting:
copying entries on the way forward means summing them on the way back.

Assignment: given.
"""

import numpy as np

from chainrule.engine.table import TABLE, register, rewrite
from chainrule.engine.traced import apply, dtype_of, lower, shape_of

LOG2, LOG10 = np.log(2.0), np.log(10.0)

ONE_ARGUMENT = {  # t, the output y, the argument x
    np.negative: lambda t, y, x: -t,
    np.exp: lambda t, y, x: t * y,
    np.exp2: lambda t, y, x: t * (LOG2 * y),
    np.expm1: lambda t, y, x: t * (y + 1),
    np.log: lambda t, y, x: t / x,
    np.log2: lambda t, y, x: t / (LOG2 * x),
    np.log10: lambda t, y, x: t / (LOG10 * x),
    np.log1p: lambda t, y, x: t / (1 + x),
    np.sqrt: lambda t, y, x: t / (2 * y),
    np.cbrt: lambda t, y, x: t / (3 * y**2),
    np.square: lambda t, y, x: t * (2 * x),
    np.reciprocal: lambda t, y, x: -t * y**2,
    np.sin: lambda t, y, x: t * np.cos(x),
    np.cos: lambda t, y, x: -t * np.sin(x),
    np.tan: lambda t, y, x: t * (1 + y**2),
    np.arcsin: lambda t, y, x: t / np.sqrt(1 - x**2),
    np.arccos: lambda t, y, x: -t / np.sqrt(1 - x**2),
    np.arctan: lambda t, y, x: t / (1 + x**2),
    np.sinh: lambda t, y, x: t * np.cosh(x),
    np.cosh: lambda t, y, x: t * np.sinh(x),
    np.tanh: lambda t, y, x: t * (1 - y**2),
    np.arcsinh: lambda t, y, x: t / np.sqrt(1 + x**2),
    np.arccosh: lambda t, y, x: t / np.sqrt(x**2 - 1),
    np.arctanh: lambda t, y, x: t / (1 - x**2),
    np.absolute: lambda t, y, x: np.where(lower(x) >= 0, t, -t),
}

TWO_ARGUMENTS = {  # one row for each argument
    np.add: (lambda t, y, a, b: t, lambda t, y, a, b: t),
    np.subtract: (lambda t, y, a, b: t, lambda t, y, a, b: -t),
    np.multiply: (lambda t, y, a, b: t * b, lambda t, y, a, b: t * a),
    np.divide: (lambda t, y, a, b: t / b, lambda t, y, a, b: -t * y / b),
    np.power: (
        lambda t, y, a, b: t * (b * np.power(a, b - 1)),
        lambda t, y, a, b: t * y * np.log(np.where(lower(a) == 0, 1, a)),
    ),
    np.arctan2: (
        lambda t, y, a, b: t * b / (a**2 + b**2),
        lambda t, y, a, b: -t * a / (a**2 + b**2),
    ),
    np.logaddexp: (
        lambda t, y, a, b: t * np.exp(a - y),
        lambda t, y, a, b: t * np.exp(b - y),
    ),
    np.maximum: (
        lambda t, y, a, b: t * chosen(y, a, b),
        lambda t, y, a, b: t * chosen(y, b, a),
    ),
    np.minimum: (
        lambda t, y, a, b: t * chosen(y, a, b),
        lambda t, y, a, b: t * chosen(y, b, a),
    ),
    np.fmod: (
        lambda t, y, a, b: t,
        lambda t, y, a, b: -t * np.trunc(np.divide(a, b)),
    ),
    np.remainder: (
        lambda t, y, a, b: t,
        lambda t, y, a, b: -t * np.floor(np.divide(a, b)),
    ),
}


def chosen(y, a, b):
    """Tell how much of y is a: 1 or 0, or 1/2 where a and b tie."""
    y, a, b = lower(y), lower(a), lower(b)
    return np.where(a == y, np.where(b == y, 0.5, 1.0), 0.0)


def broadcast(t, y):
    """Copy a tangent to the shape of y, as broadcasting copied its primal."""
    shape = shape_of(y)
    return t if shape_of(t) == shape else np.broadcast_to(t, shape)


def unbroadcast(t, x):
    """Sum a cotangent over the axes along which x was broadcast."""
    shape, long = shape_of(x), shape_of(t)
    if long == shape:
        return t
    new = len(long) - len(shape)
    axes = tuple(range(new)) + tuple(
        k + new for k, n in enumerate(shape) if n == 1 and long[k + new] != 1
    )
    return np.add.reduce(t, axes).reshape(shape)


def elementwise(function, *rows):
    """Enter a function that acts on each entry, by its slopes."""

    def push(row):
        return lambda t, y, *arguments: broadcast(row(t, y, *arguments), y)

    def pull(i, row):
        return lambda t, y, *arguments: unbroadcast(
            row(t, y, *arguments), arguments[i]
        )

    pulls = tuple(pull(i, row) for i, row in enumerate(rows))
    register(function, tuple(map(push, rows)), pulls)


for function, row in ONE_ARGUMENT.items():
    elementwise(function, row)
for function, rows in TWO_ARGUMENTS.items():
    elementwise(function, *rows)

POWER = TABLE[np.power]


@rewrite(np.power)
def power(x, p):
    """Square where p is 2, which is faster; a whole power of 0 is 1."""
    if isinstance(p, int | float) and p == 2:
        return np.square(x)
    if isinstance(p, int) and p == 0:
        return np.ones_like(x)
    return apply(POWER, (x, p))


ABSOLUTE = TABLE[np.absolute]


@rewrite(np.absolute, np.fabs)
def absolute(x):
    """Take the absolute value of real numbers."""
    if dtype_of(x).kind == "c":
        raise TypeError("the engine differentiates real numbers only")
    return apply(ABSOLUTE, (x,))


@rewrite(np.divmod)
def divmod(a, b):
    """Divide to a whole number, and return what remains as well."""
    return np.floor_divide(a, b), np.remainder(a, b)


@rewrite(np.fmax)
def fmax(a, b):
    """Take b where it is as large, as JAX does, or where a is nan."""
    a_wins = (lower(a) > lower(b)) | np.isnan(lower(b))
    return np.where(a_wins, a, b)


@rewrite(np.fmin)
def fmin(a, b):
    """Take b where it is as small, as JAX does, or where a is nan."""
    a_wins = (lower(a) < lower(b)) | np.isnan(lower(b))
    return np.where(a_wins, a, b)


@rewrite(np.hypot)
def hypot(a, b):
    """Take the larger side out of the root, so that no square overflows."""
    a, b = np.absolute(a), np.absolute(b)
    long, short = np.maximum(a, b), np.minimum(a, b)
    safe = np.where(lower(long) == 0, 1, long)
    rest = long * np.sqrt(1 + (short / safe) ** 2)
    return np.where(lower(long) == 0, long, rest)
