"""The engine at ties, kinks and edges, with nested runs, trees and counts.

Where JAX has an opinion, it is asked, not remembered.
"""

from collections import namedtuple

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from chainrule import network
from chainrule.count import Counter
from chainrule.forward import jacfwd, jvp, linearize
from chainrule.reverse import (
    backward,
    grad,
    jacrev,
    order,
    primitive,
    record,
    value_and_grad,
    vjp,
)

jax.config.update("jax_enable_x64", True)

# A program of x and y, and a point.
KINKS = """
abs(x)                                        | 0.0 1.0
np.fabs(-x)                                   | 0.0 1.0
np.maximum(x, y)                              | 1.0 1.0
np.maximum(x, 0.0)                            | 0.0 1.0
np.minimum(x, y) * y                          | 2.0 2.0
np.fmax(x, y)                                 | 1.0 1.0
np.fmin(x, 2 * y)                             | 2.0 1.0
max(x, y)                                     | 1.0 1.0
np.max(np.stack([x, y, x]))                   | 1.0 1.0
np.min(np.stack([x, 2 * y, x]))               | 1.0 1.0
np.sort(np.stack([x, y]))[0]                  | 1.0 1.0
np.median(np.stack([x, y, x * y]))            | 1.0 1.0
np.clip(x, 0.0, 1.0)                          | 0.0 1.0
np.clip(x, 0.0, 1.0)                          | 1.0 1.0
np.clip(0.0, x, y)                            | 0.0 0.0
np.clip(x, y, y)                              | 1.0 1.0
np.where(x > 0, x, 0.0)                       | 0.0 1.0
np.where(x > 0, np.sqrt(x), 0.0)              | 0.0 1.0
np.sqrt(np.where(x > 0, x, 0.0))              | -1.0 1.0
np.sqrt(x)                                    | 0.0 1.0
(x + np.sqrt(x * x)) / 2                      | 0.0 1.0
x if x != 0 else 0 * x                        | 0.0 1.0
x if x > 0 else 0.0 * x                       | 0.0 1.0
np.cbrt(x)                                    | 0.0 1.0
np.cbrt(x)                                    | -8.0 1.0
np.log(x)                                     | 0.0 1.0
1 / x                                         | 0.0 1.0
np.hypot(x, y)                                | 0.0 0.0
np.hypot(x, y)                                | 0.0 -2.0
np.arctan2(x, y)                              | 0.0 0.0
np.linalg.norm(np.stack([x, y]))              | 0.0 0.0
np.linalg.norm(np.stack([x, y]), 1)           | 0.0 -1.0
np.linalg.norm(np.stack([x, y]), np.inf)      | 1.0 -1.0
np.std(np.stack([x, y]))                      | 1.0 1.0
np.var(np.stack([x, y]))                      | 1.0 1.0
np.prod(np.stack([x, y, 3 + x]))              | 0.0 2.0
np.prod(np.stack([x, y, x]))                  | 0.0 0.0
x**0                                          | 0.0 1.0
x**1                                          | 0.0 1.0
x**2                                          | 0.0 1.0
x**2.0                                        | -3.0 1.0
x**3                                          | -2.0 1.0
x**-1                                         | -2.0 1.0
x**0.5                                        | 0.0 1.0
x**y                                          | 0.0 0.0
x**y                                          | 0.0 2.0
x**y                                          | 0.0 -1.0
x**y                                          | -2.0 2.0
0.0**x + y                                    | 2.0 1.0
np.logaddexp(x, y)                            | 1.0 1.0
np.logaddexp(x, y)                            | 1000.0 -1000.0
np.sign(x) + y                                | 0.0 1.0
np.floor(x) * y                               | 2.0 1.0
x // y + x % y                                | -5.5 2.0
np.fmod(x, y)                                 | -5.5 2.0
np.divmod(x, y)[1]                            | 5.5 -2.0
np.round(x) * x                               | 1.2 1.0
np.arcsin(x)                                  | 1.0 1.0
np.tanh(x) * np.exp(y)                        | 1000.0 1.0
""".strip().splitlines()


def same(found, expected, rel=1e-12):
    """Two trees have equal shapes and entries; nan equals nan."""
    found, expected = map(jax.tree.leaves, (found, expected))
    assert len(found) == len(expected)
    for x, y in zip(found, expected):
        assert np.shape(x) == np.shape(y)
        np.testing.assert_allclose(x, y, rtol=rel, atol=rel)


@pytest.mark.parametrize("line", KINKS)
def test_ties_and_kinks_are_jaxs(line):
    """Forward and reverse, and no warning."""
    text, point = line.split("|")
    point = tuple(map(np.float64, point.split()))
    f = lambda x, y: eval(text, {"np": np, "x": x, "y": y})
    g = lambda x, y: eval(text, {"np": jnp, "x": x, "y": y})
    with jax.disable_jit(), np.errstate(all="ignore"):
        same(grad(f, (0, 1))(*point), jax.grad(g, (0, 1))(*point))
        for k in (0, 1):
            part = lambda f, k=k: lambda z: f(*point[:k], z, *point[k + 1 :])
            expected = jax.jvp(part(g), (point[k],), (1.0,))
            same(jvp(part(f), (point[k],), (1.0,)), expected)


MODES = {
    "push": lambda f: lambda x: jvp(f, (x,), (1.0,))[1],
    "pull": lambda f: lambda x: vjp(f, x)[1](1.0)[0],
    "replay": lambda f: lambda x: linearize(f, x)[1](1.0),
    "columns": lambda f: jacfwd(f),
    "rows": lambda f: jacrev(f),
}


@pytest.mark.parametrize("outer", MODES)
@pytest.mark.parametrize("inner", MODES)
def test_nested_derivatives_keep_their_perturbations_apart(outer, inner):
    """The classics: a dual number of one level is a constant to another."""
    d, D = MODES[outer], MODES[inner]
    assert d(lambda x: x * D(lambda y: x + y)(1.0))(1.0) == 1.0
    assert d(lambda x: x * D(lambda y: y)(x))(3.0) == 1.0
    assert d(lambda x: D(lambda y: x * x * y)(2.0))(3.0) == 6.0
    assert d(lambda x: D(lambda y: x * y**3)(x))(2.0) == 36.0
    same(d(D(np.sin))(0.3), -np.sin(0.3))
    third = d(lambda z: D(lambda x: d(lambda y: x * y * z * y)(x))(z))(2.0)
    assert third == 16.0


def test_functions_of_functions_keep_levels_apart():
    """The example of Siskind and Pearlmutter with a function that shifts."""
    push = MODES["push"]
    s = lambda t: lambda f: lambda x: f(x + t)
    shifted = lambda t: push(s(t)(np.sin))(1.0)
    same(push(shifted)(0.0), -np.sin(1.0))
    assert push(lambda x: push(lambda y: x)(1.0) + x)(1.0) == 1.0


def test_five_derivatives_of_a_sine():
    """Levels nest as deep as one likes, in alternating modes."""
    f = np.sin
    for k in range(5):
        f = MODES[["push", "pull"][k % 2]](f)
    same(f(0.7), np.cos(0.7))


Pair = namedtuple("Pair", "left right")


def tree_program(p, z):
    """A dictionary of a list and a named tuple, to a tree."""
    a, (b, c) = p["a"], p["bc"]
    return {"y": (a[0] * b, [a[1] @ c]), "x": Pair(np.pi * z, a[0][0])}


def tree_inputs():
    """Inputs for tree_program, and tangents."""
    rng = np.random.default_rng(0)
    draw = lambda: (
        {
            "bc": Pair(rng.normal(size=3), rng.normal(size=(3, 2))),
            "a": [rng.normal(size=3), rng.normal(size=(2, 3))],
        },
        rng.normal(),
    )
    return draw(), draw()


def test_trees_go_in_and_come_out():
    """The structures, and JAX's nesting of Jacobians."""
    xs, x_dots = tree_inputs()
    f = tree_program
    jaxs = [jax.tree.map(jnp.asarray, part) for part in (xs, x_dots)]
    expected = jax.jvp(f, *jaxs)
    found = jvp(f, xs, x_dots)
    assert jax.tree.structure(found) == jax.tree.structure(expected)
    same(found, expected)
    same(linearize(f, *xs)[1](*x_dots), expected[1])
    y, pullback = vjp(f, *xs)
    pulled = jax.vjp(f, *jaxs[0])[1](jax.tree.map(jnp.asarray, y))
    assert type(pullback(y)) is tuple
    assert jax.tree.structure(pullback(y)) == jax.tree.structure(pulled)
    same(pullback(y), pulled)
    for argnums in (0, 1, (0, 1), (1, 0)):
        expected = jax.jacrev(f, argnums)(*jaxs[0])
        for jacobian in (jacfwd(f, argnums), jacrev(f, argnums)):
            found = jacobian(*xs)
            structures = map(jax.tree.structure, (found, expected))
            assert len(set(structures)) == 1
            same(found, expected)


def test_jacobians_have_the_shape_of_output_and_input():
    """Matrices, numbers, second derivatives of vector functions."""
    A = np.random.default_rng(0).normal(size=(2, 3))
    f = lambda x: np.sin(A @ x)
    x = np.array([1.0, 2.0, 3.0])
    g = lambda x: jnp.sin(A @ x)
    for ours, theirs in ((jacfwd, jax.jacfwd), (jacrev, jax.jacrev)):
        same(ours(f)(x), theirs(g)(x))
        same(ours(jacfwd(f))(x), theirs(jax.jacfwd(g))(x))
        same(ours(lambda A: A @ A.T)(A), theirs(lambda A: A @ A.T)(A))
        same(ours(np.sin)(1.0), np.cos(1.0))
    same(
        jacfwd(grad(lambda x: np.sum(f(x))))(x),
        jax.hessian(lambda x: jnp.sum(g(x)))(x),
    )


def test_keywords_and_other_arguments_are_constants():
    """Labels, flags and texts need no derivative."""
    f = lambda x, labels, *, power=2: np.sum(x[labels] ** power)
    found = grad(f)(np.array([1.0, 2.0, 3.0]), np.array([2, 0]), power=3)
    same(found, np.array([3.0, 0.0, 27.0]))
    value, bars = value_and_grad(f)(np.ones(3), [True, False, True])
    assert value == 2.0
    same(bars, np.array([2.0, 0.0, 2.0]))


def test_a_pullback_can_be_called_again_and_changes_nothing():
    """Same answer, own arrays, cotangents left alone."""
    x, y_bar = np.arange(3.0), np.array([1.0, 2.0, 3.0])
    for f in (lambda x: x, lambda x: x + 0, lambda x: x[::-1], np.exp):
        _, pullback = vjp(f, x)
        (first,) = pullback(y_bar)
        first += 1
        (again,) = pullback(y_bar)
        same(first, again + 1)
        same(y_bar, np.array([1.0, 2.0, 3.0]))
    a_bar, b_bar = vjp(lambda a, b: a + b, x, x)[1](y_bar)
    a_bar += 1
    same(b_bar, y_bar)
    y, y_dot = jvp(lambda x: np.broadcast_to(x, (2, 3)), (x,), (y_bar,))
    y_dot += 1
    y += 1
    same(y_bar, np.array([1.0, 2.0, 3.0]))


def test_outputs_that_do_not_depend_on_the_input():
    """They have derivative zero, of the right shape."""
    x = np.ones(3)
    f = lambda x: (np.zeros(2), x, 5.0, x > 0)
    _, y_dot = jvp(f, (x,), (x,))
    same(y_dot[:3], (np.zeros(2), x, 0.0))
    same(vjp(lambda x: np.zeros(2), x)[1](np.ones(2))[0], np.zeros(3))
    same(grad(lambda x: 3.0)(x), np.zeros(3))
    same(jacrev(lambda x: np.ones(2))(x), np.zeros((2, 3)))
    same(jacfwd(lambda x: np.ones(2))(x), np.zeros((2, 3)))
    same(linearize(lambda x: np.ones(2), x)[1](x), np.zeros(2))


def test_an_output_may_stand_there_twice():
    """Its cotangents add up."""
    _, pullback = vjp(lambda x: (x, x, np.sin(x)), 1.0)
    same(pullback((1.0, 2.0, 0.0)), (3.0,))


@pytest.mark.parametrize(
    "f",
    [
        np.sin,
        lambda x: np.sum(x / 3, axis=0) * x,
        lambda x: np.where(x > 0.5, x, 0) * np.max(x) + np.mean(x),
        lambda x: np.maximum(x, 0.5) @ x * np.linalg.norm(x),
        lambda x: x * np.float64(2.0),
    ],
)
def test_single_precision_stays_single(f):
    """What goes in as float32 comes back as float32."""
    x = np.array([0.2, 0.9], np.float32)
    y, y_dot = jvp(f, (x,), (x,))
    assert y.dtype == y_dot.dtype == f(x).dtype
    assert linearize(f, x)[1](x).dtype == f(x).dtype
    (x_bar,) = vjp(f, x)[1](np.ones_like(f(x)))
    assert x_bar.dtype == np.float32
    assert type(grad(np.sin)(np.float32(1))) is np.float32


def test_results_are_numpys():
    """Numbers come back as np.float64, arrays as arrays that are owned."""
    y, y_dot = jvp(lambda x: x, (1.0,), (2.0,))
    assert [type(y), type(y_dot)] == [np.float64] * 2
    assert type(grad(lambda x: x * x)(3.0)) is np.float64
    assert type(grad(np.sum)(np.ones(2))) is np.ndarray


def kepler_pair():
    """A primitive with both rules, one of them from the saved output."""

    @primitive
    def kepler(M, e):
        E = M
        for _ in range(60):
            E = M + e * np.sin(E)
        return np.asarray(E).astype(float)  # not for traced arrays

    slope = lambda E, e: 1 / (1 - e * np.cos(E))
    kepler.defjvp(
        lambda t, E, M, e: t * slope(E, e),
        lambda t, E, M, e: t * np.sin(E) * slope(E, e),
    )
    kepler.defvjp(
        lambda t, E, M, e: t * slope(E, e),
        lambda t, E, M, e: t * np.sin(E) * slope(E, e),
    )
    return kepler


def test_a_primitive_of_ones_own():
    """First and second order, and never looked into."""
    kepler = kepler_pair()

    def unrolled(M, e):
        E = M
        for _ in range(60):
            E = M + e * np.sin(E)
        return E

    for k in (0, 1):
        same(grad(kepler, k)(1.0, 0.3), grad(unrolled, k)(1.0, 0.3))
        first = [
            lambda M, f=f, k=k: grad(f, k)(M, 0.3) for f in (kepler, unrolled)
        ]
        for d in (MODES["push"], MODES["pull"]):
            same(d(first[0])(1.0), d(first[1])(1.0))
    assert kepler(M=1.0, e=0.3) == kepler(1.0, 0.3)
    assert kepler.__name__ == "kepler"


def test_ways_to_pass_a_gradient():
    """Stop it, reverse it, let it straight through."""
    same_value = lambda name: primitive(lambda x: np.array(x))
    stop, reverse = same_value("stop"), same_value("reverse")
    through = primitive(np.round)
    stop.defvjp(lambda y_bar, y, x: 0 * y_bar)
    reverse.defvjp(lambda y_bar, y, x: -y_bar)
    through.defvjp(lambda y_bar, y, x: y_bar)
    assert grad(lambda x: x * stop(x))(3.0) == 3.0
    assert grad(lambda x: reverse(x) ** 2)(3.0) == -6.0
    assert grad(lambda x: 2 * through(x))(1.3) == 2.0


def test_the_record_of_a_program():
    """Nodes, their parents, and the order in which they are pulled."""
    _, outputs, inputs = record(lambda x: x**2 * np.sin(x), (1.3,))
    names = [node.name for node in order(outputs)]
    assert names[0] == "multiply"
    assert names[-1] == "input"
    assert sorted(names) == ["input", "multiply", "sin", "square"]
    same(backward(outputs, [1.0])[inputs[0]], 2.9573243024602545)


def test_long_programs_and_many_paths():
    """No recursion; and 2^50 paths are 50 additions."""

    def ladder(x, steps):
        for _ in range(steps):
            x = x + x
        return x

    assert grad(lambda x: ladder(x, 50))(1.0) == 2.0**50

    def walk(x):
        while abs(x) < 1e4:
            x = x + 0.5
        return x

    assert grad(walk)(0.0) == 1.0


def test_a_simulator_with_a_loop_that_depends_on_the_input():
    """Steps until the ball is down; numbers may be changed with +=."""

    def throw(np, speed):
        x, y, vx, vy = 0.0, 0.0, 0.6 * speed, 0.8 * speed
        while y >= 0.0:
            drag = 1e-2 * np.sqrt(vx * vx + vy * vy)
            vx -= 0.01 * drag * vx
            vy -= 0.01 * (9.81 + drag * vy)
            x += 0.01 * vx
            y += 0.01 * vy
        return x

    with jax.disable_jit():
        expected = jax.jvp(lambda s: throw(jnp, s), (3.0,), (1.0,))
    same(jvp(lambda s: throw(np, s), (3.0,), (1.0,)), expected)
    same(value_and_grad(lambda s: throw(np, s))(3.0), expected)


def counted(f, *arguments):
    """Multiplications of a call on counted arrays."""
    counter = Counter()
    f(*(counter.array(argument) for argument in arguments))
    return counter.multiplications


def test_the_gradient_of_784_128_10_costs_three_losses():
    """All three arguments; a push in all three costs the same."""
    rng = np.random.default_rng(0)
    shapes = (784,), (128, 784), (10, 128)
    point = [rng.normal(size=shape) for shape in shapes]
    once = counted(network.loss, *point)
    f = grad(network.loss, (0, 1, 2))
    assert counted(f, *point) / once == pytest.approx(3.0, abs=0.01)
    push = lambda *point: jvp(network.loss, point, point)
    assert counted(push, *point) / once == pytest.approx(3.0, abs=0.01)


def test_counted_arrays_give_the_same_numbers():
    """Every kind of rule meets counted leaves."""
    rng = np.random.default_rng(0)
    X, W = rng.normal(size=(4, 3)), rng.normal(size=(3, 2))

    def f(W):
        Z = np.tanh(X @ W) - np.max(W, axis=0)
        Z = np.concatenate([Z, np.exp(Z[:, ::-1])], axis=1)
        picked = Z[np.arange(4), np.array([0, 1, 0, 1])]
        return np.mean(np.maximum(picked, picked**2)) + np.sum(np.cumsum(W))

    counter = Counter()
    found = grad(f)(counter.array(W))
    same(counter.read(found), grad(f)(W))
    _, y_dot = jvp(f, (counter.array(W),), (counter.array(W),))
    same(counter.read(y_dot), jvp(f, (W,), (W,))[1])


def test_counted_constants_beside_traced_arrays():
    """A counted array on the left lets the traced one have its turn."""
    rng = np.random.default_rng(0)
    shapes = (784,), (128, 784), (10, 128)
    point = [rng.normal(size=shape) for shape in shapes]
    once = counted(network.loss, *point)
    f = grad(lambda x, B, A: network.loss(x, B, A))
    assert counted(f, *point) / once == pytest.approx(2.0, abs=0.01)
    f = grad(lambda x: np.sum(np.where(x > 0, x, x**2)))
    assert counted(f, point[0]) == 3 * 784


def test_the_network_of_problem_set_4_trains():
    """Five steps of gradient descent, equal to JAX's."""
    rng = np.random.default_rng(0)
    X, labels = rng.normal(size=(8, 5)), rng.integers(3, size=8)
    start = rng.normal(size=(5, 4)), np.zeros(4), rng.normal(size=(4, 3))
    start = (*start, np.zeros(3))

    def risk(np, parameters):
        W1, c1, W2, c2 = parameters
        Z = np.tanh(X @ W1 + c1) @ W2 + c2
        Z = Z - np.max(Z, axis=1, keepdims=True)
        log_softmax = Z - np.log(np.sum(np.exp(Z), axis=1, keepdims=True))
        return -np.mean(log_softmax[np.arange(8), labels])

    ours = lambda p, _: value_and_grad(lambda p: risk(np, p))(p)
    theirs = lambda p, _: jax.value_and_grad(lambda p: risk(jnp, p))(p)
    found = network.train(ours, start, range(5), 0.5)
    same(found, network.train(theirs, start, range(5), 0.5))
    X_bar = grad(lambda X: np.sum(network.predict(start, X)))(X)
    assert X_bar.shape == X.shape
