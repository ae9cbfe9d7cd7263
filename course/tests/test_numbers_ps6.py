"""The numbers of problem set 6: a bill, a valley, an edge, a web."""

import numpy as np
import pytest

from chainrule.count import Counter
from chainrule.data import tumors

pytest.importorskip("chainrule.engine")
second = pytest.importorskip("chainrule.second_order")
from chainrule.network import predict  # noqa: E402
from chainrule.reverse import grad, value_and_grad  # noqa: E402

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


def tumor_loss():
    """The loss of the notebook, with its measurements and signs."""
    X, malignant = tumors()
    order = np.random.default_rng(0).permutation(len(X))
    train, test = order[:455], order[455:]
    Z = (X - X[train].mean(axis=0)) / X[train].std(axis=0)
    Z, y = np.column_stack([Z, np.ones(len(Z))]), 2.0 * malignant - 1

    def loss(w):
        losses = np.logaddexp(0.0, -y[train] * (Z[train] @ w))
        return np.mean(losses) + 1e-3 / 2 * np.sum(w**2)

    return loss, Z[test], y[test]


def test_newton_descends_the_valley(monkeypatch):
    """Ten steps, 393 products, 16 digits; gradient descent has four."""
    loss, Z, y = tumor_loss()
    products = []
    counted = second.hvp
    monkeypatch.setattr(
        second, "hvp", lambda *a: products.append(1) or counted(*a)
    )
    w, values = second.newton_cg(loss, np.zeros(31), 10)
    assert len(products) == pytest.approx(393, abs=15)
    gaps = values - values[10]
    assert gaps[9] < 1e-14
    for k in (6, 7, 8):
        assert gaps[k + 1] < 100 * gaps[k] ** 2
    assert np.mean(np.sign(Z @ w) == y) == pytest.approx(0.956, abs=1e-3)
    eigenvalues = np.linalg.eigvalsh(second.hessian(loss)(w))
    assert eigenvalues[-1] / eigenvalues[0] == pytest.approx(140, abs=1)
    x, top = np.zeros(31), 3.196
    for _ in range(2000):
        value, g = value_and_grad(loss)(x)
        x = x - 1.9 / top * g
    assert 1e-5 < value - values[10] < 1e-3


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
