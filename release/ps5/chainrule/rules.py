"""Rules for single functions: how one pushes tangents or pulls cotangents.

A JVP rule goes along with the program and turns x_dot into y_dot = J x_dot.
A VJP rule goes against it and turns y_bar into x_bar = J^T y_bar. No rule
builds J: it knows what J does, and that is much less to store.

Assignment: ps2.
"""

import numpy as np


def toy(x, A):
    """Evaluate the toy function of ps2: y = x^2, z = sin y, two outputs.

    Args:
        x: (n,) input.
        A: (m, n) matrix.

    Returns:
        u: (n,) first output, y + z.
        t: (m,) second output, A z.

    Example:
        >>> A = np.array([[0.0, 2.0, -1.0], [3.0, 1.5, 2.0]])
        >>> u, t = toy(np.array([1.0, 2.0, -1.0]), A)
        >>> print(u.round(8), t.round(8))
        [1.84147098 3.2431975  1.84147098] [-2.35507598  3.07215118]
    """
    y = x**2
    z = np.sin(y)
    return y + z, A @ z


def toy_jvp(x, A, x_dot):
    """Push a tangent of x through the toy function; A stays fixed.

    Args:
        x: (n,) point.
        A: (m, n) matrix.
        x_dot: (n,) tangent of x.

    Returns:
        u_dot: (n,) tangent of the first output.
        t_dot: (m,) tangent of the second output.

    Cost:
        One line of tangents for each line of toy.

    Example:
        >>> x, A = np.array([1.0, 2.0]), np.eye(2)
        >>> u_dot, t_dot = toy_jvp(x, A, np.array([1.0, 0.0]))
        >>> print(u_dot.round(4), t_dot.round(4))
        [3.0806 0.    ] [1.0806 0.    ]
    """
    y, y_dot = x**2, 2 * x * x_dot
    z_dot = np.cos(y) * y_dot
    return y_dot + z_dot, A @ z_dot


def toy_vjp(x, A, cotangents):
    """Pull cotangents of both outputs back to x; A stays fixed.

    Args:
        x: (n,) point.
        A: (m, n) matrix.
        cotangents: Pair (u_bar, t_bar) of shapes (n,) and (m,). Both
            are left unchanged, like every other argument.

    Returns:
        x_bar: (n,) cotangent of x.

    Cost:
        One forward sweep that keeps y, one backward sweep.

    Example:
        >>> x, A = np.array([1.0, 2.0]), np.eye(2)
        >>> u_bar, t_bar = np.array([1.0, 0.0]), np.array([0.0, 0.0])
        >>> print(toy_vjp(x, A, (u_bar, t_bar)).round(4))
        [3.0806 0.    ]
    """
    u_bar, t_bar = cotangents
    y = x**2
    z_bar = u_bar + A.T @ t_bar
    y_bar = u_bar + np.cos(y) * z_bar
    return 2 * x * y_bar


def exp_jvp(x, x_dot):
    """Evaluate exp entry by entry and push a tangent through it.

    Args:
        x: (...) point.
        x_dot: (...) tangent, of the shape of x.

    Returns:
        y: (...) exp of x.
        y_dot: (...) tangent of y.

    Cost:
        One evaluation of exp.

    Example:
        >>> print(exp_jvp(np.array([0.0]), np.array([3.0])))
        (array([1.]), array([3.]))
    """
    y = np.exp(x)
    return y, y * x_dot


def exp_vjp(x):
    """Evaluate exp entry by entry and return its pullback there.

    Args:
        x: (...) point.

    Returns:
        y: (...) exp of x.
        pullback: Function from y_bar: (...) to x_bar: (...); it leaves
            y_bar unchanged and can be called any number of times.

    Cost:
        One evaluation of exp, now; none when the pullback is called.

    Example:
        >>> y, pullback = exp_vjp(np.array([0.0]))
        >>> print(pullback(np.array([3.0])))
        [3.]
    """
    y = np.exp(x)
    return y, lambda y_bar: y_bar * y


def tanh_jvp(x, x_dot):
    """Evaluate tanh entry by entry and push a tangent through it.

    Args:
        x: (...) point.
        x_dot: (...) tangent, of the shape of x.

    Returns:
        y: (...) tanh of x.
        y_dot: (...) tangent of y.

    Cost:
        One evaluation of tanh.

    Example:
        >>> print(tanh_jvp(np.array([0.0]), np.array([3.0])))
        (array([0.]), array([3.]))
    """
    y = np.tanh(x)
    return y, (1 - y**2) * x_dot


def tanh_vjp(x):
    """Evaluate tanh entry by entry and return its pullback there.

    Args:
        x: (...) point.

    Returns:
        y: (...) tanh of x.
        pullback: Function from y_bar: (...) to x_bar: (...); it leaves
            y_bar unchanged and can be called any number of times.

    Cost:
        One evaluation of tanh, now; none when the pullback is called.

    Example:
        >>> y, pullback = tanh_vjp(np.array([0.0]))
        >>> print(pullback(np.array([3.0])))
        [3.]
    """
    y = np.tanh(x)
    return y, lambda y_bar: y_bar * (1 - y**2)


def sum_to_shape(y_bar, shape):
    """Pull a cotangent back through broadcasting.

    NumPy broadcasts an x of the given shape to the shape of y_bar: it adds
    axes in front and stretches axes of length 1, both by copying. The
    transpose of copying is summing.

    Args:
        y_bar: (...) cotangent of the broadcast array, itself an array.
        shape: Shape of x before broadcasting, a tuple; () for a number.

    Returns:
        x_bar: (...) array of that shape; a number or an array for ().

    Example:
        >>> print(sum_to_shape(np.ones((4, 3)), (3,)))
        [4. 4. 4.]
        >>> print(sum_to_shape(np.ones((4, 3)), (4, 1)).shape)
        (4, 1)
    """
    x_bar = y_bar.sum(axis=tuple(range(y_bar.ndim - len(shape))))
    stretched = tuple(
        axis
        for axis, length in enumerate(shape)
        if length == 1 and x_bar.shape[axis] != 1
    )
    return x_bar.sum(axis=stretched, keepdims=True)
