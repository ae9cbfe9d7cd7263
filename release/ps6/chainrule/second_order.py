"""Second derivatives from first ones, and linear systems without matrices.

A Hessian is the Jacobian of a gradient, and one product with it costs a
few runs of the function. Whoever can multiply can solve: conjugate
gradients and fixed-point iterations need products, never entries.

Assignment: ps6.
"""

import numpy as np

from chainrule.forward import jacfwd, jvp
from chainrule.reverse import grad, vjp


def hessian(f):
    """Turn a scalar function into the function that returns its Hessian.

    Args:
        f: Function from an array to (), made of NumPy's functions.

    Returns:
        hessian_of_f: Function from x: (...) to an array of shape
            x.shape + x.shape. Entry [i, j] says how slope i of f changes
            with x[j]; for x of shape (n,) this is the (n, n) matrix.

    Example:
        >>> print(hessian(lambda x: x[0] ** 2 * x[1])(np.array([3.0, 5.0])))
        [[10.  6.]
         [ 6.  0.]]
    """
    raise NotImplementedError(
        "ps6-hessian: replace this statement by your answer"
    )


def hvp(f, primals, tangents):
    """Multiply the Hessian of f by a tangent: forward over reverse.

    Args:
        f: Function from one argument to ().
        primals: Tuple (x,) of the point: an array, or arrays nested in
            tuples, as a network's parameters are.
        tangents: Tuple (x_dot,) of the direction, shaped like x.

    Returns:
        product: (...) H x_dot, shaped and nested like x.

    Cost:
        A few runs of f, whatever the size of x. No matrix is formed.

    Example:
        >>> x, x_dot = np.array([3.0, 5.0]), np.array([1.0, 10.0])
        >>> print(hvp(lambda x: x[0] ** 2 * x[1], (x,), (x_dot,)))
        [70.  6.]
    """
    raise NotImplementedError(
        "ps6-hvp: replace this statement by your answer"
    )


def hvp_reverse_over_forward(f, primals, tangents):
    """Multiply the Hessian by a tangent: the gradient of a slope.

    The slope of f along x_dot is a number, <gradient of f at x, x_dot>.
    One push computes it. It depends on x, so it has a gradient.

    Args:
        f: Function from one argument to ().
        primals: Tuple (x,), as for hvp.
        tangents: Tuple (x_dot,), shaped like x.

    Returns:
        product: (...) gradient of the slope, shaped and nested like x.

    Cost:
        One push inside one sweep backward. No matrix is formed.
    """
    raise NotImplementedError(
        "ps6-ways: replace this statement by your answer"
    )


def hvp_reverse_over_reverse(f, primals, tangents):
    """Pull a vector back through the gradient: reverse over reverse.

    With J the Jacobian of grad(f) this is J^T x_dot.

    Args:
        f: Function from one argument to ().
        primals: Tuple (x,), as for hvp.
        tangents: Tuple (x_dot,), shaped like x; here it is a cotangent.

    Returns:
        product: (...) J^T x_dot, shaped and nested like x.

    Cost:
        One sweep backward through another one. No matrix is formed.
    """
    raise NotImplementedError(
        "ps6-ways: replace this statement by your answer"
    )


def largest_eigenvalue(product, v, steps):
    """Find the eigenvalue of largest size of a symmetric matrix.

    Power iteration: multiply, divide by the length, repeat.

    Args:
        product: Function from v: (n,) to (n,), the product with the
            matrix.
        v: (n,) start, not zero and of any length; left unchanged.
        steps: () how often to multiply, one or more.

    Returns:
        value: () v^T (H v) for the last v of length 1 that was
            multiplied: positive or negative.
        v: (n,) the normalized last product, to start from next time.

    Cost:
        Exactly `steps` products.

    Example:
        >>> stretch = lambda v: np.array([3.0, 1.0]) * v
        >>> print(largest_eigenvalue(stretch, np.array([2.0, 0.0]), 1))
        (np.float64(3.0), array([1., 0.]))
    """
    raise NotImplementedError(
        "ps6-sharpness: replace this statement by your answer"
    )


def conjugate_gradients(product, b, steps, tolerance=1e-10):
    """Solve H s = b for symmetric H, given only products with H.

    Starts at s = 0 with the residual r = b and the direction p = b. If H
    curves a direction down, p^T H p <= 0, there is no lowest point to
    walk to: then return s as it is, or b if this is the first direction.

    Args:
        product: Function from p: (n,) to H p: (n,).
        b: (n,) right-hand side; left unchanged.
        steps: () most products that may be taken.
        tolerance: () stop once |r| <= tolerance |b|.

    Returns:
        s: (n,) solution, or as far as the steps led.

    Cost:
        One product a step, and none once the residual is small. With k
        different eigenvalues, k steps are enough.

    Example:
        >>> diagonal = np.array([1.0, 4.0])
        >>> print(conjugate_gradients(lambda p: diagonal * p, np.ones(2), 2))
        [1.   0.25]
    """
    raise NotImplementedError(
        "ps6-cg: replace this statement by your answer"
    )


def newton_cg(f, x, steps):
    """Minimize f by Newton's method with Hessian-vector products.

    Each step solves H s = -gradient by conjugate gradients (at most 2 n
    products, tolerance 1e-10), and moves to x + t s with the first t of
    1, 1/2, 1/4, ... for which f(x + t s) <= f(x) + 1e-4 t <gradient, s>.

    Args:
        f: Function from (n,) to ().
        x: (n,) start; left unchanged.
        steps: () number of Newton steps.

    Returns:
        x: (n,) last point.
        values: (steps + 1,) f at every point, the start included. They
            never grow.

    Cost:
        No matrix is formed: n may be a million.

    Example:
        >>> bowl = lambda x: 3 * x[0] ** 2 + (x[1] - x[0]) ** 2
        >>> x, values = newton_cg(bowl, np.array([1.0, 3.0]), 1)
        >>> bool(np.max(np.abs(x)) < 1e-12), values[0]
        (True, np.float64(7.0))
    """
    raise NotImplementedError(
        "ps6-newton: replace this statement by your answer"
    )


def fixed_point_vjp(f, theta, x, x_bar, steps=200):
    """Pull a cotangent of a fixed point back to the parameters.

    The point solves x = f(theta, x), and it moves when theta does. With
    J the Jacobian of f in x, the total cotangent w of x sums what goes
    round and round: w = x_bar + J^T w. Derived in ps6, practice.

    Args:
        f: Function of theta and x: (n,) that returns (n,), a
            contraction in x.
        theta: (...) parameters.
        x: (n,) the fixed point, already found.
        x_bar: (n,) cotangent of the fixed point.
        steps: () most rounds of the iteration for w; 200 is plenty.

    Returns:
        theta_bar: (...) cotangent of theta, shaped like it.

    Cost:
        One run of f and one pull a round. The iterations that found x
        are neither known nor needed.

    Example:
        >>> halve = lambda theta, x: theta + x / 2
        >>> theta, x = np.array([3.0]), np.array([6.0])
        >>> print(fixed_point_vjp(halve, theta, x, np.array([1.0])))
        [2.]
    """
    raise NotImplementedError(
        "ps6-fixed-point: replace this statement by your answer"
    )