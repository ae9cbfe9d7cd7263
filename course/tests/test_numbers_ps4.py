"""The numbers of problem set 4: a price, a regression, an accuracy."""

import numpy as np
import pytest

from chainrule.data import digits

network = pytest.importorskip("chainrule.network")
count = pytest.importorskip("chainrule.count")

LOSSES = [110.29005, 17.17577, 15.48445, 14.27435, 13.16495]
LOSSES += [12.14630, 11.21069, 10.35107, 9.56101, 8.83466]
SIZES = (784,), (128, 784), (10, 128)


def multiplications(f, *arguments):
    """How many multiplications a call costs."""
    counter = count.Counter()

    def counted(value):
        if isinstance(value, tuple):
            return tuple(counted(item) for item in value)
        return counter.array(value)

    f(*counted(arguments))
    return counter.multiplications


def squared_errors(parameters, batch):
    """Summed squared errors of a linear layer, and their gradient."""
    X, Y = batch
    Z, pullback = network.linear(X, *parameters)
    return np.sum((Z - Y) ** 2), pullback(2 * (Z - Y))[1:]


def regression(rate, steps):
    """The losses of the table's regression."""
    X = np.random.RandomState(0).random_sample((30, 2))
    Y = (2 * X[:, 0] - 3 * X[:, 1] + 1)[:, None]
    rng = np.random.RandomState(0)
    start = rng.randn(2, 1), rng.randn(1)
    return network.train(squared_errors, start, [(X, Y)] * steps, rate)[1]


def test_the_gradient_costs_three_losses():
    """784-128-10, all three arguments, sharing the forward pass."""
    point = tuple(np.ones(s) for s in SIZES)
    once = multiplications(network.loss, *point)
    ratio = multiplications(network.loss_grad, *point) / once
    assert ratio == pytest.approx(3.0, abs=0.005)


def test_a_push_of_all_arguments_costs_three_losses():
    """The push of the network, then y = A z and 2 y y_dot for the loss."""
    point = tuple(np.ones(s) for s in SIZES)
    once = multiplications(network.loss, *point)
    push = multiplications(network.two_layers_jvp, *point, point)
    ratio = (push + 10 * 128 + 2 * 10) / once
    assert ratio == pytest.approx(3.0, abs=0.005)


def test_the_first_ten_losses_of_the_regression():
    """Rate 0.01, from the seeded start; sums, not means."""
    assert regression(1e-2, 10) == pytest.approx(LOSSES, rel=0, abs=1e-4)


def test_the_cliff_of_the_regression_is_where_it_was_computed():
    """One per cent below 0.021365 it converges, one above it does not."""
    below, above = (regression(f * 0.021365, 2000) for f in (0.99, 1.01))
    assert below[-1] < 1e-3
    assert above[-1] > 1e6


def test_the_edge_is_known_to_five_digits():
    """2 over the largest eigenvalue of 2 M^T M."""
    X = np.random.RandomState(0).random_sample((30, 2))
    M = np.column_stack([X, np.ones(30)])
    edge = 2 / np.linalg.eigvalsh(2 * M.T @ M)[-1]
    assert edge == pytest.approx(0.021365, abs=5e-7)


def risk(parameters, batch):
    """Cross-entropy of the perceptron, and its gradient."""
    X, labels = batch
    Z, pull_network = network.perceptron(parameters, X)
    value, pull_loss = network.cross_entropy(Z, labels)
    return value, pull_network(pull_loss(1.0))[0]


def test_the_digits_are_learned():
    """32 hidden units, 30 epochs of batches of 32: at least 0.95."""
    rng = np.random.default_rng(0)
    images, labels = digits()
    order = rng.permutation(len(labels))
    X, labels = images.reshape(-1, 64)[order] / 16, labels[order]
    start = (
        rng.normal(size=(64, 32)) / 8,
        np.zeros(32),
        rng.normal(size=(32, 10)) / np.sqrt(32),
        np.zeros(10),
    )
    batches = [
        (X[rows], labels[rows])
        for _ in range(30)
        for rows in np.array_split(rng.permutation(1437), 45)
    ]
    parameters, _ = network.train(risk, start, batches, 0.1)
    guessed = np.argmax(network.predict(parameters, X[1437:]), axis=1)
    assert np.mean(guessed == labels[1437:]) >= 0.95
