"""The numbers of problem set 5, reverse mode: slopes, sweeps, a network."""

import numpy as np
import pytest

from chainrule.cases import Case, Source
from chainrule.compare import Mismatch
from chainrule.data import digits

reverse = pytest.importorskip("chainrule.reverse")
network = pytest.importorskip("chainrule.network")
ps5 = pytest.importorskip("chainrule.visible.ps5")

LOSSES = [110.29005, 17.17577, 15.48445, 14.27435, 13.16495]
LOSSES += [12.14630, 11.21069, 10.35107, 9.56101, 8.83466]
TOY_X = np.array([1.0, 2.0, -1.0])
TOY_A = np.array([[0.0, 2.0, -1.0], [3.0, 1.5, 2.0]])
TOY_BARS = np.array([1.0, 0.1, 3.0]), np.array([0.4, -0.3])


def toy(x, A):
    """The toy function of the outline, in plain NumPy."""
    z = np.sin(x**2)
    return x**2 + z, A @ z


def squared_errors(parameters, batch):
    """Summed squared errors of a linear layer."""
    (w, c), (X, Y) = parameters, batch
    return np.sum((X @ w + c - Y) ** 2)


def risk(parameters, batch):
    """The risk of problem set 4, without a pullback."""
    Z = network.predict(parameters, batch[0])
    return network.cross_entropy(Z, batch[1])[0]


def test_slopes_of_the_outline():
    """x^2 sin x, and exp(tanh x) at four points."""
    slope = reverse.grad(lambda x: x**2 * np.sin(x))(1.3)
    assert slope == pytest.approx(2.9573243024602545, rel=1e-12)
    wanted = [0.19609504439167436, 1, 1.2484317246552137, 0.18526317177400886]
    x = np.array([-1.0, 0.0, 0.5, 2.0])
    found = reverse.grad(lambda x: np.sum(np.exp(np.tanh(x))))(x)
    assert found == pytest.approx(wanted, rel=1e-12)


def test_the_toy_function_is_pulled_back():
    """Values, cotangents, and the dot product with (2, 3, 0.5)."""
    (u, t), pullback = reverse.vjp(toy, TOY_X, TOY_A)
    assert u == pytest.approx([1.8414709848, 3.2431975047, 1.8414709848])
    assert t == pytest.approx([-2.3550759754, 3.0721511811])
    x_bar, _ = pullback(TOY_BARS)
    wanted = [2.1080604612, -0.7765585176, -8.1612092235]
    assert x_bar == pytest.approx(wanted, rel=1e-9)
    dot = x_bar @ np.array([2.0, 3.0, 0.5])
    assert dot == pytest.approx(-2.194159242052528, rel=1e-12)


def test_the_first_jacobian_by_rows():
    """(x1 x2^2, x1 x2) at (3, 4)."""

    def f(x):
        return np.stack([x[0] * x[1] ** 2, x[0] * x[1]])

    J = reverse.jacrev(f)(np.array([3.0, 4.0]))
    assert np.array_equal(J, [[16.0, 24.0], [4.0, 3.0]])
    assert np.array_equal(J @ [1.0, 2.0], [64.0, 10.0])


def sweep(node, bar, sums, again):
    """The two wrong sweeps of the notebook."""
    first = node not in sums
    sums[node] = sums.get(node, 0.0) + bar
    if node.parents and (first or again):
        for parent, more in zip(node.parents, node.vjp(sums[node])):
            sweep(parent, more, sums, again)
    return sums


def test_two_wrong_sweeps_and_a_right_one():
    """15 and 39 in place of 33."""

    def program(x):
        y = x * x
        return y + y * x

    _, (end,), (start,) = reverse.record(program, (3.0,))
    assert sweep(end, 1.0, {}, False)[start] == 15
    assert sweep(end, 1.0, {}, True)[start] == 39
    assert reverse.backward([end], [1.0])[start] == 33


def test_the_regression_is_trained_by_the_engine():
    """The first ten losses of the outline."""
    X = np.random.RandomState(0).random_sample((30, 2))
    Y = (2 * X[:, 0] - 3 * X[:, 1] + 1)[:, None]
    rng = np.random.RandomState(0)
    start = rng.randn(2, 1), rng.randn(1)
    gradient = reverse.value_and_grad(squared_errors)
    _, losses = network.train(gradient, start, [(X, Y)] * 10, 1e-2)
    assert losses == pytest.approx(LOSSES, rel=0, abs=1e-4)


def test_a_network_agrees_with_its_pullbacks_step_by_step():
    """Ten steps on the digits; the parameters stay together."""
    images, labels = digits()
    X, rng = images.reshape(-1, 64) / 16, np.random.default_rng(0)
    start = (
        rng.normal(size=(64, 32)) / 8,
        np.zeros(32),
        rng.normal(size=(32, 10)) / np.sqrt(32),
        np.zeros(10),
    )

    def by_hand(parameters, batch):
        Z, pull_network = network.perceptron(parameters, batch[0])
        value, pull_loss = network.cross_entropy(Z, batch[1])
        return value, pull_network(pull_loss(1.0))[0]

    ours = theirs = start
    for k in range(10):
        rows = slice(32 * k, 32 * k + 32)
        batch = [(X[rows], labels[rows])]
        ours, _ = network.train(reverse.value_and_grad(risk), ours, batch, 0.1)
        theirs, _ = network.train(by_hand, theirs, batch, 0.1)
        for a, b in zip(ours, theirs):
            assert np.max(np.abs(a - b)) <= 1e-14


def test_derivatives_of_a_small_function_by_hand():
    """The second and third derivative that the notebook prints."""
    f, s, c = lambda x: x**2 * np.sin(x), np.sin(1.3), np.cos(1.3)
    second = reverse.grad(reverse.grad(f))
    assert second(1.3) == pytest.approx(5.2 * c + 0.31 * s, rel=1e-13)
    third = reverse.grad(second)(1.3)
    assert third == pytest.approx(4.31 * c - 7.8 * s, rel=1e-13)


def test_a_plain_number_may_come_back_through_a_sum():
    """A cotangent that is a Python float has no reshape."""
    _, outputs, inputs = reverse.record(np.sum, (TOY_X,))
    assert reverse.backward(outputs, [0.5])[inputs[0]].tolist() == [0.5] * 3


def test_a_long_list_of_calls_is_not_searched():
    """It comes from a student's process, and may hold any number of them."""
    text = (
        "def case():\n"
        "    class Names(list):\n"
        "        count = None\n"
        "    return None, Names(['p0'] * 300_000)"
    )
    case = Case("each rule once", (Source(text),), ("p0", "p1"))
    with pytest.raises(Mismatch, match="300000 rules are called in one sweep"):
        ps5.once_each(case, None)
