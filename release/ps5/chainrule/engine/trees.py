"""Take nested containers apart, and put them together again.

A function to differentiate takes and returns tuples, lists, dictionaries
and named tuples of arrays, nested in any way. The rules of calculus know
single arrays. So a tree is flattened into a list of its leaves and a
structure, and what was computed for the leaves is unflattened.

Assignment: given.
"""

import numpy as np


class Leaf:
    """The one object that stands in a structure where an array was."""

    def __repr__(self):
        return "*"


LEAF = Leaf()
CONTAINERS = (tuple, list, dict, type(None))


def flatten(tree):
    """Return the leaves of a tree, in order, and its structure.

    Args:
        tree: Array, or tuple, list or dictionary of trees. None is a tree
            without leaves; a dictionary is read in the order of its keys.

    Returns:
        leaves: List of everything that is no container.
        structure: The tree with every leaf replaced by LEAF.

    Example:
        >>> flatten({"b": 1.0, "a": (2.0, [3.0])})
        ([2.0, 3.0, 1.0], {'a': (*, [*]), 'b': *})
    """
    leaves = []
    structure = put(tree, lambda leaf: leaves.append(leaf) or LEAF)
    return leaves, structure


def unflatten(structure, leaves):
    """Build the tree of a structure from its leaves, in order.

    Example:
        >>> unflatten({"a": (LEAF, [LEAF]), "b": LEAF}, [2.0, 3.0, 1.0])
        {'a': (2.0, [3.0]), 'b': 1.0}
    """
    leaves = iter(leaves)
    return put(structure, lambda _: next(leaves))


def put(tree, replace):
    """Return a tree of the same structure with every leaf replaced."""
    if not isinstance(tree, CONTAINERS):
        return replace(tree)
    if tree is None:
        return None
    if isinstance(tree, dict):
        return {key: put(tree[key], replace) for key in sorted(tree)}
    parts = [put(part, replace) for part in tree]
    if hasattr(tree, "_fields"):  # a named tuple takes its parts one by one
        return type(tree)(*parts)
    return type(tree)(parts)


def basis(tree):
    """List, for each leaf of a tree, the trees with a single 1 in it.

    Example:
        >>> for one_hots in basis((np.zeros(2), np.zeros(1))):
        ...     print([[x.tolist() for x in tree] for tree in one_hots])
        [[[1.0, 0.0], [0.0]], [[0.0, 1.0], [0.0]]]
        [[[0.0, 0.0], [1.0]]]
    """
    leaves, structure = flatten(tree)
    zeros = [np.zeros(x.shape, x.dtype) for x in map(arrayed, leaves)]
    lists = []
    for k, zero in enumerate(zeros):
        ones = np.eye(zero.size, dtype=zero.dtype).reshape(-1, *zero.shape)
        trees = [zeros[:k] + [one] + zeros[k + 1 :] for one in ones]
        lists.append([unflatten(structure, leaves) for leaves in trees])
    return lists


def arrayed(x):
    """Make an array of a plain number, so that it has a shape."""
    return np.asarray(x) if isinstance(x, float) else x


def nest(outer, inner, block):
    """Put a Jacobian's blocks into a tree of trees, as JAX nests them.

    Args:
        outer: Tree of outputs.
        inner: Tree of inputs.
        block: Function from i, j to the block of leaf i of the outputs
            and leaf j of the inputs.

    Returns:
        jacobian: Tree like outer, whose leaves are trees like inner.
    """
    (ys, y_structure), (xs, x_structure) = flatten(outer), flatten(inner)
    rows = [
        unflatten(x_structure, [block(i, j) for j in range(len(xs))])
        for i in range(len(ys))
    ]
    return unflatten(y_structure, rows)
