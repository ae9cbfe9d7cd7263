"""Problem set 1's answers against JAX and finite differences."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from course_files import solved
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from chainrule.differences import (
    directional_difference,
    numerical_jacobian,
    taylor_slope,
)

jax.config.update("jax_enable_x64", True)

drawn = settings(derandomize=True, deadline=None, max_examples=25)


def numbers(*shape, low=-2.0, high=2.0):
    """Arrays of a shape with entries of size about 1."""
    entries = st.floats(low, high).map(lambda entry: round(entry, 3))
    return arrays(float, shape, elements=entries)


def mixed(x, np=np):
    """Products, sines and exponentials: four numbers in, three out."""
    return np.sin(x[0] * x[1:]) + np.exp(-0.5 * x[:-1] ** 2)


def close(actual, expected, rel):
    """Near to each other, relative to the largest entry, or to 1."""
    scale = max(1.0, float(np.max(np.abs(expected))))
    assert np.shape(actual) == np.shape(expected)
    assert np.max(np.abs(actual - expected)) <= rel * scale


@jax.jit
def true_push(x, v):
    """J v of mixed, by JAX."""
    return jax.jvp(lambda x: mixed(x, jnp), (x,), (v,))[1]


true_jacobian = jax.jit(jax.jacfwd(lambda x: mixed(x, jnp)))


@pytest.mark.parametrize(
    ("method", "h", "rel"),
    [
        ("forward", 1e-7, 1e-5),
        ("central", 1e-5, 1e-8),
        ("complex", 1e-20, 1e-13),
    ],
)
@drawn
@given(x=numbers(4), v=numbers(4))
def test_differences_approach_the_push(method, h, rel, x, v):
    """Each method at its good step, with the digits it is good for."""
    y_dot = directional_difference(mixed, x, v, h, method)
    close(y_dot, np.asarray(true_push(x, v)), rel)


@drawn
@given(x=numbers(4))
def test_the_numerical_jacobian_approaches_the_jacobian(x):
    """All columns at once, to more than the five digits promised."""
    before = x.copy()
    close(numerical_jacobian(mixed, x), np.asarray(true_jacobian(x)), 1e-8)
    assert np.array_equal(x, before)


@pytest.mark.parametrize(
    ("f", "x", "expected"),
    [
        (lambda x: x**3, 2.0, np.array(12.0)),
        (lambda x: x**3, np.array(2), np.array(12.0)),
        (lambda x: np.stack([x, x**2]), 3.0, np.array([1.0, 6.0])),
        (np.sum, np.ones((2, 3)), np.ones((2, 3))),
        (lambda x: x[::-1], np.arange(2), np.eye(2)[::-1]),
        (lambda x: x.T, np.arange(6).reshape(2, 3), "transpose"),
        (np.abs, np.array([-1.0, 2.0], np.float32), np.diag([-1.0, 1.0])),
        (lambda x: x[:1], np.array([[1, 2], [3, 4]]), "first row"),
    ],
)
def test_the_numerical_jacobian_has_the_shape_of_output_and_input(
    f, x, expected
):
    """Scalars, matrices, integers, single precision, views."""
    before = np.array(x)
    if isinstance(expected, str):
        ones = np.eye(before.size).reshape(-1, *before.shape)
        columns = [f(one) for one in ones]
        expected = np.stack(columns, axis=-1).reshape(
            columns[0].shape + before.shape
        )
    found = numerical_jacobian(f, x)
    assert found.shape == np.shape(f(x)) + np.shape(x)
    assert found.dtype == np.float64
    close(found, expected, 1e-8)
    assert np.array_equal(x, before)
    assert np.asarray(x).dtype == before.dtype


@drawn
@given(x=numbers(2))
def test_the_first_jacobian_is_right_everywhere(x):
    """Not only at (3, 4)."""
    (jacobian,) = solved("ps1", "ps1-jacobian")
    f = lambda x: jnp.array([x[0] * x[1] ** 2, x[0] * x[1]])
    close(jacobian(x), np.asarray(jax.jacfwd(f)(x)), 1e-14)


@drawn
@given(x=numbers(3), A=numbers(2, 3), B=numbers(4, 2))
def test_the_jacobian_of_a_composition_is_a_product(x, A, B):
    """B sin(A x), three numbers in, two between, four out."""
    (composition,) = solved("ps1", "ps1-composition")
    found = composition(
        lambda y: B * np.cos(y),
        lambda x: A @ x,
        lambda x: A,
        x,
    )
    expected = numerical_jacobian(lambda x: B @ np.sin(A @ x), x)
    close(found, expected, 1e-7)


@drawn
@given(x=numbers(3), W=numbers(3, 2), V=numbers(3, 2))
def test_the_jacobian_of_a_product_acts_in_c_order(x, W, V):
    """It turns V.ravel() into x V, and is what JAX says."""
    (weights_jacobian,) = solved("ps1", "ps1-kron")
    found = weights_jacobian(x, W)
    close(found @ V.ravel(), x @ V, 1e-14)
    expected = jax.jacfwd(lambda W: x @ W)(W)
    close(found, np.asarray(expected).reshape(2, 6), 0.0)


@pytest.mark.parametrize("k", [0, 1], ids=["square", "inverse"])
@drawn
@given(noise=numbers(3, 3, low=-1, high=1), V=numbers(3, 3))
def test_derivatives_of_matrix_functions_are_linear_maps(k, noise, V):
    """Against JAX, against differences, and by the Taylor test."""
    assume(np.linalg.norm(V) > 0.5)
    f = (lambda X: X @ X, np.linalg.inv)[k]
    jax_f = (lambda X: X @ X, jnp.linalg.inv)[k]
    df = solved("ps1", "ps1-matrix")[k]
    X = 4 * np.eye(3) + noise
    close(df(X, V), np.asarray(jax.jvp(jax_f, (X,), (V,))[1]), 1e-13)
    close(df(X, V), directional_difference(f, X, V, 1e-5, "central"), 1e-8)
    assert taylor_slope(f, df, X, V) in (pytest.approx(2, abs=0.1), np.inf)


@drawn
@given(
    x=numbers(4, low=-1, high=1),
    v=numbers(4, low=0.5, high=1.5),
    wrong=numbers(4, low=0.5, high=1.5),
)
def test_the_taylor_slope_is_two_if_right_and_one_if_wrong(x, v, wrong):
    """An error in a single factor drops the slope by one."""
    right = taylor_slope(np.exp, lambda x, v: np.exp(x) * v, x, v)
    assert right == pytest.approx(2, abs=0.05)
    spoiled = taylor_slope(np.exp, lambda x, v: np.exp(x) * v + wrong, x, v)
    assert spoiled == pytest.approx(1, abs=0.05)


@drawn
@given(x=numbers(3), v=numbers(3))
def test_the_taylor_slope_of_an_affine_function_is_infinite(x, v):
    """Only round-off is left, and that has no slope."""
    slope = taylor_slope(lambda x: 3 * x - 100, lambda x, v: 3 * v, x, v)
    assert slope == np.inf


KINDS = {
    "smooth": lambda t: np.cos(t),
    "corner": lambda t: np.abs(t),
    "three halves": lambda t: np.abs(t) ** 1.5,
    "flat": lambda t: t**4,
    "linear": lambda t: 0 * t,
}


@pytest.mark.parametrize("kind", KINDS)
@drawn
@given(
    size=st.floats(0.5, 5.0),
    sign=st.sampled_from([-1, 1]),
    c0=st.floats(-50, 50),
    c1=st.floats(-50, 50),
)
def test_boxes_are_named_whatever_line_is_added(kind, size, sign, c0, c1):
    """A line has no second difference."""
    (identify,) = solved("ps1", "ps1-lineup")
    part = KINDS[kind]
    assert identify(lambda t: sign * size * part(t) + c0 + c1 * t) == kind
