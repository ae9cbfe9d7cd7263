"""Arrays that count: multiplications, and numbers alive at once.

A counted array looks like a NumPy array and works in plain NumPy code,
but its numbers lie in a Counter. Whatever is done to it passes through
one method of that Counter, which does the work and keeps the books.
Nothing but multiplications costs; the model is stated at `Counter`.

Assignment: given.
"""

import collections
import functools
import itertools
import math
import operator
import weakref

import numpy as np
from numpy.lib.mixins import NDArrayOperatorsMixin

PLAIN = (
    "a counted array does not turn into plain numbers. Join with np.stack or "
    "np.concatenate, start with np.zeros_like, look with counter.read(x)"
)
MOST_LOOKS = 64  # bits: each comparison tells one of a number
FREE = frozenset(
    "all any broadcast_to concatenate copy cumsum diagonal empty_like "
    "expand_dims flip full_like hstack max mean min moveaxis ones_like "
    "ravel reshape roll split squeeze stack sum swapaxes take trace "
    "transpose tril triu vstack where zeros_like".split()
)
CALLS = frozenset(
    "exp exp2 expm1 log log1p log2 log10 sqrt cbrt sin cos tan arcsin "
    "arccos arctan arctan2 sinh cosh tanh logaddexp hypot power".split()
)
REFUSED = frozenset(  # they multiply or divide, at a price not stated
    "matvec vecmat vecdot reciprocal floor_divide remainder fmod divmod "
    "float_power deg2rad rad2deg radians degrees ldexp logaddexp2 gcd lcm "
    "left_shift right_shift".split()
)
WHOLE = ("add", "multiply", "maximum", "minimum", "logical_and", "logical_or")


class Counter:
    """Holds the numbers of counted arrays and counts what happens to them.

    The model: x * y and x / y cost one multiplication for each entry of
    the result, x**p with a whole p >= 1 costs p - 1, and a product of
    (m, k) with (k, n) costs m k n. Additions, copies and comparisons are
    free. A sine costs no multiplication, but its entries are listed in
    `calls`. A number is alive while an array on its memory is; a view
    adds nothing.

    Attributes:
        multiplications: () how many so far.
        calls: Dictionary from a function's name to entries evaluated.
        live: () numbers alive now.
        peak: () most numbers that were alive at once.
        history: List of the numbers alive after each operation.

    Args:
        limit: () numbers that one result may have; a larger one raises
            MemoryError instead of filling the computer's memory.

    Example:
        >>> counter = Counter()
        >>> A, x = counter.array(np.ones((3, 2))), counter.array([1, 2])
        >>> y = np.tanh(A @ x) * 5
        >>> counter.multiplications, counter.calls, counter.live
        (9, {'tanh': 3}, 11)
        >>> counter.read(A @ x)
        array([3., 3., 3.])
    """

    keys = itertools.count()  # of all counters, so that none is used twice

    def __init__(self, limit=10_000_000):
        self.limit = limit
        self.multiplications, self.calls, self.looks = 0, {}, 0
        self.live, self.peak, self.history = 0, 0, []
        self.data, self.arrays_on = {}, collections.Counter()

    def array(self, values):
        """Return a counted array with a copy of some values: (...)."""
        return self.adopt(np.array(values, dtype=float))

    def read(self, counted):
        """Return a plain copy of the numbers of a counted array: (...)."""
        return self.data[counted.key].copy()

    def adopt(self, array):
        """Take a plain array in and return the counted one: (...)."""
        buffer, key = buffer_of(array), next(self.keys)
        if self.arrays_on[id(buffer)] == 0:
            self.live += buffer.size
            self.peak = max(self.peak, self.live)
        self.arrays_on[id(buffer)] += 1
        self.data[key] = array
        return Counted(self, key, array.shape, array.dtype.str)

    def release(self, key):
        """Forget an array; called when the last name for it is gone."""
        buffer = buffer_of(self.data.pop(key))
        self.arrays_on[id(buffer)] -= 1
        if self.arrays_on[id(buffer)] == 0:
            self.live -= buffer.size

    def dispatch(self, name, arguments, keywords):
        """Do one operation on counted arrays and keep the books.

        Args:
            name: "getitem", "setitem", "bool", or NumPy's name of a
                function; "add.reduce" names a method of a ufunc.
            arguments: Tuple of counted arrays and values, nested or not.
            keywords: Dictionary of plain values, or of counted arrays.

        Returns:
            result: Counted array, tuple of these, or a plain bool.

        Raises:
            TypeError: If this operation is not counted, or if numbers are
                looked at, by "bool", more often than MOST_LOOKS.
            MemoryError: If the result would be larger than the limit.
        """
        if self.looks > MOST_LOOKS:
            raise TypeError(PLAIN)
        arguments = self.unwrap(arguments)
        keywords = {key: self.unwrap(v) for key, v in keywords.items()}
        if name == "bool":
            self.looks += 1
            return bool(arguments[0])
        if name in ("matmul", "einsum") and "out" in keywords:
            raise TypeError("a product is not written over a factor: no out=")
        name, arguments = plainer(name, arguments)
        function, size = find(name), result_size(name, arguments)
        if size > self.limit:
            raise MemoryError(
                f"{name} would make {size} numbers, or take 100 times as many "
                "steps. Is a whole Jacobian built where a product will do?"
            )
        result = function(*arguments, **keywords)
        price = cost(name, arguments, result)
        self.multiplications += price
        if name in CALLS and price == 0:
            self.calls[name] = self.calls.get(name, 0) + np.size(result)
        result = self.wrap(result)
        self.history.append(self.live)
        return result

    def unwrap(self, value):
        """Replace counted arrays, nested or not, by their numbers."""
        if isinstance(value, Counted):
            if value.counter is not self:
                raise ValueError("these arrays belong to two counters")
            return self.data[value.key]
        if isinstance(value, tuple | list):
            return type(value)(self.unwrap(item) for item in value)
        return value

    def wrap(self, value):
        """Replace arrays, nested or not, by counted ones."""
        if isinstance(value, tuple | list):
            return tuple(self.wrap(item) for item in value)
        return value if value is None else self.adopt(np.asarray(value))


class Counted(NDArrayOperatorsMixin):
    """An array whose numbers lie in a Counter; made by `counter.array`."""

    ndim = property(lambda self: len(self.shape))
    size = property(lambda self: math.prod(self.shape))
    T = property(lambda self: np.transpose(self))
    __repr__ = lambda self: f"<counted array of shape {self.shape}>"
    __bool__ = lambda self: self.counter.dispatch("bool", (self,), {})

    def __init__(self, counter, key, shape, dtype):
        self.counter, self.key = counter, key
        self.shape, self.dtype = tuple(shape), np.dtype(dtype)
        weakref.finalize(self, counter.release, key)

    def __array_ufunc__(self, ufunc, method, *inputs, **keywords):
        if foreign(map(type, inputs)):
            return NotImplemented
        if any(type(out) is np.ndarray for out in keywords.get("out", ())):
            raise TypeError(PLAIN)
        name = f"{ufunc.__name__}.{method}".removesuffix(".__call__")
        return self.counter.dispatch(name, inputs, keywords)

    def __array_function__(self, function, types, arguments, keywords):
        if foreign(types):
            return NotImplemented
        if function in (np.shape, np.ndim, np.size) and len(arguments) == 1:
            return getattr(arguments[0], function.__name__)
        return self.counter.dispatch(function.__name__, arguments, keywords)

    def __getitem__(self, index):
        return self.counter.dispatch("getitem", (self, index), {})

    def __setitem__(self, index, value):
        self.counter.dispatch("setitem", (self, index, value), {})

    def __len__(self):
        if not self.shape:
            raise TypeError("a counted number has no length")
        return self.shape[0]

    def __iter__(self):
        return (self[i] for i in range(len(self)))

    def __array__(self, dtype=None, copy=None):
        raise TypeError(PLAIN)

    __float__ = __int__ = __index__ = __complex__ = __array__

    def __deepcopy__(self, memo):
        return self

    def reshape(self, *shape):
        """Return the same numbers in another shape; a view if it can be."""
        return np.reshape(self, shape[0] if len(shape) == 1 else shape)

    def __getattr__(self, name):
        if name in FREE | {"dot"} and hasattr(np.ndarray, name):
            return functools.partial(getattr(np, name), self)
        raise AttributeError(f"a counted array has no {name}. {PLAIN}")


def foreign(kinds):
    """Whether an array of another kind is there, which goes first."""
    return any(
        hasattr(kind, "__array_ufunc__")
        and not issubclass(kind, Counted | np.ndarray | np.generic)
        for kind in kinds
    )


def buffer_of(array):
    """Return the array that owns the memory on which another lies."""
    while isinstance(array.base, np.ndarray):
        array = array.base
    return array


def plainer(name, arguments):
    """Write dot, inner, vdot and outer as products that are counted."""
    if name == "outer":
        return "multiply.outer", tuple(np.ravel(a) for a in arguments)
    if name not in ("dot", "inner", "vdot"):
        return name, arguments
    ranks = [np.ndim(a) for a in arguments]
    if 0 in ranks:
        return "multiply", arguments
    if max(ranks) > (2 if name == "dot" else 1):
        raise TypeError(f"np.{name} of these shapes is not counted: use @")
    return "matmul", arguments


def find(name):
    """Return the plain function that does an operation."""
    if name in ("getitem", "setitem"):
        return getattr(operator, name)
    first, _, method = name.partition(".")
    found = None if first in REFUSED else getattr(np, first, None)
    counted = first in WHOLE and method in ("reduce", "outer")
    if isinstance(found, np.ufunc) and (counted or not method):
        return getattr(found, method or "__call__")
    if name in FREE | {"einsum"}:
        return found
    raise TypeError(
        f"np.{name} is not counted. Write it with @, *, +, slices, sums "
        "or np.einsum, or apply it to plain arrays"
    )


def labels(arguments):
    """Return einsum's output labels and the size of every label."""
    inputs, arrow, output = arguments[0].replace(" ", "").partition("->")
    if not arrow or "." in inputs:
        raise TypeError("write np.einsum as 'ij,jk->ik', without dots")
    sizes = {}
    for names, shape in zip(inputs.split(","), map(np.shape, arguments[1:])):
        sizes |= {x: max(n, sizes.get(x, n)) for x, n in zip(names, shape)}
    return output, sizes


def result_size(name, arguments):
    """Return a result's size, where it may be large, or 1% of its price."""
    if name == "einsum":
        output, sizes = labels(arguments)
        loops = math.prod(sizes.values()) * max(len(arguments) - 2, 1)
        return max(math.prod(sizes[x] for x in output), loops // 100)
    if name in ("concatenate", "stack", "vstack", "hstack"):
        return sum(np.size(a) for a in arguments[0])
    function = getattr(np, name.removesuffix(".outer"), None)
    if not isinstance(function, np.ufunc) and name != "where":
        return 0
    shapes = [np.shape(a) for a in arguments]
    if name == "matmul":
        batch = np.broadcast_shapes(shapes[0][:-2], shapes[1][:-2])
        size = math.prod(batch + shapes[0][-2:-1] + shapes[1][1:][-1:])
        return max(size, size * math.prod(shapes[0][-1:]) // 100)
    if name.endswith(".outer"):
        return math.prod(shapes[0] + shapes[1])
    return math.prod(np.broadcast_shapes(*shapes))


def cost(name, arguments, result):
    """Return the multiplications of one operation, by the model."""
    size = np.size(result)
    if name in ("multiply", "multiply.outer", "divide", "square", "mean"):
        return size
    if name == "multiply.reduce":
        return np.size(arguments[0]) - size
    if name == "matmul":
        return size * np.shape(arguments[0])[-1]
    if name == "einsum":
        return math.prod(labels(arguments)[1].values()) * (len(arguments) - 2)
    p = arguments[1] if name == "power" else None
    if np.ndim(p) == 0 and p is not None and float(p).is_integer():
        return size * int(max(abs(p) - 1, 0) + (p < 0))
    return 0
