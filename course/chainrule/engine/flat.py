"""Functions whose derivative is zero wherever they have one.

Steps, comparisons, positions and shapes do not move when the input moves
a little. So these functions take off all levels and work on plain arrays:
what comes out is a constant to every derivative, as it is in JAX.

Assignment: given.
"""

import numpy as np

from chainrule.engine.table import rewrite
from chainrule.engine.traced import Traced, lower, shape_of

STEPS = (np.sign, np.floor, np.ceil, np.trunc, np.rint, np.round)
STEPS += (np.floor_divide, np.signbit, np.around, np.heaviside)
COMPARISONS = (np.greater, np.greater_equal, np.less, np.less_equal)
COMPARISONS += (np.equal, np.not_equal, np.isclose, np.allclose)
COMPARISONS += (np.isnan, np.isinf, np.isfinite, np.array_equal)
COMPARISONS += (np.logical_and, np.logical_or, np.logical_not, np.all, np.any)
POSITIONS = (np.argmax, np.argmin, np.argsort, np.nonzero, np.flatnonzero)
POSITIONS += (np.argwhere, np.searchsorted, np.count_nonzero, np.digitize)
LIKE = (np.zeros_like, np.ones_like, np.empty_like)
KINDS = (np.result_type, np.iscomplexobj, np.isrealobj)

KEYWORDS = frozenset("axis keepdims kind side rtol atol decimals".split())
KEYWORDS |= {"shape", "dtype", "equal_nan"}


def constant(function):
    """Enter a function that works on plain arrays, without derivative."""

    def program(*arguments, **keywords):
        return function(*map(lower, arguments), **keywords)

    rewrite(function)(program)
    program.known = KEYWORDS


for function in STEPS + COMPARISONS + POSITIONS + LIKE + KINDS:
    constant(function)


@rewrite(np.shape)
def shape(a):
    """Return the shape; it is known without any derivative."""
    return shape_of(a)


@rewrite(np.ndim)
def ndim(a):
    """Return the number of axes."""
    return len(shape_of(a))


@rewrite(np.size)
def size(a, axis=None):
    """Return the number of entries, or the length of an axis."""
    return a.size if axis is None else shape_of(a)[axis]


@rewrite(np.full_like)
def full_like(a, fill_value):
    """Fill an array with a value that may be traced."""
    if not isinstance(fill_value, Traced):
        return np.full_like(lower(a), fill_value)
    return np.broadcast_to(fill_value, shape_of(a))
