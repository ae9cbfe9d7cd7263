"""Make a primitive of any function, by giving it rules.

The engine does not look into a primitive: it evaluates the function on
plain arrays and differentiates by the rules. Most of the engine's own
primitives that are no single NumPy function are made in this way, and so
are those of anyone who uses the engine.

Assignment: given.
"""

import functools
import inspect

from chainrule.engine.table import Rule
from chainrule.engine.traced import Traced, apply


class Rules(tuple):
    """The rules of one primitive in one mode; a missing one is an error."""

    def __new__(cls, name, mode, rules):
        """Remember whose rules they are, for the error."""
        made = super().__new__(cls, rules)
        made.name, made.mode = name, mode
        return made

    def __getitem__(self, i):
        if i < len(self) and self.at(i) is not None:
            return self.at(i)
        way = "forward" if self.mode == "jvp" else "reverse"
        raise TypeError(
            f"{self.name} has no {self.mode} rule for argument {i}, which "
            f"{way} mode needs: give it one with {self.name}.def{self.mode}"
        )

    at = tuple.__getitem__


class Input:
    """What stands in the place of a rule where nothing was done."""

    name = "input"

    @property
    def vjp(self):
        """Say that there is nothing to call."""
        raise TypeError(
            "an input has no rule: call node.vjp only for nodes with parents"
        )


INPUT = Input()


def primitive(function):
    """Make a primitive of a function; use it as a decorator.

    Give it rules with defjvp and defvjp, one for each argument from the
    first one on: a jvp rule takes (x_dot, y, *arguments) and returns what
    this tangent contributes to y_dot; a vjp rule takes (y_bar, y,
    *arguments) and returns x_bar, shaped like x. Here y is the output of
    the function, already computed. Write the rules with NumPy's
    functions, and they can be differentiated again.

    Args:
        function: Function of arrays, which returns one array. It is
            called with plain arrays, so anything may happen inside.

    Returns:
        primitive: Function that does the same, and can be differentiated.

    Example:
        >>> @primitive
        ... def double(x):
        ...     return 2 * x
        >>> double.defvjp(lambda y_bar, y, x: 2 * y_bar)
        >>> double(4.0)
        8.0
    """
    name = function.__name__
    rule = Rule(name, function, Rules(name, "jvp", ()), Rules(name, "vjp", ()))
    signature = inspect.signature(function)

    @functools.wraps(function)
    def dispatching(*arguments, **keywords):
        if keywords:
            arguments = signature.bind(*arguments, **keywords).args
        for argument in arguments:
            if isinstance(argument, Traced):
                return apply(rule, arguments)
        return function(*arguments)

    def defjvp(*rules):
        rule.jvp = Rules(name, "jvp", rules)

    def defvjp(*rules):
        rule.vjp = Rules(name, "vjp", rules)

    rule.function = dispatching  # at a lower level it is a primitive, too
    dispatching.rule = rule
    dispatching.defjvp, dispatching.defvjp = defjvp, defvjp
    return dispatching
