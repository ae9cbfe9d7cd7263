"""The numbers of problem set 6: a bill, a valley, an edge, a web."""

import numpy as np
import pytest

from chainrule.count import Counter
from chainrule.data import tumors

pytest.importorskip("chainrule.engine")
second = pytest.importorskip("chainrule.second_order")
from chainrule.forward import jacfwd  # noqa: E402
from chainrule.network import predict  # noqa: E402
from chainrule.reverse import grad, value_and_grad, vjp  # noqa: E402

PROGRAMS = {
    "loss": lambda f, p, v: f(p),
    "gradient": lambda f, p, v: grad(f)(p),
    "hvp": lambda f, p, v: second.hvp(f, (p,), (v,)),
    "reverse over forward": lambda f, p, v: second.hvp_reverse_over_forward(
        f, (p,), (v,)
    ),
    "reverse over reverse": lambda f, p, v: second.hvp_reverse_over_reverse(
        f, (p,), (v,)
    ),
}


def bill(name, layers=40, width=64, examples=32):
    """Multiplications, and numbers alive beyond the inputs, at the peak."""
    rng, counter = np.random.default_rng(0), Counter()
    shapes = [(width, width), (width,)] * layers
    p, v = (
        tuple(counter.array(rng.normal(size=s) / 6) for s in shapes)
        for _ in range(2)
    )
    X, Y = rng.normal(size=(2, examples, width))
    before, counter.peak = counter.live, counter.live
    PROGRAMS[name](lambda p: np.sum((predict(p, X) - Y) ** 2), p, v)
    return counter.multiplications, counter.peak - before


def test_a_product_with_the_hessian_costs_eight_losses():
    """1, 3, 8: two ways compute the gradient as well, which is 1 more."""
    once = bill("loss")[0]
    times = {name: bill(name)[0] / once for name in PROGRAMS}
    assert times["gradient"] == pytest.approx(3.0, abs=0.1)
    assert times["reverse over forward"] == pytest.approx(7.9, abs=0.2)
    assert times["hvp"] - 1 == pytest.approx(7.9, abs=0.2)
    assert times["reverse over reverse"] - 1 == pytest.approx(7.9, abs=0.2)


def test_forward_over_reverse_keeps_the_least():
    """Twice what the gradient keeps; what is reverse outside keeps more."""
    peaks = {name: bill(name)[1] for name in PROGRAMS}
    assert peaks["hvp"] == pytest.approx(2 * peaks["gradient"], rel=0.05)
    assert peaks["reverse over reverse"] > 1.1 * peaks["hvp"]
    assert peaks["reverse over forward"] > 1.1 * peaks["hvp"]


def test_a_whole_hessian_runs_the_gradient_once():
    """At most 3 losses, and 6 for each of the weights."""
    counter = Counter()
    A, x = np.sin(np.arange(900.0)).reshape(30, 30), np.arange(30.0) / 30

    def f(x):
        return np.sum(np.tanh(A @ np.tanh(A @ x)) ** 2)

    x = counter.array(x)
    f(x)
    once, counter.multiplications = counter.multiplications, 0
    second.hessian(f)(x)
    assert counter.multiplications <= (3 + 6 * 30) * once


def tumor_loss(ridge=1e-5):
    """The loss of the notebook, with its measurements and signs."""
    X, malignant = tumors()
    order = np.random.default_rng(0).permutation(len(X))
    train, test = order[:455], order[455:]
    Z = (X - X[train].mean(axis=0)) / X[train].std(axis=0)
    Z, y = np.column_stack([Z, np.ones(len(Z))]), 2.0 * malignant - 1

    def loss(w):
        losses = np.logaddexp(0.0, -y[train] * (Z[train] @ w))
        return np.mean(losses) + ridge / 2 * np.sum(w**2)

    return loss, Z[test], y[test]


def test_newton_descends_the_valley():
    """All digits for 1600 gradients; descent has four after 2000."""
    loss, Z, y = tumor_loss()
    runs = []

    def counting(w):
        if not isinstance(w, np.ndarray):
            runs.append(1)
        return loss(w)

    w, values = np.zeros(31), [loss(np.zeros(31))]
    for _ in range(13):
        w, (_, value) = second.newton_cg(counting, w, 1)
        values.append(value)
    assert 2 * len(runs) == pytest.approx(1624, abs=40)
    gaps = np.array(values) - values[-1]
    digits = -np.log10(gaps[9:13])
    assert digits == pytest.approx([3.3, 4.4, 6.6, 10.6], abs=0.2)
    assert np.mean(np.sign(Z @ w) == y) == pytest.approx(0.947, abs=1e-3)
    eigenvalues = np.linalg.eigvalsh(second.hessian(loss)(w))
    assert eigenvalues[-1] / eigenvalues[0] == pytest.approx(5893, rel=0.01)
    start = np.linalg.eigvalsh(second.hessian(loss)(np.zeros(31)))
    assert start[-1] == pytest.approx(3.195, abs=0.01)
    walk = descent(loss, 1.9 / eigenvalues[-1], 2000)
    assert 1e-4 < walk[-1] - values[-1] < 4e-4
    assert np.max(walk) == pytest.approx(2.1, abs=0.01)


def descent(loss, rate, steps):
    """The values of gradient descent from 0."""
    x, values = np.zeros(31), []
    for _ in range(steps):
        value, g = value_and_grad(loss)(x)
        values.append(value)
        x = x - rate * g
    return np.array(values)


def test_a_product_costs_two_gradients_on_the_tumors():
    """The measurements are constant: fewer factors move."""
    loss, *_ = tumor_loss()
    counter, costs = Counter(), []
    w, v = counter.array(np.ones(31) / 9), counter.array(np.ones(31))
    for run in (lambda: grad(loss)(w), lambda: second.hvp(loss, (w,), (v,))):
        counter.multiplications = 0
        run()
        costs.append(counter.multiplications)
    assert costs[1] / costs[0] == pytest.approx(2.03, abs=0.03)


def test_with_a_larger_ridge_the_race_is_almost_a_draw():
    """Condition 140: both need less than a thousand gradients."""
    loss, *_ = tumor_loss(1e-3)
    w, values = second.newton_cg(loss, np.zeros(31), 10)
    eigenvalues = np.linalg.eigvalsh(second.hessian(loss)(w))
    assert eigenvalues[-1] / eigenvalues[0] == pytest.approx(140, abs=1)
    walk = descent(loss, 1.9 / eigenvalues[-1], 1000)
    assert walk[-1] - np.min(values) < 1e-14


@pytest.mark.parametrize(
    ("spread", "least", "most"),
    [(np.linspace(1, 100, 31), 0, 1e-13), (np.geomspace(1, 1e3, 31), 1e-4, 1)],
)
def test_as_many_products_as_unknowns(spread, least, most):
    """In exact arithmetic 31 are enough; rounding may want more."""
    rng = np.random.default_rng(0)
    Q, b = np.linalg.qr(rng.normal(size=(31, 31)))[0], rng.normal(size=31)
    A = Q * spread @ Q.T
    s = second.conjugate_gradients(lambda p: A @ p, b, 31, 1e-15)
    assert least <= np.linalg.norm(b - A @ s) / np.linalg.norm(b) < most


def test_the_adjoint_method_is_eighty_times_closer_than_unrolling():
    """From the same point, since it may go on: 2.4e-9 against 2.2e-7."""
    rng = np.random.default_rng(2)
    mix = rng.normal(size=(5, 5)) + 4 * np.eye(5)
    mix = mix / np.linalg.norm(mix, 2)
    theta, x_bar = 0.1 * rng.normal(size=5), rng.normal(size=5)

    def contract(theta, x):
        return 0.8 * np.tanh(mix @ x) + theta

    def iterate(theta, rounds, x):
        for _ in range(rounds):
            x = contract(theta, x)
        return x

    best = iterate(theta, 300, np.zeros(5))
    exact = second.fixed_point_vjp(contract, theta, best, x_bar)
    J = jacfwd(lambda x: contract(theta, x))(best)
    assert max(abs(np.linalg.eigvals(J))) == pytest.approx(0.67, abs=0.005)

    def error(found):
        return np.linalg.norm(found - exact) / np.linalg.norm(exact)

    for k in (10, 20, 40):
        x = iterate(theta, k, np.zeros(5))
        adjoint = error(second.fixed_point_vjp(contract, theta, x, x_bar))
        unrolled, settled = (
            error(
                vjp(lambda t, a=a, k=k: iterate(t, k, a), theta)[1](x_bar)[0]
            )
            for a in (np.zeros(5), best)
        )
        assert 78 < unrolled / adjoint < 95
        assert settled == pytest.approx(unrolled, rel=0.2)


def test_the_best_link_is_not_from_the_best_page():
    """A slope of 0.116 from the shop, 0.075 from home; whole links differ."""
    from course_files import solved

    (lifts,) = solved("ps6", "ps6-pagerank")
    pages = "home news blog shop maps wiki chat you".split()
    links = "news shop wiki, home wiki, wiki you, home, wiki, "
    links += "news maps chat shop home, blog wiki, home"
    W = np.zeros((8, 8))
    for j, targets in enumerate(links.split(",")):
        for target in targets.split():
            W[pages.index(target), j] = 1

    def rank(W):
        P = W / W.sum(axis=0)
        jump = np.full(8, 0.15 / 8)
        return np.linalg.solve(np.eye(8) - 0.85 * P, jump)[7]

    gains, shop, home = lifts(W, 7), pages.index("shop"), pages.index("home")
    assert gains[7, shop] == pytest.approx(0.116, abs=1e-3)
    assert gains[7, home] == pytest.approx(0.075, abs=1e-3)
    step = np.zeros((8, 8))
    step[7, shop] = 1e-5
    slope = (rank(W + step) - rank(W - step)) / 2e-5
    assert gains[7, shop] == pytest.approx(slope, rel=1e-7)
    whole = {}
    for j in (shop, home):
        more = W.copy()
        more[7, j] = 1
        whole[j] = rank(more) - rank(W)
    assert whole[home] > whole[shop] > 0.8 * whole[home]
