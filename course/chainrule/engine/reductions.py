"""Reductions: many entries become one, and one cotangent goes to many.

A sum copies on the way back what broadcasting would copy on the way
forward. A maximum sends its cotangent to the entry that won, and equal
shares to those that tie. All others are programs of these and of the
functions that act on each entry.

Assignment: given.
"""

import math

import numpy as np

from chainrule.engine.primitive import primitive
from chainrule.engine.table import rewrite
from chainrule.engine.traced import lower, shape_of


def axes_of(x, axis):
    """Return the axes that a reduction removes, as a tuple."""
    if axis is None:
        return tuple(range(len(shape_of(x))))
    axes = axis if isinstance(axis, tuple | list) else (axis,)
    return tuple(range(len(shape_of(x)))[k] for k in axes)


def expand(y, x, axes):
    """Give a reduced array its axes back, of length 1."""
    kept = [1 if k in axes else n for k, n in enumerate(shape_of(x))]
    return np.reshape(y, tuple(kept))


def kept_axes(y, x, axes, keepdims):
    """Leave removed axes out, or keep them with length 1."""
    return expand(y, x, axes) if keepdims else y


@primitive
def total(x, axes):
    """Sum over some axes, which disappear."""
    return np.add.reduce(x, axes)


total.defjvp(lambda x_dot, y, x, axes: total(x_dot, axes))
total.defvjp(
    lambda y_bar, y, x, axes: np.broadcast_to(
        expand(y_bar, x, axes), shape_of(x)
    )
)


@rewrite(np.sum)
def sum(a, axis=None, keepdims=False):
    """Sum entries over all axes, over one or over several."""
    axes = axes_of(a, axis)
    return kept_axes(total(a, axes), a, axes, keepdims)


@primitive
def largest(x, axes):
    """Return the maximum over some axes, which disappear."""
    return np.maximum.reduce(x, axes)


def shares(y, x, axes):
    """Tell how much of each maximum every entry is: ties share it."""
    x, y = lower(x), lower(y)
    won = np.where(x == expand(y, x, axes), 1.0, 0.0)
    return won / expand(np.add.reduce(won, axes), x, axes)


largest.defjvp(
    lambda x_dot, y, x, axes: np.add.reduce(x_dot * shares(y, x, axes), axes)
)
largest.defvjp(
    lambda y_bar, y, x, axes: expand(y_bar, x, axes) * shares(y, x, axes)
)


@rewrite(np.max)
def max(a, axis=None, keepdims=False):
    """Return the largest entry."""
    axes = axes_of(a, axis)
    return kept_axes(largest(a, axes), a, axes, keepdims)


@rewrite(np.min)
def min(a, axis=None, keepdims=False):
    """Return the smallest entry."""
    return -np.max(-a, axis=axis, keepdims=keepdims)


@rewrite(np.ptp)
def ptp(a, axis=None, keepdims=False):
    """Return the range from the smallest entry to the largest."""
    return np.max(a, axis, keepdims=keepdims) - np.min(
        a, axis, keepdims=keepdims
    )


@rewrite(np.mean)
def mean(a, axis=None, keepdims=False):
    """Average."""
    count = math.prod(shape_of(a)[k] for k in axes_of(a, axis))
    return np.sum(a, axis, keepdims=keepdims) / count


@rewrite(np.average)
def average(a, axis=None, weights=None):
    """Average, each entry with its weight."""
    if weights is None:
        return np.mean(a, axis)
    return np.sum(a * weights, axis) / np.sum(weights + 0 * a, axis)


@rewrite(np.var)
def var(a, axis=None, ddof=0, keepdims=False):
    """Average the squared distances from the mean."""
    count = math.prod(shape_of(a)[k] for k in axes_of(a, axis))
    squares = (a - np.mean(a, axis, keepdims=True)) ** 2
    return np.sum(squares, axis, keepdims=keepdims) / (count - ddof)


@rewrite(np.std)
def std(a, axis=None, ddof=0, keepdims=False):
    """Take the root of the variance."""
    return np.sqrt(np.var(a, axis, ddof=ddof, keepdims=keepdims))


@rewrite(np.prod)
def prod(a, axis=None, keepdims=False):
    """Multiply half the entries by the other half, until one is left."""
    axes = axes_of(a, axis)
    count = math.prod(shape_of(a)[k] for k in axes)
    rest = [n for k, n in enumerate(shape_of(a)) if k not in axes]
    factors = np.moveaxis(a, axes, range(len(axes)))
    factors = np.reshape(factors, (count, *rest))
    while count > 1:
        half = count // 2
        pairs = factors[:half] * factors[half : 2 * half]
        factors = np.concatenate([pairs, factors[2 * half :]])
        count -= half
    y = factors[0] if count else np.ones(rest)
    return kept_axes(y, a, axes, keepdims)


@primitive
def running(x, axis):
    """Return the sums of the first entries along an axis."""
    return np.cumsum(x, axis=axis)


running.defjvp(lambda x_dot, y, x, axis: running(x_dot, axis))
running.defvjp(
    lambda y_bar, y, x, axis: np.flip(
        running(np.flip(y_bar, axis), axis), axis
    )
)


@rewrite(np.cumsum)
def cumsum(a, axis=None):
    """Sum along one axis, or along the raveled array."""
    return running(np.ravel(a), 0) if axis is None else running(a, axis)


@rewrite(np.linalg.norm)
def norm(x, ord=None, axis=None, keepdims=False):
    """Return the length of vectors; of a matrix, all entries count."""
    if isinstance(axis, tuple) or (axis is None and len(shape_of(x)) != 1):
        if ord not in (None, "fro"):
            raise TypeError("only vector norms and 'fro' have a rule")
        ord = 2
    if ord in (None, 2):
        return np.sqrt(np.sum(x * x, axis, keepdims=keepdims))
    if ord == 1:
        return np.sum(np.absolute(x), axis, keepdims=keepdims)
    if ord == np.inf:
        return np.max(np.absolute(x), axis, keepdims=keepdims)
    raise TypeError("of the vector norms only 1, 2 and np.inf have a rule")
