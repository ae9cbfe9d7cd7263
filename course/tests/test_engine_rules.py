"""Each function of the engine's table, and its derivatives, against JAX.

A program is a line of text. With NumPy it runs on the engine, with
jax.numpy on JAX. Values, pushes, pulls and both orders of second
derivatives must agree, in a random direction and with a random cotangent.
"""

import re

import jax
import jax.numpy as jnp
import numpy as np
import pytest

import chainrule.engine  # noqa: F401
from chainrule.engine.table import TABLE
from chainrule.forward import jvp, linearize
from chainrule.reverse import grad, vjp

jax.config.update("jax_enable_x64", True)

SHAPES = {"s": (), "v": (3,), "w": (2, 1), "m": (2, 3), "q": (3, 3)}
SHAPES |= {"b": (2, 3, 2), "c": (2, 2, 3)}

# Inputs are uniform on (0.2, 0.9): inside every domain, or brought there.
PROGRAMS = """
-m
+m
abs(m - 0.5)
np.absolute(m - 0.5)
np.fabs(m - 0.5)
np.exp(m)
np.exp2(m)
np.expm1(m)
np.log(m)
np.log2(m)
np.log10(m)
np.log1p(m)
np.sqrt(m)
np.cbrt(m)
np.square(m)
np.reciprocal(m)
np.sin(m)
np.cos(m)
np.tan(m)
np.arcsin(m)
np.arccos(m)
np.arctan(m)
np.sinh(m)
np.cosh(m)
np.tanh(m)
np.arcsinh(m)
np.arccosh(1 + m)
np.arctanh(m)
m + v
m + s
2 - m
m - w
w - v
m * v
w * v
s * m
m / v
1 / m
w / v
m**2
m**3
m**-1.5
m**0
2**m
m**v
w ** (v + 1)
np.power(m, s)
np.maximum(m, v)
np.minimum(m, w)
np.fmax(m, v)
np.fmin(m, w)
np.arctan2(m, v)
np.hypot(m, w)
np.logaddexp(m, v)
np.fmod(3 * m, v)
np.remainder(3 * m, w)
(-3 * m) % v
np.sum(m)
np.sum(m, axis=0)
np.sum(b, axis=(0, -1), keepdims=True)
m.sum(axis=1)
np.mean(m)
np.mean(b, axis=(1, 2))
m.mean(axis=0, keepdims=True)
np.average(m, axis=0)
np.average(m, axis=1, weights=v)
np.var(m)
np.var(m, axis=1, ddof=1)
np.std(m, axis=0)
np.max(m)
np.max(b, axis=(0, 2))
m.max(axis=1, keepdims=True)
np.min(m, axis=0)
np.ptp(m, axis=1)
np.prod(m)
np.prod(b, axis=1)
np.prod(b, axis=(0, 2), keepdims=True)
np.cumsum(m)
np.cumsum(m, axis=1)
np.linalg.norm(v)
np.linalg.norm(m)
np.linalg.norm(m, axis=1)
np.linalg.norm(v, ord=1)
np.linalg.norm(v - 0.7, np.inf)
np.linalg.norm(m, "fro")
m @ v
v @ q
v @ v
m @ q
m @ m.T
b @ c
c @ v
v @ b
b @ q[:2]
m @ b
np.dot(m, v)
np.dot(v, v)
np.dot(2.0, m)
np.dot(m, q)
np.dot(m, b)
np.inner(m, q)
np.inner(v, v)
np.vdot(m, m + 1)
np.outer(v, m)
np.kron(m, q)
np.tensordot(m, q, 1)
np.tensordot(b, c, ([0, 2], [0, 1]))
np.einsum("ij,j->i", m, v)
np.einsum("ij,kj->ik", m, q)
np.einsum("ij,jk", m, q)
np.einsum("ijk,ij->k", b, m)
np.einsum("ij->j", m)
np.einsum("i,j,k->kji", v, v, v)
np.einsum("ij,k->k", m, v)
np.reshape(m, (3, 2))
m.reshape(-1)
m.reshape(3, 2)
np.ravel(m)
m.flatten()
m.T
np.transpose(b)
np.transpose(b, (2, 0, 1))
np.swapaxes(b, 0, 2)
np.moveaxis(b, 0, -1)
np.expand_dims(m, 1)
np.expand_dims(m, (0, 3))
np.squeeze(w)
np.squeeze(w, 1)
np.atleast_1d(s)
np.atleast_2d(v)
np.broadcast_to(v, (2, 3))
np.broadcast_to(s, (2,))
np.flip(m)
np.flip(m, 1)
np.concatenate([m, q])
np.concatenate([m, w, m], axis=1)
np.concatenate([m, q], axis=None)
np.stack([v, v * v, 2 * v])
np.stack([m, m * m], axis=-1)
np.stack([s, 1.0, s * s])
np.hstack([v, v])
np.hstack([m, w])
np.vstack([v, m])
np.column_stack([v, q, v])
np.append(v, s)
np.append(m, q, axis=0)
np.split(m, 3, axis=1)[1]
np.split(v, [1])[1]
np.array_split(v, 2)[0]
np.roll(m, 1)
np.roll(m, -2, axis=1)
np.repeat(v, 2)
np.repeat(m, np.array([2, 0, 1]), axis=1)
np.tile(m, (2, 1))
np.copy(m)
m.astype(float)
m[0]
m[-1, 1:]
m[:, ::-1]
m[..., None, 1]
b[1, :, 0]
v[np.array([0, 0, 2])]
m[np.array([1, 0, 1]), np.array([2, 2, 2])]
m[:, np.array([[0, 1], [1, 1]])]
v[np.array([True, False, True])]
m[m > 0.5]
np.take(m, np.array([2, 0, 2]), axis=1)
np.take(m, 3)
np.take_along_axis(m, np.array([[0, 0], [2, 1]]), axis=1)
np.sort(m)
np.sort(m, axis=0)
np.sort(m, axis=None)
m[:, np.argsort(m, axis=1)[0]]
np.median(m)
np.median(m, axis=0)
np.where(m > 0.5, m, v)
np.where(m > 0.5, 1.0, m * w)
np.select([m > 0.6, m > 0.4], [m * m, w * m], 3 * m)
np.clip(m, 0.4, 0.6)
np.clip(m, s, None)
np.clip(m, w, w + 0.2)
np.tril(q)
np.triu(q, 1)
np.diagonal(q)
np.diagonal(q, 1)
np.diag(v)
np.diag(q)
np.trace(q)
np.diff(m)
np.diff(q, 2, axis=0)
np.sign(m - 0.5) * m
np.floor(3 * m) + m
np.round(3 * m) * m
np.ceil(3 * m) * m
np.trunc(3 * m) * m + np.rint(3 * m)
np.around(3 * m, decimals=1) * m
np.heaviside(m - 0.5, 0.5) * m
(3 * m) // v + m
np.floor_divide(3 * m, v) * m
m * np.signbit(m - 0.5) + m * np.isfinite(m) * ~np.isnan(m) * ~np.isinf(m)
m * np.equal(m, m) * np.not_equal(m, v) + np.less(m, v) * np.less_equal(v, m)
m * np.greater(m, v) + v * np.greater_equal(m, v)
m * np.logical_and(m > 0.3, np.logical_or(m < 0.6, np.logical_not(m > 0.8)))
m * np.isclose(m, 0.5, rtol=0.1) + np.allclose(m, m) * np.array_equal(m, m)
m[:, np.argmin(m, axis=1)] * np.any(m > 0.5) * np.all(m < 2, axis=0)[0]
v[np.nonzero(v > 0.4)[0]][:1] + v[np.flatnonzero(v > 0.2)]
v[np.argwhere(v > 0.2)[:, 0]] * np.count_nonzero(v > 0.4)
v * np.searchsorted(np.array([0.3, 0.6]), v) + np.digitize(v, np.array([0.5]))
np.shape(m)[0] * np.ndim(m) * np.size(m) * np.size(m, 1) * m
m.astype(np.result_type(m, v)) * (1 + np.iscomplexobj(m) + np.isrealobj(m))
np.zeros_like(m) + m * np.ones_like(m) + np.empty_like(m).size
np.full_like(m, 2.0) * m
m[np.argmax(m, axis=0), np.arange(3)]
m * (m > 0.5)
np.add.reduce(m)
np.multiply.outer(v, m)
sum(v)
max(s, v[0]) * min(s, v[1])
len(m) * m
np.array([1.0, 2.0, 3.0]) * v
np.eye(3) @ v
np.float64(2.0) * s
"""
LINES = PROGRAMS.strip().splitlines()


def inputs(text, seed=0):
    """The arrays that a program mentions, with directions for each."""
    code = compile(text, "program", "eval")
    names = [name for name in SHAPES if name in code.co_names]
    rng = np.random.default_rng([seed, *text.encode()])
    draw = lambda: {k: rng.uniform(0.2, 0.9, SHAPES[k]) for k in names}
    return code, names, draw(), draw(), rng


def agree(found, expected, rel=1e-12):
    """Two trees agree, entry by entry, relative to the largest."""
    found, expected = map(jax.tree.leaves, (found, expected))
    assert len(found) == len(expected)
    for x, y in zip(found, expected):
        scale = max(1.0, np.max(np.abs(y), initial=0.0))
        np.testing.assert_allclose(x, y, rtol=0, atol=rel * scale)
        assert np.shape(x) == np.shape(y)


@pytest.mark.parametrize("text", LINES)
def test_values_pushes_pulls_and_second_derivatives(text):
    """First order in three ways, second order in two."""
    code, names, x, x_dot, rng = inputs(text)
    xs, x_dots = tuple(x.values()), tuple(x_dot.values())
    f = lambda *v: eval(code, {"np": np} | dict(zip(names, v)))
    g = lambda *v: eval(code, {"np": jnp} | dict(zip(names, v)))
    y_bar = rng.normal(size=np.shape(f(*xs)))
    all_of = tuple(range(len(names)))
    loss = lambda *v: np.sum(f(*v) * y_bar)
    true_loss = lambda *v: jnp.sum(g(*v) * y_bar)
    with jax.disable_jit():
        y, y_dot = jax.jvp(g, xs, x_dots)
        first, second = jax.jvp(jax.grad(true_loss, all_of), xs, x_dots)
    agree(jvp(f, xs, x_dots), (y, y_dot))
    y, pushed = linearize(f, *xs)
    agree(pushed(*x_dots), y_dot)
    y, pullback = vjp(f, *xs)
    agree(pullback(y_bar), first)
    agree(jvp(grad(loss, all_of), xs, x_dots), (first, second))
    along = lambda *v: jvp(loss, v, x_dots)[1]
    agree(grad(along, all_of)(*xs), second)
    pulled = lambda *v: grad(loss, all_of)(*v)
    agree(vjp(pulled, *xs)[1](x_dots), second)


def test_every_function_of_the_table_is_tried():
    """A function that is entered there needs a line above, or an operator."""
    operators = set("negative positive add subtract divide matmul".split())
    operators |= {"getitem", "divmod"}
    words = set(re.findall(r"\w+", PROGRAMS)) | operators
    names = {getattr(entry, "__name__", entry) for entry in TABLE}
    assert names - words == set()
