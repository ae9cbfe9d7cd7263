"""Forward mode: numbers that carry a tangent through plain NumPy code.

A dual number is a primal and a tangent. Every primitive that meets one
computes the value and pushes the tangents of its arguments along, and the
result is a dual number again. So the derivative is there when the program
ends, whatever loops and branches it took, and nothing is remembered.

Assignment: ps5.
"""

import functools
import operator

import numpy as np

from chainrule.engine.leaves import (
    matched,
    quiet,
    require_floats,
    require_leaf,
    require_shape,
    require_tuples,
    select,
    tidy,
    tidy_tree,
)
from chainrule.engine.traced import (
    LEVELS,
    Traced,
    new_level,
    require_open,
    shape_of,
)
from chainrule.engine.trees import basis, flatten, nest, unflatten


class Dual(Traced):
    """A primal with a tangent of the same shape, on a level."""

    __slots__ = ("tangent",)

    def __init__(self, primal, tangent, level):
        self.primal, self.tangent, self.level = primal, tangent, level

    def process(self, rule, arguments):
        """Do one primitive on dual numbers of this level."""
        require_open(self.level)
        primals, tangents = split(arguments, self.level)
        y, y_dot = push(rule, primals, tangents)
        require_shape(y_dot, y, "the push of", rule.name)
        return Dual(y, y_dot, self.level)

    def __repr__(self):
        return f"Dual({self.primal!r}, {self.tangent!r})"


def split(arguments, level):
    """Separate the primals from the tangents of one level.

    Args:
        arguments: Tuple of dual numbers of this level, and of anything
            else, which is a constant on this level.
        level: () number.

    Returns:
        primals: Tuple of the arguments without their tangents.
        tangents: Tuple of their tangents; None where there is none.
    """
    primals, tangents = list(arguments), [None] * len(arguments)
    for i, argument in enumerate(arguments):
        if isinstance(argument, Dual) and argument.level == level:
            primals[i], tangents[i] = argument.primal, argument.tangent
    return tuple(primals), tuple(tangents)


def push(rule, primals, tangents):
    """Do one primitive: compute its value, and push tangents through it.

    rule.function(*primals) is the value y. rule.jvp[i](x_dot, y, *primals)
    is what a tangent x_dot of argument i contributes to the tangent of y.
    It has the shape of y.

    Args:
        rule: "Rule" of engine/table.py.
        primals: Tuple of the arguments of the primitive.
        tangents: Tuple of tangents, one for each argument; None where an
            argument has none, and at least one that is not None.

    Returns:
        y: (...) value.
        y_dot: (...) its tangent.

    Cost:
        One call of rule.function, and one contribution for each tangent.

    Example:
        >>> from chainrule.engine.table import find
        >>> push(find(np.multiply), (3.0, 4.0), (1.0, 10.0))
        (np.float64(12.0), 34.0)
        >>> push(find(np.multiply), (3.0, 4.0), (None, 10.0))
        (np.float64(12.0), 30.0)
    """
    raise NotImplementedError(
        "ps5-push: replace this statement by your answer"
    )


def separate(y, level):
    """Separate the primal of one output from its tangent.

    Args:
        y: (...) output: a dual number of this level, or a constant.
        level: () number.

    Returns:
        primal: (...) array or number.
        tangent: (...) its tangent; zeros for a constant.
    """
    require_leaf(y)
    if isinstance(y, Dual) and y.level == level:
        return tidy(y.primal, y.primal), tidy(y.tangent, y.primal)
    return tidy(y, y), tidy(None, y)


def jvp(f, primals, tangents):
    """Evaluate f at primals, and push tangents through it.

    Args:
        f: Function of arrays, or of trees of arrays; it returns either.
        primals: Tuple of the arguments of f.
        tangents: Tuple like primals, a tangent for each array.

    Returns:
        y: (...) value of f, an array or a tree.
        y_dot: (...) its tangent, of the same structure.

    Raises:
        TypeError: If primals are not floats, or tangents not like them.
        ValueError: If a tangent has another shape than its primal.

    Cost:
        One run of f on dual numbers.

    Example:
        >>> y, y_dot = jvp(lambda x: np.sin(x) ** 2, (1.0,), (1.0,))
        >>> print(y.round(4), y_dot.round(4))
        0.7081 0.9093
    """
    require_tuples(primals=primals, tangents=tangents)
    require_floats(primals, "a primal")
    x_dots = matched(tangents, primals, "tangent", "primal")
    raise NotImplementedError(
        "ps5-jvp: replace this statement by your answer"
    )


class Unknown(Traced):
    """A tangent that is not known yet: what is done to it is written down.

    Unknowns are numbered: first those of the inputs, then one for each
    line. A line is (function, arguments, places): the function is called
    with the arguments, in which each pair (i, k) of places puts tangent
    number k into position i.
    """

    __slots__ = ("lines", "number")

    def __init__(self, primal, level, lines, number):
        self.primal, self.level = primal, level
        self.lines, self.number = lines, number

    def process(self, rule, arguments):
        """Write one line; what it yields is the next unknown."""
        values, places = list(arguments), []
        for i, argument in enumerate(arguments):
            if isinstance(argument, Unknown) and argument.level == self.level:
                values[i] = argument.primal
                places.append((i, argument.number))
        y = rule.function(*values)  # of zeros: only its shape is of use
        self.lines.append((rule.function, values, places))
        return Unknown(y, self.level, self.lines, len(self.lines) - 1)


def unknowns(primals):
    """Make an unknown tangent for each array of a tree.

    Args:
        primals: Tuple of arrays or trees.

    Returns:
        tangents: Tuple like primals, of unknowns numbered 0, 1, 2, ...
        lines: List that grows by one line whenever something is done to
            an unknown. It starts with one None for each input, so that
            line number k yields unknown number k.
    """
    xs, structure = flatten(primals)
    lines, level = [None] * len(xs), next(LEVELS)
    tangents = [
        Unknown(np.zeros_like(x), level, lines, k) for k, x in enumerate(xs)
    ]
    return unflatten(structure, tangents), lines


def linearize(f, *primals):
    """Evaluate f once, and return the linear function that it is nearby.

    Args:
        f: Function of arrays or trees.
        *primals: Nested arrays, the arguments of f.

    Returns:
        y: (...) value of f, an array or a tree.
        f_jvp: Function from tangents, one for each argument, to y_dot. It
            does not run f, and can be called any number of times.

    Cost:
        About one jvp; a call of f_jvp repeats its work on tangents.

    Example:
        >>> y, f_jvp = linearize(np.sin, 0.0)
        >>> print(f_jvp(1.0), f_jvp(5.0))
        1.0 5.0
    """
    require_floats(primals, "a primal")
    raise NotImplementedError(
        "ps5-linearize: replace this statement by your answer"
    )
    return y, quiet(f_jvp)


def jacfwd(f, argnums=0):
    """Make a function that returns the Jacobian of f, column by column.

    Args:
        f: Function of arrays or trees.
        argnums: () number of the argument to differentiate, or a tuple.

    Returns:
        jacobian: Function with the arguments of f. For an array x and an
            array f(x) it returns an array of shape f(x).shape + x.shape;
            else a tree like the output, of trees like the input.

    Cost:
        One linearize; one call of f_jvp for each entry of the input.

    Example:
        >>> f = lambda x: np.stack([x[0] * x[1] ** 2, x[0] * x[1]])
        >>> print(jacfwd(f)(np.array([3.0, 4.0])))
        [[16. 24.]
         [ 4.  3.]]
    """

    def jacobian(*arguments, **keywords):
        g, xs = select(f, argnums, arguments, keywords)
        shapes = [shape_of(x) for x in flatten(xs)[0]]
        raise NotImplementedError(
            "ps5-jacfwd: replace this statement by your answer"
        )
        return nest(y, xs[0] if isinstance(argnums, int) else xs, block)

    return jacobian
