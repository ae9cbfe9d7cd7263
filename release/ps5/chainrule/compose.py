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
    for function in functions:
        x, x_dot = function.jvp(x, x_dot)
    return x, x_dot


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
    pullbacks = []
    for function in functions:
        x, pull = function.vjp(x)
        pullbacks.append(pull)

    def pullback(y_bar):
        for pull in reversed(pullbacks):
            y_bar = pull(y_bar)
        return y_bar

    return x, pullback


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
    columns = [jvp(x, x_dot)[1] for x_dot in np.eye(len(x))]
    return np.stack(columns, axis=1)


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
    y, pullback = vjp(x)
    return np.stack([pullback(y_bar) for y_bar in np.eye(len(y))])


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
    close = lambda a, b, part: np.all(abs(a - b) <= part * np.max(abs(b)))
    rng = np.random.default_rng(0)
    for at in (x.copy(), x + 0.05 * rng.uniform(-1, 1, x.shape)):
        y, x_dot = f(at.copy()), rng.normal(size=x.shape)
        y_bar, h = rng.normal(size=y.shape), 1e-5
        given = [at.copy(), x_dot.copy(), y_bar.copy()]
        (y1, y_dot), (y2, pullback) = jvp(at, x_dot), vjp(at)
        y_dot, x_bar = np.array(y_dot), np.array(pullback(y_bar))
        require(np.shape(y1) == np.shape(y2) == y.shape, "value")
        require(close(y1, y, 1e-9) and close(y2, y, 1e-9), "value")
        require(np.shape(y_dot) == y.shape, "shape")
        require(x_bar.shape == x.shape, "shape")
        held = zip(given, (at, x_dot, y_bar))
        require(all(np.array_equal(a, b) for a, b in held), "unchanged")
        require(close(jvp(at, x_dot)[1], y_dot, 1e-9), "repeat")
        require(close(pullback(y_bar), x_bar, 1e-9), "repeat")
        require(close(vjp(at)[1](y_bar), x_bar, 1e-9), "repeat")
        quotient = (f(at + h * x_dot) - f(at - h * x_dot)) / (2 * h)
        require(close(y_dot, quotient, 1e-6), "difference")
        ahead, back = y_bar * y_dot, x_bar * x_dot
        size = np.sum(abs(ahead)) + np.sum(abs(back))
        require(abs(ahead.sum() - back.sum()) <= 1e-9 * size, "pairing")
    return True
