"""The table of what the engine can differentiate, and the refusal.

NumPy hands every call on a traced array to the engine, which looks the
function up here. A primitive has a rule: how to push a tangent and how to
pull a cotangent, for each argument. Any other function is rewritten as a
program of primitives. What is in the table as neither is refused, since a
derivative that is dropped in silence is worse than an error.

Assignment: given.
"""

import inspect

TABLE = {}
IN_PLACE = ("np.copyto", "np.put", "np.place", "np.putmask")


class Rule:
    """A primitive: a function, and two rules for each of its arguments.

    Rule i of jvp takes (x_dot, y, *arguments): a tangent of argument i,
    the output y = function(*arguments), and the arguments. It returns
    what x_dot contributes to y_dot. Rule i of vjp takes (y_bar, y,
    *arguments) and returns x_bar, the cotangent of argument i. Both are
    written with NumPy's functions, so they can be differentiated, too.

    Args:
        name: Text that errors call it.
        function: Function that evaluates it.
        jvp: Sequence of rules, one for each argument.
        vjp: Sequence of rules, one for each argument.
    """

    def __init__(self, name, function, jvp=(), vjp=()):
        self.name, self.function = name, function
        self.jvp, self.vjp = jvp, vjp

    known = frozenset()  # keywords: a primitive has none

    def __repr__(self):
        return self.name


class Each:
    """A sequence of rules, as many as there are arguments.

    Args:
        rule: Function like a rule, whose first argument is the number of
            the argument to differentiate.

    Example:
        >>> Each(lambda i, y_bar, y: y_bar[i])[2]([5.0, 6.0, 7.0], None)
        7.0
    """

    def __init__(self, rule):
        self.rule = rule

    def __getitem__(self, i):
        return lambda *arguments: self.rule(i, *arguments)


def register(function, jvp, vjp):
    """Enter one of NumPy's functions into the table, with its rules."""
    TABLE[function] = Rule(function.__name__, function, jvp, vjp)


def rewrite(*functions):
    """Enter a program that stands for some of NumPy's functions.

    Example:
        >>> @rewrite(abs)
        ... def program(x):
        ...     return max(x, -x)
        >>> TABLE.pop(abs)(-3)
        3
    """

    def enter(program):
        program.__qualname__ = name_of(functions[0])
        program.known = frozenset(inspect.signature(program).parameters)
        for function in functions:
            TABLE[function] = program
        return program

    return enter


def name_of(function):
    """Return NumPy's name of a function, for errors."""
    module = getattr(function, "__module__", None) or "numpy"
    name = getattr(function, "__name__", function)
    return f"{module.replace('numpy', 'np')}.{name}"


def find(function):
    """Return the rule or the program of one of NumPy's functions.

    Raises:
        TypeError: If it has none.
    """
    try:
        return TABLE[function]
    except KeyError:
        raise TypeError(refusal(name_of(function))) from None


def refusal(name):
    """Say what to do about a function that is not in the table."""
    if name in IN_PLACE:
        return (
            f"{name} changes an array in place. Build a new one with "
            "np.where, np.concatenate or np.stack"
        )
    return (
        f"{name} has no rule. Write it with functions that have one "
        "(see chainrule/engine), or register it with "
        "chainrule.reverse.primitive (third notebook of problem set 5)"
    )
