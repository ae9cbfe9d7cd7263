"""The numbers of problem set 3: multiplications, memory, recomputation."""

import itertools
import weakref

import numpy as np
import pytest

cost = pytest.importorskip("chainrule.cost")
compose = pytest.importorskip("chainrule.compose")
count = pytest.importorskip("chainrule.count")

CHAINS = [
    ((2, 3, 5, 7), 100, 147, 100),
    ((10, 1, 10, 1, 10), 300, 300, 120),
    ((5, 10, 3, 12, 5), 630, 580, 405),
    ((20, 1, 20, 3, 1), 1660, 100, 83),
    ((3, 50, 2, 50, 3), 1050, 1050, 618),
    ((784, 128, 64, 10, 1), 6932128, 109184, 109184),
]


def spent(order, widths):
    """Multiplications of an order, and the shape of its product."""
    if isinstance(order, int):
        return 0, (widths[order], widths[order - 1])
    (left, (m, k)), (right, (inner, n)) = (spent(o, widths) for o in order)
    assert k == inner
    return left + right + m * k * n, (m, n)


@pytest.mark.parametrize(("widths", "forward", "reverse", "best"), CHAINS)
def test_multiplications_of_a_chain(widths, forward, reverse, best):
    """Forward, reverse and best; the best order costs what it says."""
    assert cost.forward_cost(widths) == forward
    assert cost.reverse_cost(widths) == reverse
    found, order = cost.best_cost(widths)
    assert found == best
    assert spent(order, widths)[0] == best


def test_sweeps_multiply_the_first_jacobian_too():
    """(2, 3, 5, 7) by one-hot pushes costs 112, by one-hot pulls 392."""
    widths = (2, 3, 5, 7)
    matrices = [np.ones((m, n)) for n, m in itertools.pairwise(widths)]
    pushes, pulls = count.Counter(), count.Counter()
    for one in np.eye(widths[0]):
        x_dot = pushes.array(one)
        for J in matrices:
            x_dot = J @ x_dot
    for one in np.eye(widths[-1]):
        x_bar = pulls.array(one)
        for J in reversed(matrices):
            x_bar = J.T @ x_bar
    assert (pushes.multiplications, pulls.multiplications) == (112, 392)


def test_dense_memory_of_ten_ten_ten():
    """310 numbers, in either mode."""
    assert cost.forward_memory((10, 10, 10), "dense") == 310
    assert cost.reverse_memory((10, 10, 10), "dense") == 310


class Activation:
    """A value that is counted while anybody holds it."""

    live = weakref.WeakSet()

    def __init__(self):
        self.live.add(self)


def test_checkpoints_store_15_activations_and_repeat_49_steps():
    """64 layers in 8 segments, in place of 64 stored activations."""
    stored, runs = [], []

    def apply(_):
        runs.append(1)
        stored.append(len(Activation.live))
        return Activation()

    def vjp(_):
        stored.append(len(Activation.live))
        return None, lambda y_bar: y_bar

    layer = compose.Primitive(apply, None, vjp)
    pullback = cost.checkpointed_vjp([layer] * 64, Activation(), 8)[1]
    assert len(runs) == 64
    assert pullback(1.0) == 1.0
    assert len(runs) - 64 == 49
    assert max(stored) == 15


PRICED = {"multiply", "divide", "square", "matmul"}
FREE = """absolute add bitwise_and bitwise_count bitwise_or bitwise_xor ceil
conjugate copysign equal fabs floor fmax fmin frexp greater greater_equal
heaviside invert isfinite isinf isnan isnat less less_equal logical_and
logical_not logical_or logical_xor maximum minimum modf negative nextafter
not_equal positive rint sign signbit spacing subtract trunc arccosh arcsinh
arctanh""".split()


def test_no_function_multiplies_for_nothing():
    """Every ufunc of NumPy is priced, listed as a call, free or refused."""
    ufuncs = {f.__name__ for f in vars(np).values() if isinstance(f, np.ufunc)}
    assert ufuncs <= PRICED | {*FREE} | count.CALLS | count.REFUSED


@pytest.mark.parametrize(
    "name",
    [
        "fmod",
        "divmod",
        "float_power",
        "divide.outer",
        "power.outer",
        "multiply.accumulate",
        "power.reduce",
    ],
)
def test_products_without_a_price_are_refused(name):
    """Neither a rest nor an unusual method multiplies in secret."""
    first, _, method = name.partition(".")
    product = getattr(getattr(np, first), method or "__call__")
    x = count.Counter().array([1.0, 2.0, 4.0])
    with pytest.raises(TypeError, match="is not counted"):
        product(x, x) if method in ("", "outer") else product(x)


def test_few_comparisons_are_free():
    """A norm may end a loop; all bits of a number may not be asked for."""
    counter = count.Counter()
    x = counter.array([1.0, 2.0, 4.0])
    asked = [bool(x[0] < k) for k in range(count.MOST_LOOKS)]
    assert asked == [k > 1 for k in range(count.MOST_LOOKS)]
    with pytest.raises(TypeError, match="does not turn into plain numbers"):
        [bool(x[0] < k) for k in range(2)]


@pytest.mark.parametrize(
    "take",
    [
        lambda x: np.ones((10**5, 2)) @ x,
        lambda x: np.einsum("bij,c,d->", x, *np.ones((2, 2000))),
    ],
)
def test_products_are_bounded_before_they_are_made(take):
    """By the size of the result, batches included, and by their price."""
    counter = count.Counter()
    x = counter.array(np.ones((1000, 2, 1)))
    with pytest.raises(MemoryError):
        take(x)
    assert counter.live == x.size
