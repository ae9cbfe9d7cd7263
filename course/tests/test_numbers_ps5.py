"""The numbers of problem set 5: the table's, through the engine."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from jupytext import read

from autograder.clear import reference_module
from autograder.syllabus import ROOT

forward = pytest.importorskip("chainrule.forward")

jax.config.update("jax_enable_x64", True)

TOY_A = np.array([[0.0, 2.0, -1.0], [3.0, 1.5, 2.0]])
RELUS = {
    "maximum": lambda x, np: np.maximum(x, 0.0),
    "where": lambda x, np: np.where(x > 0, x, 0.0),
    "if": lambda x, np: x if x >= 0 else 0 * x,
    "root of the square": lambda x, np: (x + np.sqrt(x * x)) / 2,
    "identity": lambda x, np: x if x != 0 else 0 * x,
}


def cells_with(*names):
    """Run the cells of the forward notebook that define some functions."""
    scope = {"np": np, "linearize": forward.linearize}
    text = ROOT / "course" / "notebooks" / "ps5" / "forward.py"
    for cell in read(text, fmt="py:percent").cells:
        if any(cell.source.startswith(f"def {name}(") for name in names):
            exec(reference_module(cell.source), scope)
    return scope


def heron(a, steps):
    """Heron's root of a, from the guess a."""
    x = a
    for _ in range(steps):
        x = (x + a / x) / 2
    return x


def slope(f, x):
    """The derivative of a function of one number."""
    return forward.jvp(f, (x,), (1.0,))[1]


def test_value_and_push_of_the_first_function():
    """F(3, 4) is (48, 12), and J (1, 2) is (64, 10)."""
    f = lambda x: np.stack([x[0] * x[1] ** 2, x[0] * x[1]])
    x, x_dot = np.array([3.0, 4.0]), np.array([1.0, 2.0])
    y, y_dot = forward.jvp(f, (x,), (x_dot,))
    assert y.tolist() == [48, 12]
    assert y_dot.tolist() == [64, 10]
    assert forward.linearize(f, x)[1](x_dot).tolist() == [64, 10]
    assert forward.jacfwd(f)(x).tolist() == [[16, 24], [4, 3]]


@pytest.mark.parametrize(
    ("x", "expected"),
    [
        (-1.0, 0.19609504439167436),
        (0.0, 1.0),
        (0.5, 1.2484317246552137),
        (2.0, 0.18526317177400886),
    ],
)
def test_slopes_of_exp_of_tanh(x, expected):
    """The four slopes of the table."""
    found = slope(lambda x: np.exp(np.tanh(x)), x)
    assert found == pytest.approx(expected, rel=1e-12)


def test_slope_of_a_dag():
    """x^2 sin x at 1.3."""
    found = slope(lambda x: x**2 * np.sin(x), 1.3)
    assert found == pytest.approx(2.9573243024602545, rel=1e-12)


def test_push_of_the_toy_function():
    """Both outputs, as a tuple."""

    def toy(x):
        y = x**2
        z = np.sin(y)
        return y + z, TOY_A @ z

    x, x_dot = np.array([1.0, 2.0, -1.0]), np.array([1.0, 3.0, 4.0])
    (u, t), (u_dot, t_dot) = forward.jvp(toy, (x,), (x_dot,))
    close = {"rel": 0, "abs": 1e-9}
    assert u == pytest.approx([1.8414709848, 3.2431975047, u[0]], **close)
    assert t == pytest.approx([-2.3550759754, 3.0721511811], **close)
    assert u_dot == pytest.approx(
        [3.0806046117, 4.1562765496, -12.3224184469], **close
    )
    assert t_dot == pytest.approx([-11.3650284538, -17.1686082342], **close)


def test_the_answer_is_one():
    """The nested derivative that confused engines call 2."""
    inner = lambda x: slope(lambda y: x + y, 1.0)
    assert slope(lambda x: x * inner(x), 1.0) == 1
    lines = lambda f, x: forward.linearize(f, x)[1](1.0)
    assert lines(lambda x: x * lines(lambda y: x + y, 1.0), 1.0) == 1


def test_heron_has_the_derivative_of_each_step():
    """1.5 and 0.5 after one step, the root's after twenty."""
    y, y_dot = forward.jvp(lambda a: heron(a, 1), (2.0,), (1.0,))
    assert (y, y_dot) == (1.5, 0.5)
    y, y_dot = forward.jvp(lambda a: heron(a, 20), (2.0,), (1.0,))
    assert y == pytest.approx(np.sqrt(2), rel=1e-14)
    assert y_dot == pytest.approx(0.5 / np.sqrt(2), rel=1e-14)


@pytest.mark.parametrize("name", RELUS)
@pytest.mark.filterwarnings("ignore::RuntimeWarning")
def test_programs_have_the_slopes_that_jax_gives(name):
    """At the corner, where the program decides."""
    program = RELUS[name]
    found = slope(lambda x: program(x, np), 0.0)
    theirs = jax.jvp(lambda x: program(x, jnp), (0.0,), (1.0,))[1]
    assert found == pytest.approx(float(theirs), abs=0, nan_ok=True)


@pytest.mark.filterwarnings("ignore::RuntimeWarning")
def test_a_root_of_where_is_nan():
    """0 from np.where, times the infinite slope of the root."""
    for f, library in ((slope, np), (jax.grad, jnp)):
        root = lambda x, n=library: n.sqrt(n.where(x > 0, x, 0.0))
        if library is np:
            assert np.isnan(f(root, -1.0))
        else:
            assert f(root)(-1.0) == 0


def test_the_target_is_hit_in_six_throws():
    """The text says six runs: land at (20, 8) after 2.5 seconds."""
    scope = cells_with("throw", "aim")
    throw, runs = scope["throw"], []

    def counted(velocity):
        runs.append(1)
        return throw(velocity)

    target = np.array([20.0, 8.0, 2.5])
    found = scope["aim"](counted, np.array([-6.0, 0.0, 6.0]), target)
    assert throw(found) == pytest.approx(target, rel=0, abs=1e-6)
    assert len(runs) == 6


def test_differences_take_twenty_one_runs():
    """The text compares: the sixth throw is the first within 1e-6."""
    throw = cells_with("throw")["throw"]
    v, target = np.array([-6.0, 0.0, 6.0]), np.array([20.0, 8.0, 2.5])
    misses = []
    for _ in range(6):
        y = throw(v)
        misses.append(np.abs(y - target).max())
        steps = 1e-3 * np.eye(3)
        J = np.stack([(throw(v + h) - y) / 1e-3 for h in steps], -1)
        v = v + np.linalg.solve(J, target - y)
    assert misses[4] > 1e-6 > misses[5]
