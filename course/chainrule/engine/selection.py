"""Choosing entries: what is not chosen gets no derivative.

To index is to gather some entries; its transpose scatters them into
zeros, where an entry that was gathered twice collects both. To choose
between two arrays sends each cotangent to the one that was chosen, and
zero to the other.

Assignment: given.
"""

import numpy as np

from chainrule.engine.elementwise import broadcast, unbroadcast
from chainrule.engine.primitive import primitive
from chainrule.engine.table import rewrite
from chainrule.engine.traced import lower, shape_of


@primitive
def gather(x, index):
    """Return x[index]."""
    return x[index]


@primitive
def scatter(x, shape, index):
    """Return zeros of a shape, with x added to them at an index."""
    y = np.zeros_like(x, shape=shape)
    if is_basic(index):
        y[index] = x
        return y
    numbers = np.arange(y.size).reshape(shape)[index]
    if numbers.size == 0 or np.max(np.bincount(np.ravel(numbers))) == 1:
        y[index] = x
    else:
        np.add.at(y, index, x)
    return y


gather.defjvp(lambda x_dot, y, x, index: x_dot[index])
gather.defvjp(lambda y_bar, y, x, index: scatter(y_bar, shape_of(x), index))
scatter.defjvp(lambda x_dot, y, x, shape, index: scatter(x_dot, shape, index))
scatter.defvjp(lambda y_bar, y, x, shape, index: y_bar[index])


def is_basic(index):
    """Whether an index is made of whole numbers and slices alone."""
    index = index if isinstance(index, tuple) else (index,)
    kinds = int | np.integer | slice | type(None) | type(Ellipsis)
    return all(
        isinstance(part, kinds) and not isinstance(part, bool)
        for part in index
    )


@rewrite("getitem")
def getitem(x, index):
    """Index with whole numbers, slices, arrays of numbers or masks."""
    return gather(x, index)


@rewrite(np.take)
def take(a, indices, axis=None):
    """Gather along an axis."""
    if axis is None:
        return np.ravel(a)[indices]
    axis = range(len(shape_of(a)))[axis]
    return a[(slice(None),) * axis + (np.asarray(indices),)]


@rewrite(np.take_along_axis)
def take_along_axis(arr, indices, axis):
    """Gather along an axis, at other places in each row."""
    axis = range(len(shape_of(arr)))[axis]
    grid = list(np.ogrid[tuple(slice(n) for n in shape_of(arr))])
    grid[axis] = indices
    return arr[tuple(grid)]


@rewrite(np.sort)
def sort(a, axis=-1):
    """Sort: equal entries keep their order."""
    if axis is None:
        a, axis = np.ravel(a), 0
    order = np.argsort(lower(a), axis=axis, kind="stable")
    return np.take_along_axis(a, order, axis)


@rewrite(np.median)
def median(a, axis=None, keepdims=False):
    """Return the middle entry, or the mean of the two in the middle."""
    if axis is None:
        y = np.median(np.ravel(a), 0)
        return np.reshape(y, (1,) * len(shape_of(a))) if keepdims else y
    n = shape_of(a)[axis]
    middle = np.arange((n - 1) // 2, n // 2 + 1)
    ordered = np.take(np.sort(a, axis), middle, axis)
    return np.mean(ordered, axis, keepdims=keepdims)


@primitive
def choose(a, b, condition):
    """Return a where the condition holds, and b elsewhere."""
    return np.where(condition, a, b)


choose.defjvp(
    lambda t, y, a, b, c: broadcast(np.where(c, t, 0), y),
    lambda t, y, a, b, c: broadcast(np.where(c, 0, t), y),
)
choose.defvjp(
    lambda t, y, a, b, c: unbroadcast(np.where(c, t, 0), a),
    lambda t, y, a, b, c: unbroadcast(np.where(c, 0, t), b),
)


@rewrite(np.where)
def where(condition, *branches):
    """Choose entry by entry; with a condition alone, find its places."""
    if not branches:
        return np.nonzero(lower(condition))
    return choose(*branches, lower(condition))


@rewrite(np.select)
def select(condlist, choicelist, default=0):
    """Choose the first array whose condition holds."""
    y = default
    for condition, choice in zip(condlist[::-1], choicelist[::-1]):
        y = np.where(condition, choice, y)
    return y


@rewrite(np.clip)
def clip(a, a_min=None, a_max=None, *, min=None, max=None):
    """Keep entries between two bounds, either of which may be missing."""
    lowest = min if a_min is None else a_min
    highest = max if a_max is None else a_max
    a = a if lowest is None else np.maximum(a, lowest)
    return a if highest is None else np.minimum(a, highest)


def corner(x, keep):
    """Keep the entries of the last two axes where a mask holds."""
    return np.where(keep(np.ones(shape_of(x)[-2:], bool)), x, 0)


@rewrite(np.tril)
def tril(m, k=0):
    """Keep what lies on and below a diagonal."""
    return corner(m, lambda mask: np.tril(mask, k))


@rewrite(np.triu)
def triu(m, k=0):
    """Keep what lies on and above a diagonal."""
    return corner(m, lambda mask: np.triu(mask, k))


@rewrite(np.diagonal)
def diagonal(a, offset=0):
    """Gather a diagonal of a matrix."""
    rows, columns = shape_of(a)
    places = np.arange(rows * columns).reshape(rows, columns)
    return np.ravel(a)[np.diagonal(places, offset)]


@rewrite(np.trace)
def trace(a):
    """Sum a matrix's diagonal."""
    return np.sum(np.diagonal(a))


@rewrite(np.diag)
def diag(v):
    """Gather the diagonal of a matrix, or put a vector on one."""
    if len(shape_of(v)) == 2:
        return np.diagonal(v)
    (n,) = shape_of(v)
    return scatter(v, (n, n), (np.arange(n), np.arange(n)))


@rewrite(np.diff)
def diff(a, n=1, axis=-1):
    """Subtract neighbors, n times."""
    axis = range(len(shape_of(a)))[axis]
    before = (slice(None),) * axis
    for _ in range(n):
        a = a[(*before, slice(1, None))] - a[(*before, slice(None, -1))]
    return a
