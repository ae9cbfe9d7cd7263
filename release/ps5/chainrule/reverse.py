"""Reverse mode: a record of the program, read from its end.

Every primitive that meets a recorded array computes the value and leaves a
node: its rule, what it saw, and which nodes that came from. The pullback
goes through the nodes backward, each after all its users, adding cotangents.

Assignment: ps5.
"""

import numpy as np

from chainrule.engine.leaves import (
    matched,
    quiet,
    require_floats,
    require_number,
    require_shape,
    select,
    tidy,
    tidy_tree,
)
from chainrule.engine.primitive import INPUT
from chainrule.engine.primitive import primitive as primitive
from chainrule.engine.traced import Traced, new_level, require_open, shape_of
from chainrule.engine.trees import basis, flatten, nest, unflatten


class Node:
    """One step of a program that ran, or one of its inputs.

    Args:
        parents: Sequence of the nodes that the step took arguments from;
            a node that was used twice stands there twice.
        places: Sequence of the positions of these among the arguments.
        rule: "Rule" of the primitive, from engine/table.py.
        y: (...) output, saved.
        primals: Sequence of all arguments, saved.
    """

    __slots__ = ("parents", "places", "primals", "rule", "y")

    name = property(lambda self: self.rule.name)
    shape = property(lambda self: shape_of(self.y))
    __repr__ = lambda self: f"<node {self.name} {self.shape}>"

    def __init__(self, parents=(), places=(), rule=INPUT, y=None, primals=()):
        self.parents, self.places = parents, places
        self.rule, self.y, self.primals = rule, y, primals

    def vjp(self, y_bar):
        """Pull a cotangent of the output to each of the parents."""
        rules, y, primals = self.rule.vjp, self.y, self.primals
        x_bars = [rules[i](y_bar, y, *primals) for i in self.places]
        for parent, x_bar in zip(self.parents, x_bars):
            require_shape(x_bar, parent.y, "a vjp rule of", self.name)
        return x_bars


class Recorded(Traced):
    """An array that leaves a node for whatever is done to it."""

    __slots__ = ("node",)

    def __init__(self, primal, level, node):
        self.primal, self.level, self.node = primal, level, node

    def process(self, rule, arguments):
        """Do one primitive, and leave a node."""
        require_open(self.level)
        primals, parents, places = list(arguments), [], []
        for i, argument in enumerate(arguments):
            if type(argument) is Recorded and argument.level == self.level:
                primals[i] = argument.primal
                parents.append(argument.node)
                places.append(i)
        y = rule.function(*primals)
        return Recorded(y, self.level, Node(parents, places, rule, y, primals))


def record(f, primals):
    """Run f on recorded arrays.

    Args:
        f: Function of arrays or trees.
        primals: Tuple of its arguments.

    Returns:
        y: (...) value of f, an array or a tree, no longer recorded.
        outputs: List of nodes, one for each array in y, constants too.
        inputs: List of the nodes of the arrays in primals.
    """
    require_floats(primals, "a primal")
    xs, structure = flatten(primals)
    inputs = [Node(y=x) for x in xs]
    with new_level() as level:
        recorded = [Recorded(x, level, node) for x, node in zip(xs, inputs)]
        ys, structure = flatten(f(*unflatten(structure, recorded)))
    outputs = []
    for k, y in enumerate(ys):
        mine = isinstance(y, Recorded) and y.level == level
        ys[k] = y.primal if mine else y
        outputs.append(y.node if mine else Node(y=y))
    return unflatten(structure, [tidy(y, y) for y in ys]), outputs, inputs


def order(nodes):
    """List all nodes that some nodes rest on, each before its parents.

    Args:
        nodes: List of nodes to start from, which are listed as well; it
            may name one twice, or one that another of its nodes uses.

    Returns:
        ordered: List of nodes, each one once. A node comes after every
            node of the list that has it as a parent.

    Cost:
        Each node and each parent is looked at once.

    Example:
        >>> a = Node()
        >>> b = Node([a])
        >>> c = Node([a, b])
        >>> [[a, b, c].index(node) for node in order([c])]
        [2, 1, 0]
    """
    raise NotImplementedError(
        "ps5-order: replace this statement by your answer"
    )


def backward(nodes, y_bars):
    """Pull cotangents of some nodes back to the inputs.

    node.vjp(y_bar) returns a cotangent for each of node.parents.
    Nothing is changed, so the same nodes can be pulled back through again.

    Args:
        nodes: List of output nodes; the same node may stand there twice.
        y_bars: List of cotangents, one for each of them.

    Returns:
        bars: Dictionary from nodes to cotangents, with all inputs reached.

    Cost:
        One call of node.vjp for each node with parents.
    """
    raise NotImplementedError(
        "ps5-backward: replace this statement by your answer"
    )


def vjp(f, *primals):
    """Evaluate f, and return its pullback there.

    Args:
        f: Function of arrays, or of trees of arrays; it returns either.
        *primals: Nested arrays, the arguments of f.

    Returns:
        y: (...) value of f, an array or a tree.
        pullback: Function from y_bar, like y, to a tuple of cotangents,
            one like each argument of f. It can be called again.

    Raises:
        TypeError: If primals are no floats.

    Cost:
        One run of f; then a small multiple of one run per pullback.

    Example:
        >>> y, pullback = vjp(lambda x: x * x, np.array([3.0]))
        >>> pullback(np.array([1.0]))
        (array([6.]),)
    """
    raise NotImplementedError(
        "ps5-vjp: replace this statement by your answer"
    )
    return y, quiet(pullback)


def value_and_grad(f, argnums=0):
    """Make a function that returns the value of f and its gradient.

    Args:
        f: Function to a number: its value has shape ().
        argnums: () number of the argument to differentiate, or a tuple.

    Returns:
        evaluate: Function with the arguments of f, to a pair: the value,
            and the gradient, like the argument, or a tuple of gradients.

    Raises:
        TypeError: If the value of f is no number.

    Cost:
        A small multiple of one run of f, however many inputs there are.

    Example:
        >>> value_and_grad(lambda x: np.sum(x**2))(np.array([1.0, 2.0]))
        (np.float64(5.0), array([2., 4.]))
    """

    def evaluate(*arguments, **keywords):
        g, xs = select(f, argnums, arguments, keywords)
        raise NotImplementedError(
            "ps5-grad: replace this statement by your answer"
        )

    return evaluate


def grad(f, argnums=0):
    """Make a function that returns the gradient of f.

    Args:
        f: Function to a number: its value has shape ().
        argnums: () number of the argument to differentiate, or a tuple.

    Returns:
        gradient: Function with the arguments of f, to what
            value_and_grad returns beside the value.

    Example:
        >>> print(grad(grad(np.sin))(1.0).round(4))
        -0.8415
    """
    raise NotImplementedError(
        "ps5-grad: replace this statement by your answer"
    )


def jacrev(f, argnums=0):
    """Make a function that returns the Jacobian of f, row by row.

    Args:
        f: Function of arrays or trees.
        argnums: () number of the argument to differentiate, or a tuple.

    Returns:
        jacobian: Function with the arguments of f. It returns what that
            of jacfwd returns: an array of shape f(x).shape + x.shape.

    Cost:
        One run of f; one pullback for each entry of the output.

    Example:
        >>> print(jacrev(lambda x: x[:1] * x[1])(np.array([3.0, 4.0])))
        [[4. 3.]]
    """

    def jacobian(*arguments, **keywords):
        g, xs = select(f, argnums, arguments, keywords)
        y, pullback = vjp(g, *xs)
        shapes = [shape_of(leaf) for leaf in flatten(y)[0]]
        raise NotImplementedError(
            "ps5-jacrev: replace this statement by your answer"
        )
        return nest(y, xs[0] if isinstance(argnums, int) else xs, block)

    return jacobian
