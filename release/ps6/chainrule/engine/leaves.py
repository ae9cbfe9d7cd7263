"""What goes into a derivative is checked, what comes out is made tidy.

Arrays must hold floats: whole numbers have no tangents. A tangent must be
like its primal and a cotangent like its output: the same tree, the same
shapes, the same dtypes. What comes out has them, too, and is an array of
its own, so that to change it later changes nothing else.

Assignment: given.
"""

import numpy as np

from chainrule.engine.traced import Traced, dtype_of, shape_of
from chainrule.engine.trees import CONTAINERS, LEAF, flatten, unflatten

quiet = np.errstate(all="ignore")  # as a decorator: no NumPy warnings


def require_floats(tree, name):
    """Raise a TypeError unless all leaves of a tree hold real floats."""
    for leaf in flatten(tree)[0]:
        if dtype_of(leaf).kind != "f":
            kind = f"{dtype_of(leaf)}, shape {shape_of(leaf)}"
            raise TypeError(
                f"{name} is not made of floats but of {kind}, and only "
                "floats have derivatives. Use x.astype(float), or 3.0 in "
                "place of 3"
            )


def require_tuples(**arguments):
    """Raise a TypeError unless all arguments are tuples, or lists."""
    for name, value in arguments.items():
        if not isinstance(value, tuple | list):
            raise TypeError(
                f"{name} must be a tuple, one entry for each argument of f, "
                f"as in jvp(f, (x,), (x_dot,)). It is {type(value).__name__}"
            )


def require_shape(x, like, what, name):
    """Raise a ValueError unless a tangent or cotangent has its shape."""
    if shape_of(x) != shape_of(like):
        raise ValueError(
            f"{what} {name} returned shape {shape_of(x)} where "
            f"{shape_of(like)} is due"
        )


def require_leaf(y):
    """Raise a TypeError if y is a container of outputs, not one output."""
    if isinstance(y, CONTAINERS):
        raise TypeError(
            f"separate takes one output, but this is a {type(y).__name__}. "
            "Flatten what f returned, and separate each of its arrays"
        )


def require_number(y):
    """Raise a TypeError unless y is a single float."""
    structure = flatten(y)[1]
    if structure is not LEAF or shape_of(y) != ():
        what = f"shape {shape_of(y)}" if structure is LEAF else structure
        raise TypeError(
            f"only a number has a gradient, but f returns {what}. Use jacrev "
            "for all derivatives, vjp for one cotangent, or return a sum"
        )
    require_floats(y, "the value of f")


def matched(tree, like, name, of):
    """Return the leaves of a tree that must be like another.

    Args:
        tree: Tree of tangents or cotangents.
        like: Tree of their primals or outputs.
        name: Text for messages, such as "tangent".
        of: Text that says what it must be like.

    Returns:
        leaves: List of the leaves of tree.

    Raises:
        TypeError: If the structures or the dtypes differ.
        ValueError: If the shapes differ.
    """
    leaves, structure = flatten(tree)
    wanted, expected = flatten(like)
    if structure != expected:
        raise TypeError(
            f"the {name} is a tree {structure}, but the {of} is a tree "
            f"{expected}. A single array is no tuple of one array"
        )
    for k, (leaf, x) in enumerate(zip(leaves, wanted)):
        if shape_of(leaf) != shape_of(x):
            raise ValueError(
                f"the {name} has shape {shape_of(leaf)}, but the {of} has "
                f"shape {shape_of(x)}: one entry is needed for each entry"
            )
        if type(leaf) is float:  # as a plain number it fits any precision
            leaves[k] = leaf = np.asarray(leaf, dtype_of(x))[()]
        if dtype_of(leaf) != dtype_of(x):
            raise TypeError(
                f"the {name} has dtype {dtype_of(leaf)}, but the {of} has "
                f"dtype {dtype_of(x)}. Convert it with .astype"
            )
    return leaves


def tidy(x, like, others=()):
    """Return a result with the dtype of another array, as its own array.

    Args:
        x: (...) result; None stands for zeros.
        like: (...) array with the shape and dtype that it must have.
        others: Sequence of arrays that must not share its memory.

    Returns:
        x: (...) the result, a copy if need be.
    """
    if x is None:
        zeros = np.zeros_like(like)
        return zeros if shape_of(like) else zeros[()]
    if isinstance(x, Traced) or hasattr(x, "counter"):
        return x
    if dtype_of(x).kind == "O":
        raise TypeError(
            "an array of dtype object hides what was put into it. Build "
            "arrays with np.stack or np.concatenate"
        )
    if dtype_of(x).kind == "c" and dtype_of(like).kind == "f":
        raise TypeError("the engine differentiates real numbers only")
    x = np.asarray(x, dtype_of(like))
    if x.ndim == 0:
        return x[()]
    memory = owner(x)
    private = x.flags.writeable and all(
        memory is not owner(other) for other in others
    )
    return x if private else x.copy()


def owner(x):
    """Return the array to whose memory an array belongs."""
    while getattr(x, "base", None) is not None:
        x = x.base
    return x


def tidy_tree(leaves, like, others=()):
    """Put results into a tree like another one, each tidy."""
    wanted, structure = flatten(like)
    tidied = []
    for x, model in zip(leaves, wanted):
        tidied.append(tidy(x, model, (*others, *tidied)))
    return unflatten(structure, tidied)


def select(f, argnums, arguments, keywords):
    """Fix all arguments of f but some.

    Args:
        f: Function of arguments and keywords.
        argnums: () number of the argument that stays free, or a tuple.
        arguments: Tuple of all arguments.
        keywords: Dictionary of keywords.

    Returns:
        g: Function of the free arguments.
        free: Tuple of their values.
    """
    numbers = (argnums,) if isinstance(argnums, int) else tuple(argnums)
    for k in numbers:
        if not -len(arguments) <= k < len(arguments):
            raise ValueError(
                f"argnums has {k}, but there are {len(arguments)} arguments"
            )
    numbers = [k % len(arguments) for k in numbers]

    def g(*free):
        everything = list(arguments)
        for k, value in zip(numbers, free):
            everything[k] = value
        return f(*everything, **keywords)

    return g, tuple(arguments[k] for k in numbers)
