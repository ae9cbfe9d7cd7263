"""Functions that move entries about: their transposes move them back.

Each is linear, so a tangent is moved like its primal. A cotangent goes the
other way: what was copied to two places comes back as a sum, what was left
out comes back as zero.

Assignment: given.
"""

import numpy as np

from chainrule.engine.elementwise import unbroadcast
from chainrule.engine.primitive import primitive
from chainrule.engine.selection import scatter
from chainrule.engine.table import Each, rewrite
from chainrule.engine.traced import dtype_of, lower, shape_of


def linear(function):
    """Make a primitive that is linear in its first argument."""
    made = primitive(function)
    made.defjvp(lambda x_dot, y, x, *how: made(x_dot, *how))
    return made


@linear
def reshaped(x, shape):
    """Read the same numbers in another shape."""
    return np.reshape(x, shape)


@linear
def permuted(x, axes):
    """Put the axes in another order."""
    return np.transpose(x, axes)


@linear
def stretched(x, shape):
    """Copy along new axes, and along axes of length 1."""
    return np.broadcast_to(x, shape)


@linear
def flipped(x, axes):
    """Reverse the order along some axes."""
    return np.flip(x, axes)


@linear
def cast(x, dtype):
    """Write the numbers with more digits or with fewer."""
    return np.asarray(x).astype(dtype)


reshaped.defvjp(lambda y_bar, y, x, shape: np.reshape(y_bar, shape_of(x)))
permuted.defvjp(
    lambda y_bar, y, x, axes: np.transpose(y_bar, tuple(np.argsort(axes)))
)
stretched.defvjp(lambda y_bar, y, x, shape: unbroadcast(y_bar, x))
flipped.defvjp(lambda y_bar, y, x, axes: np.flip(y_bar, axes))
cast.defvjp(lambda y_bar, y, x, dtype: cast(y_bar, dtype_of(x)))


@rewrite("astype")
def astype(x, dtype):
    """Convert; what is no float afterwards is a constant."""
    if np.issubdtype(dtype, np.floating):
        return cast(x, dtype)
    return lower(x).astype(dtype)


@rewrite(np.copy, np.positive)
def copy(a):
    """Return the same: what is never changed needs no copy."""
    return a


@rewrite(np.reshape)
def reshape(a, shape):
    """Reshape; a length of -1 is computed."""
    return reshaped(a, shape)


@rewrite(np.ravel)
def ravel(a):
    """Lay all entries along one axis."""
    return reshaped(a, (-1,))


@rewrite(np.expand_dims)
def expand_dims(a, axis):
    """Add axes of length 1."""
    return reshaped(a, shape_like(np.expand_dims, a, axis))


@rewrite(np.squeeze)
def squeeze(a, axis=None):
    """Leave axes of length 1 out."""
    return reshaped(a, shape_like(np.squeeze, a, axis))


@rewrite(np.atleast_1d)
def atleast_1d(a):
    """Make a number an array of one."""
    return reshaped(a, shape_like(np.atleast_1d, a))


@rewrite(np.atleast_2d)
def atleast_2d(a):
    """Make a vector a row."""
    return reshaped(a, shape_like(np.atleast_2d, a))


def shape_like(function, x, *how):
    """Tell which shape a function would give an array, without copying."""
    return function(np.broadcast_to(0, shape_of(x)), *how).shape


@rewrite(np.transpose)
def transpose(a, axes=None):
    """Permute the axes; reverse them if none are named."""
    numbers = range(len(shape_of(a)))
    axes = numbers[::-1] if axes is None else axes
    return permuted(a, tuple(numbers[k] for k in axes))


@rewrite(np.swapaxes)
def swapaxes(a, axis1, axis2):
    """Exchange two axes."""
    axes = list(range(len(shape_of(a))))
    axes[axis1], axes[axis2] = axes[axis2], axes[axis1]
    return permuted(a, tuple(axes))


@rewrite(np.moveaxis)
def moveaxis(a, source, destination):
    """Move axes to other places; the others keep their order."""
    numbered = np.empty(range(len(shape_of(a))))
    return permuted(a, np.moveaxis(numbered, source, destination).shape)


@rewrite(np.broadcast_to)
def broadcast_to(array, shape):
    """Copy to a larger shape."""
    return stretched(array, (shape,) if isinstance(shape, int) else shape)


@rewrite(np.flip)
def flip(m, axis=None):
    """Reverse the order along one axis, several or all."""
    numbers = range(len(shape_of(m)))
    axes = axis if isinstance(axis, tuple) else (axis,)
    axes = numbers if axis is None else [numbers[k] for k in axes]
    return flipped(m, tuple(axes))


@primitive
def join(axis, *arrays):
    """Put arrays one after the other along an axis."""
    return np.concatenate(arrays, axis)


def place(i, y, axis, *arrays):
    """Index the part of a joined array that is argument i."""
    lengths = [shape_of(array)[axis] for array in arrays[:i]]
    start, stop = np.sum(lengths[:-1], dtype=int), np.sum(lengths, dtype=int)
    axis = range(len(shape_of(y)))[axis]
    return (slice(None),) * axis + (slice(int(start), int(stop)),)


join.rule.jvp = Each(
    lambda i, x_dot, y, *arguments: scatter(
        x_dot, shape_of(y), place(i, y, *arguments)
    )
)
join.rule.vjp = Each(
    lambda i, y_bar, y, *arguments: y_bar[place(i, y, *arguments)]
)


@rewrite(np.concatenate)
def concatenate(arrays, axis=0):
    """Join arrays along an axis that they have; None ravels them first."""
    if axis is None:
        return join(0, *map(np.ravel, arrays))
    return join(axis, *arrays)


@rewrite(np.stack)
def stack(arrays, axis=0):
    """Join arrays along a new axis."""
    axis = range(len(shape_of(arrays[0])) + 1)[axis]
    return join(axis, *(np.expand_dims(array, axis) for array in arrays))


@rewrite(np.hstack)
def hstack(tup):
    """Join along the second axis, vectors along their only one."""
    arrays = [np.atleast_1d(array) for array in tup]
    return join(min(1, len(shape_of(arrays[0])) - 1), *arrays)


@rewrite(np.vstack)
def vstack(tup):
    """Join along the first axis; vectors are rows."""
    return join(0, *(np.atleast_2d(array) for array in tup))


@rewrite(np.column_stack)
def column_stack(tup):
    """Join along the second axis; vectors are columns."""
    columns = [a[:, None] if len(shape_of(a)) == 1 else a for a in tup]
    return join(1, *columns)


@rewrite(np.append)
def append(arr, values, axis=None):
    """Join two arrays."""
    return np.concatenate([arr, values], axis)


@rewrite(np.split, np.array_split)
def split(ary, indices_or_sections, axis=0):
    """Cut into pieces along an axis."""
    axis = range(len(shape_of(ary)))[axis]
    before = (slice(None),) * axis
    pieces = np.array_split(
        np.arange(shape_of(ary)[axis]), indices_or_sections
    )
    return [ary[(*before, slice(*ends(piece)))] for piece in pieces]


def ends(piece):
    """Return where a run of numbers starts and stops."""
    return (piece[0], piece[-1] + 1) if len(piece) else (0, 0)


@rewrite(np.roll)
def roll(a, shift, axis=None):
    """Shift entries along an axis; those that leave come in again."""
    if axis is None:
        return np.reshape(np.roll(np.ravel(a), shift, 0), shape_of(a))
    return np.take(a, np.roll(np.arange(shape_of(a)[axis]), shift), axis)


@rewrite(np.repeat)
def repeat(a, repeats, axis=None):
    """Repeat each entry."""
    if axis is None:
        a, axis = np.ravel(a), 0
    rows = np.repeat(np.arange(shape_of(a)[axis]), repeats)
    return np.take(a, rows, axis)


@rewrite(np.tile)
def tile(A, reps):
    """Repeat the whole array."""
    numbers = np.arange(A.size).reshape(shape_of(A))
    return np.ravel(A)[np.tile(numbers, reps)]
