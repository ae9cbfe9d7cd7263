"""Compose rules: push through a chain, pull back through it, and check.

Each function of a chain knows its own two rules and nothing of the others.
A tangent passes them first to last, a cotangent last to first, each at the
input that this function really had. What comes out is a product with the
Jacobian of the whole chain, which nobody ever built.

Assignment: ps2.
"""

from collections import namedtuple

import numpy as np

Primitive = namedtuple("Primitive", ["apply", "jvp", "vjp"])
Primitive.__doc__ = """A function with its two rules.

apply(x) -> y, jvp(x, x_dot) -> (y, y_dot) and vjp(x) -> (y, pullback),
where pullback(y_bar) -> x_bar.
"""


def jvp_chain(functions, x, x_dot):
    """Evaluate a chain of functions and push a tangent through it.

    Args:
        functions: List of Primitive; the first one is applied first. An
            empty list is the identity.
        x: (...) point.
        x_dot: (...) tangent, of the shape of x.

    Returns:
        y: (...) value of the chain.
        y_dot: (...) its tangent.

    Cost:
        One jvp of each function.

    Example:
        >>> double = Primitive(
        ...     lambda x: 2 * x,
        ...     lambda x, x_dot: (2 * x, 2 * x_dot),
        ...     lambda x: (2 * x, lambda y_bar: 2 * y_bar),
        ... )
        >>> jvp_chain([double, double], 3.0, 1.0)
        (12.0, 4.0)
    """
    raise NotImplementedError(
        "ps2-jvp-chain: replace this statement by your answer"
    )


def vjp_chain(functions, x):
    """Evaluate a chain of functions and return its pullback.

    Args:
        functions: List of Primitive; the first one is applied first. An
            empty list is the identity.
        x: (...) point.

    Returns:
        y: (...) value of the chain.
        pullback: Function from y_bar, of the shape of y, to x_bar, of the
            shape of x. It can be called any number of times.

    Cost:
        About one vjp of each function, and one pullback of each per call.

    Example:
        >>> double = Primitive(
        ...     lambda x: 2 * x,
        ...     lambda x, x_dot: (2 * x, 2 * x_dot),
        ...     lambda x: (2 * x, lambda y_bar: 2 * y_bar),
        ... )
        >>> y, pullback = vjp_chain([double, double], 3.0)
        >>> y, pullback(1.0)
        (12.0, 4.0)
    """
    raise NotImplementedError(
        "ps2-vjp-chain: replace this statement by your answer"
    )


def jacobian_by_columns(jvp, x):
    """Build a Jacobian from Jacobian-vector products.

    Args:
        jvp: Function from x, x_dot, both (n,), to (y, y_dot), both (m,).
        x: (n,) point, n at least 1.

    Returns:
        jacobian: (m, n) array.

    Cost:
        n calls of jvp.

    Example:
        >>> jvp = lambda x, x_dot: (x[:1] * x[1:],
        ...                         x_dot[:1] * x[1:] + x[:1] * x_dot[1:])
        >>> print(jacobian_by_columns(jvp, np.array([3.0, 4.0])))
        [[4. 3.]]
    """
    raise NotImplementedError(
        "ps2-columns-rows: replace this statement by your answer"
    )


def jacobian_by_rows(vjp, x):
    """Build a Jacobian from vector-Jacobian products.

    Args:
        vjp: Function from x: (n,) to (y, pullback); y is (m,), and
            pullback takes y_bar: (m,) to x_bar: (n,).
        x: (n,) point; m is at least 1.

    Returns:
        jacobian: (m, n) array.

    Cost:
        One call of vjp and m calls of its pullback.

    Example:
        >>> vjp = lambda x: (x[:1] * x[1:], lambda u: u * x[::-1])
        >>> print(jacobian_by_rows(vjp, np.array([3.0, 4.0])))
        [[4. 3.]]
    """
    raise NotImplementedError(
        "ps2-columns-rows: replace this statement by your answer"
    )


def require(holds, name):
    """Raise an AssertionError that starts with a name, or do nothing.

    Args:
        holds: () whether the property holds.
        name: Text that names the property.

    Returns:
        nothing: None, if it holds.

    Raises:
        AssertionError: If it does not.
    """
    if not holds:
        raise AssertionError(f"{name} does not hold")


def check_derivatives(f, jvp, vjp, x):
    """Check the rules of f at x, and near x, by six properties.

    In this order, and named by the first word of the message:
    "value": jvp and vjp return f(x) beside their derivative.
    "shape": y_dot has the shape of f(x), x_bar that of x.
    "unchanged": x, x_dot and y_bar hold afterwards what they held before.
    "repeat": the same call gives the same answer again.
    "difference": y_dot agrees with a central difference of f.
    "pairing": sum(y_bar * y_dot) equals sum(x_bar * x_dot).
    Values that agree up to round-off are equal, be they 1e8 or 1e-9.

    Args:
        f: Function from (...) to (...), float64 arrays with at least one
            axis and one entry, smooth within 0.1 of every entry of x.
        jvp: Claimed rule, from x, x_dot to (y, y_dot).
        vjp: Claimed rule, from x to (y, pullback).
        x: (...) point with entries of size about 1.

    Returns:
        verdict: True if all six hold, at x and at another point near x.

    Raises:
        AssertionError: If a property fails; its message starts with the
            property's name, as that of require does.

    Example:
        >>> f = lambda x: 2 * x
        >>> jvp = lambda x, x_dot: (2 * x, 2 * x_dot)
        >>> vjp = lambda x: (2 * x, lambda y_bar: 2 * y_bar)
        >>> check_derivatives(f, jvp, vjp, np.array([1.0, -2.0]))
        True
    """
    raise NotImplementedError(
        "ps2-exam: replace this statement by your answer"
    )