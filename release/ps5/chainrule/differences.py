"""Derivatives from values alone: difference quotients and the Taylor test.

Near x a smooth f is a value, a linear map and a remainder:
f(x + h v) = f(x) + h J v + r(h). A difference quotient reads J v off this
line; the forward one is wrong by r(h) / h. A claimed J v is right exactly
when r(h) shrinks faster than h; for smooth f, at least as fast as h^2.

Assignment: ps1.
"""

import numpy as np


def directional_difference(f, x, v, h, method):
    """Approximate J v, the derivative of f at x along v, by one quotient.

    Forward looks one step ahead: (f(x + h v) - f(x)) / h. Central looks h
    ahead and h back. Complex steps to x + 1j * h * v, where h J v is the
    imaginary part to first order. Derived in ps1, jacobians.ipynb.

    Args:
        f: Function from (...) to any shape; for "complex" it must accept
            complex numbers and have a Taylor series there.
        x: (...) point, also a single number; it is left as it is.
        v: (...) direction, of the shape of x; it is left as it is.
        h: () step size, positive; it may be large, and as tiny as 1e-100
            for "complex".
        method: "forward", "central" or "complex".

    Returns:
        y_dot: Array of the shape of f(x), real.

    Raises:
        ValueError: If method is none of the three.

    Cost:
        Two runs of f for forward and central, one for complex.

    Example:
        >>> f = lambda x: x[0] * x[1]
        >>> x, v = np.array([3.0, 4.0]), np.array([1.0, 2.0])
        >>> print(round(directional_difference(f, x, v, 1e-5, "central"), 6))
        10.0

    Source:
        Squire and Trapp (1998), Using Complex Variables to Estimate
        Derivatives of Real Functions, SIAM Review 40(1).
    """
    if method == "forward":
        return (f(x + h * v) - f(x)) / h
    if method == "central":
        return (f(x + h * v) - f(x - h * v)) / (2 * h)
    if method == "complex":
        return np.imag(f(x + 1j * h * v)) / h
    raise ValueError(
        f"method is {method!r}, expected 'forward', 'central' or 'complex'"
    )


def numerical_jacobian(f, x):
    """Approximate the Jacobian of f at x, one input entry at a time.

    Entry J[i, j] is how fast output i changes with input j. If x and f(x)
    have several axes, the axes of f(x) come first, those of x last. A
    central quotient with a step of 1e-5 is good to about nine digits (ps1,
    differences.ipynb); an error below 1e-5 of the largest entry is small
    enough.

    Args:
        f: Function of real numbers, from (...) to any shape. It may use
            abs or norms, and may return a view of its argument.
        x: (...) point with entries of size about 1, at least one of them;
            of any shape, () too, and any real dtype: integers and
            float32 are turned into float64. It is left as it is.

    Returns:
        jacobian: Array of shape f(x).shape + x.shape, float64.

    Cost:
        For n input entries, n + 1 runs of f by forward differences and
        2 n by central ones, however many outputs there are. More than
        4 n + 4 runs are too many.

    Example:
        >>> J = numerical_jacobian(lambda x: x[:1] * x[1], np.array([3, 4]))
        >>> print(J.shape, J.round(6))
        (1, 2) [[4. 3.]]
    """
    x = np.array(x, dtype=float)
    h = np.cbrt(np.finfo(float).eps)
    columns = []
    for index in np.ndindex(x.shape):
        step = np.zeros_like(x)
        step[index] = h
        change = np.asarray(f(x + step)) - np.asarray(f(x - step))
        columns.append(change / (2 * h))
    return np.stack(columns, axis=-1).reshape(columns[0].shape + x.shape)


def taylor_slope(f, df, x, v):
    """Measure how fast the first-order remainder of f shrinks with h.

    The remainder is r(h) = ||f(x + h v) - f(x) - h df(x, v)||, the square
    root of the sum of squares over all entries. Take nine steps h, evenly
    spaced on a log axis from 1e-4 to 1e-2, and fit a straight line to
    log r against log h by least squares. The slope is 2 when df is right
    and f bends along v; it is 1 when df is wrong by much more than h. A
    slope in between says wrong as well, or that f is not smooth.

    Args:
        f: Function from (...) to any shape. Its remainders are 0 at all
            nine steps or at none.
        df: Function from (...), (...) to the shape of f(x): the claimed
            derivative of f at its first argument along its second.
        x: (...) point, float64.
        v: (...) direction, of the shape of x, float64.

    Returns:
        slope: () slope of the line, a real number of any size; np.inf if
            no remainder exceeds 1e-12 * max(1, ||f(x)||), so that nothing
            but round-off is left.

    Cost:
        Ten runs of f and one of df.

    Example:
        >>> right = lambda x, v: np.cos(x) * v
        >>> print(round(taylor_slope(np.sin, right, 1.0, 1.0), 2))
        2.0
        >>> print(round(taylor_slope(np.sin, lambda x, v: v, 1.0, 1.0), 1))
        1.0
    """
    steps = np.logspace(-4, -2, 9)
    y, y_dot = f(x), df(x, v)
    remainders = [
        np.linalg.norm(np.ravel(f(x + h * v) - y - h * y_dot)) for h in steps
    ]
    if max(remainders) <= 1e-12 * max(1, np.linalg.norm(np.ravel(y))):
        return np.inf
    return np.polyfit(np.log(steps), np.log(remainders), 1)[0]
