"""The numbers of problem set 2: the toy function, and two chains."""

import numpy as np
import pytest
from course_files import cells

from autograder import hidden
from chainrule.visible import ps2 as visible

rules = pytest.importorskip("chainrule.rules")
compose = pytest.importorskip("chainrule.compose")

X = np.array([1.0, 2.0, -1.0])
A = np.array([[0.0, 2.0, -1.0], [3.0, 1.5, 2.0]])
PUSHED = (
    [3.0806046117, 4.1562765496, -12.3224184469],
    [-11.3650284538, -17.1686082342],
)
U_BAR, T_BAR = np.array([1.0, 0.1, 3.0]), np.array([0.4, -0.3])


def printed(value):
    """Equal to a number that is written with ten decimals."""
    return pytest.approx(np.array(value), rel=0.0, abs=6e-11)


def exact(value):
    """Equal to twelve digits."""
    return pytest.approx(value, rel=1e-12, abs=0.0)


def primitive(f, df):
    """A primitive that acts entry by entry."""
    return compose.Primitive(
        f,
        lambda x, x_dot: (f(x), df(x) * x_dot),
        lambda x: (f(x), lambda y_bar: df(x) * y_bar),
    )


EXP_TANH = [
    compose.Primitive(np.tanh, rules.tanh_jvp, rules.tanh_vjp),
    compose.Primitive(np.exp, rules.exp_jvp, rules.exp_vjp),
]


def test_both_outputs_of_the_toy_function():
    """At x = (1, 2, -1)."""
    u, t = rules.toy(X, A)
    assert u == printed([1.8414709848, 3.2431975047, 1.8414709848])
    assert t == printed([-2.3550759754, 3.0721511811])


def test_the_push_of_the_toy_function():
    """Along (1, 3, 4)."""
    u_dot, t_dot = rules.toy_jvp(X, A, np.array([1.0, 3.0, 4.0]))
    assert u_dot == printed(PUSHED[0])
    assert t_dot == printed(PUSHED[1])


def test_the_pull_of_the_toy_function():
    """Of the cotangents (1, .1, 3) and (.4, -.3)."""
    x_bar = rules.toy_vjp(X, A, (U_BAR, T_BAR))
    assert x_bar == printed([2.1080604612, -0.7765585176, -8.1612092235])


def test_push_and_pull_of_the_toy_function_pair():
    """One number, computed from either side."""
    x_dot = np.array([2.0, 3.0, 0.5])
    u_dot, t_dot = rules.toy_jvp(X, A, x_dot)
    x_bar = rules.toy_vjp(X, A, (U_BAR, T_BAR))
    assert U_BAR @ u_dot + T_BAR @ t_dot == exact(-2.194159242052528)
    assert x_bar @ x_dot == exact(-2.194159242052528)


@pytest.mark.parametrize(
    ("x", "value"),
    [
        (-1.0, 0.19609504439167436),
        (0.0, 1.0),
        (0.5, 1.2484317246552137),
        (2.0, 0.18526317177400886),
    ],
)
def test_the_derivative_of_exp_of_tanh(x, value):
    """Pushed and pulled through a chain of two rules."""
    at, one = np.array([x]), np.ones(1)
    _, y_dot = compose.jvp_chain(EXP_TANH, at, one)
    _, pullback = compose.vjp_chain(EXP_TANH, at)
    assert y_dot == exact([value])
    assert pullback(one) == exact([value])


def test_the_derivative_of_a_dag():
    """x^2 sin x at 1.3: fan out, push both branches, multiply."""
    fork = compose.Primitive(
        lambda x: np.stack([x**2, np.sin(x)]),
        lambda x, x_dot: (
            np.stack([x**2, np.sin(x)]),
            np.stack([2 * x, np.cos(x)]) * x_dot,
        ),
        lambda x: (
            np.stack([x**2, np.sin(x)]),
            lambda y_bar: 2 * x * y_bar[0] + np.cos(x) * y_bar[1],
        ),
    )
    join = compose.Primitive(
        lambda y: y[0] * y[1],
        lambda y, y_dot: (y[0] * y[1], y_dot[0] * y[1] + y[0] * y_dot[1]),
        lambda y: (y[0] * y[1], lambda z_bar: z_bar * y[::-1]),
    )
    x, one = np.array([1.3]), np.ones(1)
    _, z_dot = compose.jvp_chain([fork, join], x, one)
    _, pullback = compose.vjp_chain([fork, join], x)
    assert z_dot == exact([2.9573243024602545])
    assert pullback(one) == exact([2.9573243024602545])


def test_columns_and_rows_build_the_same_jacobian():
    """One matrix from n pushes or from m pulls."""
    square = primitive(np.square, lambda x: 2 * x)
    chain = [square, *EXP_TANH]
    columns = compose.jacobian_by_columns(
        lambda x, x_dot: compose.jvp_chain(chain, x, x_dot), X
    )
    rows = compose.jacobian_by_rows(lambda x: compose.vjp_chain(chain, x), X)
    assert columns == pytest.approx(rows, rel=1e-14, abs=0.0)


def test_the_exam_is_as_stated():
    """Twelve implementations, nine faulty, for every student alike."""
    text = " ".join(cell.source for cell in cells("ps2", "checker"))
    text = " ".join(text.split())
    assert "ten implementations, seven of them faulty" in text
    assert "it meets twelve others, nine faulty" in text
    exam = hidden.specs("ps2")["ps2-exam"][0].options["exam"]
    kinds = [kind.startswith("right") for kind in exam.pools]
    assert (len(kinds), sum(kinds), exam.per_class) == (12, 3, 1)
    practice = [kind.startswith("right") for kind, _ in visible.PRACTICE]
    assert (len(practice), sum(practice)) == (10, 3)
