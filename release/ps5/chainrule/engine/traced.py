"""Arrays that tell the engine what is done to them.

A traced array holds a primal and belongs to one run of one
transformation. NumPy hands it every function that is called on it. Runs
nest: each has a level, later runs have higher ones, and a function is
processed at the highest level among its arguments, where the others count
as constants. Taking off one level at a time is what keeps one
derivative's perturbation apart from another's.

Assignment: given.
"""

import contextlib
import functools
import itertools
import math

import numpy as np
from numpy.lib.mixins import NDArrayOperatorsMixin

from chainrule.engine.table import TABLE, Rule, find

METHODS = frozenset(
    "all any argmax argmin argsort astype clip copy cumsum diagonal dot max "
    "mean min nonzero prod ravel repeat round squeeze std sum swapaxes "
    "take trace transpose var".split()
)
LEVELS = itertools.count(1)
OPEN = set()


class Traced(NDArrayOperatorsMixin):
    """An array under differentiation; each mode has its own subclass.

    A subclass has a method process(rule, arguments), which does one
    primitive and returns a traced array of the same level.

    Args:
        primal: (...) value, which may be traced at a lower level.
        level: () number of the run that it belongs to.
    """

    __slots__ = ("level", "primal")

    shape = property(lambda self: shape_of(self.primal))
    dtype = property(lambda self: dtype_of(self.primal))
    ndim = property(lambda self: len(self.shape))
    size = property(lambda self: math.prod(self.shape))
    T = property(lambda self: np.transpose(self))

    def __init__(self, primal, level):
        self.primal, self.level = primal, level

    def __array_ufunc__(self, ufunc, method, *inputs, **keywords):
        if "out" in keywords:
            return in_place(ufunc, inputs, **keywords)
        if method != "__call__":
            return find_method(ufunc, method)(*inputs, **keywords)
        return call(find(ufunc), inputs, keywords)

    def __array_function__(self, function, types, arguments, keywords):
        if keywords.get("out") is not None:
            raise TypeError(CHANGED)
        return call(find(function), arguments, keywords)

    def __getitem__(self, index):
        return TABLE["getitem"](self, index)

    def __setitem__(self, index, value):
        raise TypeError(CHANGED)

    def __bool__(self):
        return bool(lower(self))

    def __len__(self):
        if not self.shape:
            raise TypeError("a traced number has no length")
        return self.shape[0]

    def __iter__(self):
        if not self.shape:
            raise TypeError("a traced number cannot be iterated over")
        return (self[i] for i in range(len(self)))

    def __array__(self, dtype=None, copy=None):
        raise TypeError(
            "a traced array cannot become a plain one: its derivative would "
            "be lost. Write np.stack([s, t]), not np.array([s, t])"
        )

    def __float__(self):
        raise TypeError(
            "a traced number cannot become a plain one: its derivative would "
            "be lost. No float(t), no out[i] = t; np.sin(t), not math.sin"
        )

    __int__ = __index__ = __complex__ = item = tolist = __float__

    def __round__(self, digits=0):
        return np.round(self, digits)

    def __format__(self, form):
        if form:  # float(f"{t:.3f}") would be a way around the engine
            return f"{type(self).__name__}({format(lower(self), form)})"
        return repr(self)

    def __repr__(self):
        return f"{type(self).__name__}({self.primal!r})"

    def reshape(self, *shape):
        """Return the same numbers in another shape."""
        return np.reshape(self, shape[0] if len(shape) == 1 else shape)

    flatten = lambda self: np.ravel(self)

    def __getattr__(self, name):
        if name in METHODS:
            return functools.partial(
                TABLE.get(name) or getattr(np, name), self
            )
        if name in ("fill", "sort", "put", "resize", "partition"):
            raise TypeError(CHANGED)
        raise AttributeError(
            f"a traced array has no {name}. Use a function, such as "
            "np.sum(x), or one of the methods listed in engine/traced.py"
        )


CHANGED = (
    "a traced array cannot be changed in place. Write x = x + y, not x += y, "
    "and build arrays with np.where, np.stack or np.concatenate"
)


def in_place(ufunc, inputs, out, **keywords):
    """Do x += y for a number, which is just another number; else refuse."""
    if out[0] is not inputs[0] or shape_of(out[0]):
        raise TypeError(CHANGED)
    return call(find(ufunc), inputs, keywords)


def find_method(ufunc, method):
    """Return the function that a method such as np.add.reduce stands for."""
    if method == "reduce":
        names = {"add": "sum", "multiply": "prod"}
        names |= {"maximum": "max", "minimum": "min"}
        if ufunc.__name__ in names:
            function = getattr(np, names[ufunc.__name__])
            return lambda x, axis=0, **k: function(x, axis, **k)
    if method == "accumulate" and ufunc is np.add:
        return lambda x, axis=0: np.cumsum(x, axis=axis)
    if method == "outer":
        return lambda x, y: ufunc(np.expand_dims(x, axes_after(x, y)), y)
    raise TypeError(f"np.{ufunc.__name__}.{method} has no rule")


def axes_after(x, y):
    """Number the axes that y has, put behind those of x."""
    return tuple(range(np.ndim(x), np.ndim(x) + np.ndim(y)))


def call(entry, arguments, keywords):
    """Do what the table has for a function: a rule or a program."""
    if keywords:
        keywords = {
            k: v
            for k, v in keywords.items()
            if k in entry.known or v is not None
        }
        if not entry.known.issuperset(keywords):
            name = getattr(entry, "__qualname__", f"np.{entry}")
            raise TypeError(
                f"{name} takes no {', '.join(keywords)} under "
                "differentiation. Mask with np.where, convert with x.astype"
            )
    if type(entry) is Rule:
        return apply(entry, arguments)
    return entry(*arguments, **keywords)


def apply(rule, arguments):
    """Do one primitive, at the highest level among its arguments."""
    level = 0
    for argument in arguments:
        if isinstance(argument, Traced) and argument.level > level:
            top, level = argument, argument.level
    return top.process(rule, arguments)


def lower(value):
    """Take off every level: return a plain array, without derivative."""
    while isinstance(value, Traced):
        value = value.primal
    return value


@contextlib.contextmanager
def new_level():
    """Open a level, higher than all before, for one run of a function.

    NumPy's warnings are off meanwhile: inf and nan are what derivatives
    are at some points, and they are returned, as in JAX.
    """
    level = next(LEVELS)
    OPEN.add(level)
    try:
        with np.errstate(all="ignore"):
            yield level
    finally:
        OPEN.remove(level)


def require_open(level):
    """Refuse a traced array whose run is over: nobody would notice it."""
    if level not in OPEN:
        raise TypeError(
            "a traced array is used after its run has ended. Let the "
            "function return what is needed later, instead of storing it; "
            "and in jvp, call f inside of `with new_level()`"
        )


def shape_of(x):
    """Return the shape of an array or number, traced or not."""
    try:
        return x.shape
    except AttributeError:
        return np.shape(x)


def dtype_of(x):
    """Return the dtype of an array or number, traced or not."""
    try:
        return x.dtype
    except AttributeError:
        return np.asarray(x).dtype
