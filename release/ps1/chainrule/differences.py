"""Derivatives from values alone: difference quotients and the Taylor test.

Near x a smooth f is a value, a linear map and a remainder:
f(x + h v) = f(x) + h J v + r(h). A difference quotient reads J v off this
line and is wrong by r(h) / h. A claimed J v is right exactly when r(h)
shrinks faster than h; for smooth f it shrinks like h^2.

Assignment: ps1.
"""

import numpy as np


def directional_difference(f, x, v, h, method):
    """Approximate J v, the derivative of f at x along v, by one quotient.

    Forward looks one step ahead: (f(x + h v) - f(x)) / h. Central looks h
    ahead and h back. Complex steps to x + 1j * h * v, where i h J v is
    the imaginary part to first order. Derived in ps1, section 2.

    Args:
        f: Function from (...) to any shape; for "complex" it must accept
            complex numbers.
        x: (...) point.
        v: (...) direction, of the shape of x.
        h: () step size, positive.
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
    raise NotImplementedError(
        "ps1-directional: replace this statement by your answer"
    )


def numerical_jacobian(f, x):
    """Approximate the Jacobian of f at x, one input entry at a time.

    Entry [i, j] is how fast output i changes with input j, where i and j
    are whole indices: J[i + j] when x or f(x) have several axes. Choose
    the quotient and its step so that the relative error is below 1e-5.

    Args:
        f: Function of real numbers, from (...) to any shape. It may use
            abs or norms, and may return a view of its argument.
        x: (...) point with entries of size about 1, of any shape, () too,
            and of any real dtype. It is left unchanged.

    Returns:
        jacobian: Array of shape f(x).shape + x.shape, float64.

    Cost:
        For n input entries, n + 1 runs of f by forward differences and
        2 n by central ones, however many outputs there are.

    Example:
        >>> J = numerical_jacobian(lambda x: x[:1] * x[1], np.array([3, 4]))
        >>> print(J.shape, J.round(6))
        (1, 2) [[4. 3.]]
    """
    raise NotImplementedError(
        "ps1-numerical-jacobian: replace this statement by your answer"
    )


def taylor_slope(f, df, x, v):
    """Measure how fast the first-order remainder of f shrinks with h.

    The remainder is r(h) = ||f(x + h v) - f(x) - h df(x, v)||, the square
    root of the sum of squares over all entries. Take nine steps h, evenly
    spaced on a log axis from 1e-4 to 1e-2, and fit a straight line to
    log r against log h by least squares. The slope is 2 when df is right
    and f bends along v; it is 1 when df is wrong.

    Args:
        f: Function from (...) to any shape.
        df: Function from (...), (...) to the shape of f(x): the claimed
            derivative of f at its first argument along its second.
        x: (...) point.
        v: (...) direction, of the shape of x.

    Returns:
        slope: () slope of the line; np.inf if no remainder exceeds
            1e-12 * max(1, ||f(x)||), so that nothing but round-off is left.

    Cost:
        Ten runs of f and one of df.

    Example:
        >>> right = lambda x, v: np.cos(x) * v
        >>> print(round(taylor_slope(np.sin, right, 1.0, 1.0), 2))
        2.0
        >>> print(round(taylor_slope(np.sin, lambda x, v: v, 1.0, 1.0), 1))
        1.0
    """
    raise NotImplementedError(
        "ps1-taylor: replace this statement by your answer"
    )