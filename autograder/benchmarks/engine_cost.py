"""What a gradient costs: our engine beside autograd and JAX without jit.

`python -m autograder.benchmarks.engine_cost` prints a Markdown table. Each
network is one of problem set 4. All packages run the same text; "by hand"
is problem set 4's own pullback, which shows what is possible. The runs
alternate, so that a busy machine is unfair to nobody, each follows a run
of its own that warms the caches, and each time is the best of many. The
counts are exact: multiplications of the gradient over those of the loss,
by chainrule.count.
"""

import argparse
import time
from collections.abc import Callable
from functools import partial
from typing import Any

import autograd
import autograd.numpy
import jax
import jax.numpy
import numpy

from chainrule import network as ps4
from chainrule.count import Counter
from chainrule.reverse import grad

jax.config.update("jax_enable_x64", True)

Function = Callable[..., Any]
Arrays = tuple[Any, ...]
PACKAGES: dict[str, tuple[Any, Function]] = {
    "chainrule": (numpy, grad),
    "autograd": (autograd.numpy, autograd.grad),
    "JAX": (jax.numpy, jax.grad),
}


def squares(np: Any, parameters: Arrays, x: Any) -> Any:
    """The loss of two layers: the sum of squares of A (B x)^2."""
    B, A = parameters
    return np.sum((A @ (B @ x) ** 2) ** 2)


def squares_by_hand(parameters: Arrays, x: Any) -> Arrays:
    """Its gradient, as problem set 4 has it."""
    return ps4.loss_grad(x, *parameters)[1:]  # type: ignore[no-any-return]


def risk(np: Any, parameters: Arrays, X: Any, one_hot: Any) -> Any:
    """Cross-entropy of a tanh network, averaged over a batch."""
    W1, c1, W2, c2 = parameters
    Z = np.tanh(X @ W1 + c1) @ W2 + c2
    Z = Z - np.max(Z, axis=1, keepdims=True)
    log_sum = np.log(np.sum(np.exp(Z), axis=1))
    return np.mean(log_sum - np.sum(Z * one_hot, axis=1))


def risk_by_hand(parameters: Arrays, X: Any, one_hot: Any) -> Arrays:
    """Its gradient, as problem set 4 has it."""
    Z, pull_network = ps4.perceptron(parameters, X)
    labels = numpy.argmax(one_hot, axis=1)
    _, pull_loss = ps4.cross_entropy(Z, labels)
    return pull_network(pull_loss(1.0))[0]  # type: ignore[no-any-return]


def two_layers(n: int, h: int, m: int) -> Arrays:
    """Random B: (h, n), A: (m, h) and x: (n,)."""
    rng = numpy.random.default_rng(0)
    B, A = rng.normal(size=(h, n)) / n, rng.normal(size=(m, h)) / h
    return squares, squares_by_hand, (B, A), rng.normal(size=n)


def perceptron(n: int, h: int, m: int, batch: int) -> Arrays:
    """Random weights, a batch of inputs, and labels as one-hot rows."""
    rng = numpy.random.default_rng(0)
    layers = rng.normal(size=(n, h)) / n, rng.normal(size=(h, m)) / h
    parameters = layers[0], numpy.zeros(h), layers[1], numpy.zeros(m)
    labels = numpy.eye(m)[rng.integers(m, size=batch)]
    return risk, risk_by_hand, parameters, rng.random((batch, n)), labels


NETWORKS = {
    "tanh 784-128-10, batch of 256": perceptron(784, 128, 10, 256),
    "tanh 784-128-10, batch of 32": perceptron(784, 128, 10, 32),
    "tanh 64-32-10, all 1437 digits": perceptron(64, 32, 10, 1437),
    "tanh 64-32-10, batch of 32": perceptron(64, 32, 10, 32),
    "squares 784-128-10, one example": two_layers(784, 128, 10),
}


def counted(network: Arrays) -> float:
    """Multiplications of our gradient over those of the loss."""
    f, _, parameters, *data = network
    counts = []
    for function in (grad(partial(f, numpy)), partial(f, numpy)):
        counter = Counter()
        function(tuple(map(counter.array, parameters)), *data)
        counts.append(counter.multiplications)
    return float(counts[0] / counts[1])


def runs(network: Arrays) -> dict[tuple[str, str], Function]:
    """A forward run and a gradient of each package, ready to be timed."""
    f, by_hand, parameters, *data = network
    forward = partial(f, numpy, parameters, *data)
    ready: dict[tuple[str, str], Function] = {
        ("by hand", "f"): forward,
        ("by hand", "grad"): partial(by_hand, parameters, *data),
    }
    for name, (np, gradient) in PACKAGES.items():
        arrays = jax.tree.map(np.asarray, (parameters, *data))
        program = partial(f, np)
        for kind, function in (("f", program), ("grad", gradient(program))):
            call = partial(function, *arrays)
            ready[name, kind] = waiting(call) if name == "JAX" else call
    return ready


def waiting(call: Function) -> Function:
    """Let a call wait for what JAX computes in the background."""
    return lambda: jax.block_until_ready(call())


def timed(network: Arrays, rounds: int) -> dict[tuple[str, str], float]:
    """Best time of each run [s], after all gradients were compared."""
    ready = runs(network)
    found = {name: run() for (name, kind), run in ready.items() if "g" in kind}
    for gradient in found.values():
        for x, y in zip(gradient, found["by hand"], strict=True):
            numpy.testing.assert_allclose(x, y, rtol=1e-9, atol=1e-12)
    best = dict.fromkeys(ready, float("inf"))
    for _ in range(rounds):
        for key, run in ready.items():
            run()
            start = time.perf_counter()
            run()
            best[key] = min(best[key], time.perf_counter() - start)
    return best


def rows(rounds: int) -> list[list[str]]:
    """The table's rows, one for each network and package."""
    table = []
    for title, network in NETWORKS.items():
        best = timed(network, rounds)
        for name in ("by hand", *PACKAGES):
            once, whole = best[name, "f"], best[name, "grad"]
            count = f"{counted(network):.2f}" if name == "chainrule" else ""
            times = f"{1e6 * once:.0f}", f"{1e6 * whole:.0f}"
            table.append([title, name, count, *times, f"{whole / once:.1f}"])
    return table


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=100)
    titles = "network|package|counted|loss, µs|gradient, µs|ratio".split("|")
    lines = [titles, ["---"] * len(titles)]
    for line in lines + rows(parser.parse_args().rounds):
        print(f"| {' | '.join(line)} |")


if __name__ == "__main__":
    main()
