"""Products: the product rule, one factor at a time.

A product is linear in each factor. To push a tangent of one factor,
multiply it by the others; to pull a cotangent to one factor, multiply it
by the transposes of the others. No Jacobian is built.

Assignment: given.
"""

import numpy as np

from chainrule.engine.elementwise import unbroadcast
from chainrule.engine.primitive import primitive
from chainrule.engine.table import Each, register, rewrite
from chainrule.engine.traced import shape_of


def pull_left(y_bar, y, a, b):
    """Pull a cotangent of a @ b to a: y_bar times b transposed."""
    if len(shape_of(b)) == 1:  # of y_bar and b each entry meets each
        return y_bar[..., None] * b if shape_of(y_bar) else y_bar * b
    if len(shape_of(a)) == 1:
        return unbroadcast((b @ y_bar[..., None])[..., 0], a)
    return unbroadcast(y_bar @ turned(b), a)


def pull_right(y_bar, y, a, b):
    """Pull a cotangent of a @ b to b: a transposed times y_bar."""
    if len(shape_of(a)) == 1:
        pairs = len(shape_of(b)) > 1
        return a[:, None] * y_bar[..., None, :] if pairs else a * y_bar
    if len(shape_of(b)) == 1:
        return unbroadcast((turned(a) @ y_bar[..., None])[..., 0], b)
    return unbroadcast(turned(a) @ y_bar, b)


def turned(x):
    """Transpose the matrices that lie along the last two axes."""
    return x.T if len(shape_of(x)) == 2 else np.swapaxes(x, -1, -2)


register(
    np.matmul,
    (lambda t, y, a, b: t @ b, lambda t, y, a, b: a @ t),
    (pull_left, pull_right),
)


@rewrite(np.dot)
def dot(a, b):
    """Multiply matrices and vectors; numbers scale."""
    ranks = len(shape_of(a)), len(shape_of(b))
    if 0 in ranks:
        return np.multiply(a, b)
    if ranks[1] <= 2:
        return np.matmul(a, b)
    return np.tensordot(a, b, (-1, -2))


@rewrite(np.inner)
def inner(a, b):
    """Sum the products along the last axes."""
    if 0 in (len(shape_of(a)), len(shape_of(b))):
        return np.multiply(a, b)
    return np.tensordot(a, b, (-1, -1))


@rewrite(np.vdot)
def vdot(a, b):
    """Sum the products of all entries."""
    return np.matmul(np.ravel(a), np.ravel(b))


@rewrite(np.outer)
def outer(a, b):
    """Multiply each entry of a by each entry of b."""
    return np.reshape(a, (-1, 1)) * np.reshape(b, (1, -1))


@rewrite(np.kron)
def kron(a, b):
    """Put a copy of b, scaled, in place of each entry of a."""
    (m, n), (p, q) = shape_of(a), shape_of(b)
    blocks = np.reshape(a, (m, 1, n, 1)) * np.reshape(b, (1, p, 1, q))
    return np.reshape(blocks, (m * p, n * q))


@rewrite(np.tensordot)
def tensordot(a, b, axes=2):
    """Move the summed axes together, and multiply two matrices."""
    ranks = len(shape_of(a)), len(shape_of(b))
    if isinstance(axes, int):
        axes = range(ranks[0] - axes, ranks[0]), range(axes)
    left, right = (np.atleast_1d(part) % n for part, n in zip(axes, ranks))
    a = np.moveaxis(a, left, range(-len(left), 0))
    b = np.moveaxis(b, right, range(len(right)))
    n = len(left)
    size = int(np.prod(shape_of(b)[:n]))
    rest = shape_of(a)[: ranks[0] - n] + shape_of(b)[n:]
    y = np.reshape(a, (-1, size)) @ np.reshape(b, (size, -1))
    return np.reshape(y, rest)


def einsum_push(i, x_dot, y, subscripts, *arrays):
    """Put the tangent in the place of its array."""
    arrays = arrays[: i - 1] + (x_dot,) + arrays[i:]
    return einsum(subscripts, *arrays)


def einsum_pull(i, y_bar, y, subscripts, *arrays):
    """Multiply by the other arrays, and sum what array i lacks."""
    inputs, output = subscripts.split("->")
    inputs = inputs.split(",")
    mine, x = inputs.pop(i - 1), arrays[i - 1]
    others = arrays[: i - 1] + arrays[i:]
    known = [k for k in mine if k in output or any(k in o for o in inputs)]
    back = ",".join([output, *inputs]) + "->" + "".join(known)
    x_bar = einsum(back, y_bar, *others)
    lengths = [n if k in known else 1 for k, n in zip(mine, shape_of(x))]
    return np.broadcast_to(np.reshape(x_bar, tuple(lengths)), shape_of(x))


@primitive
def einsum(subscripts, *arrays):
    """Sum products over the labels that the output lacks."""
    return np.einsum(subscripts, *arrays)


einsum.rule.jvp, einsum.rule.vjp = Each(einsum_push), Each(einsum_pull)


@rewrite(np.einsum)
def explicit_einsum(subscripts, *operands, optimize=False):
    """Write the output's labels out, as NumPy understands them."""
    if not isinstance(subscripts, str) or "." in subscripts:
        raise TypeError("write np.einsum as 'ij,jk->ik', without dots")
    inputs, arrow, output = subscripts.replace(" ", "").partition("->")
    if any(len(set(part)) < len(part) for part in inputs.split(",")):
        raise TypeError("no label twice on one array: use np.diagonal")
    if not arrow:
        labels = sorted(set(inputs) - {","})
        output = "".join(k for k in labels if inputs.count(k) == 1)
    return einsum(f"{inputs}->{output}", *operands)
