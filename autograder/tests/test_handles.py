"""Requests on counted arrays come from students: none may hurt the host."""

import numpy as np
import pytest

from autograder import handles
from autograder.inside.values import Remote
from chainrule.count import Counter


@pytest.fixture
def ask():
    """Ask for an operation on `x`, an array that the student was given."""
    table, counter = handles.Handles(), Counter()
    x = counter.array(np.arange(6.0).reshape(2, 3))
    table.encode(x)

    def dispatch(name, *arguments, **keywords):
        arguments = tuple(x if a == "x" else a for a in arguments)
        keywords = {k: x if v == "x" else v for k, v in keywords.items()}
        return table.dispatch(name, arguments, keywords, [])

    dispatch.x, dispatch.counter = x, counter
    return dispatch


def test_honest_requests_are_answered(ask):
    """Axes, indexes, options and new shapes, as NumPy's users write them."""
    for request in (
        ("sum", "x", None),
        ("getitem", "x", (Ellipsis, None, slice(None, None, 2))),
        ("getitem", "x", slice(1, None)),
        ("getitem", "x", None),
        ("getitem", "x", (0, [1, 2])),
        ("setitem", "x", (slice(None), 0), 1.0),
        ("einsum", "ij,ij->i", "x", "x"),
        ("transpose", "x", [1, 0]),
        ("split", "x", 3, 1),
        ("where", [True, False, True], "x", 0.0),
        ("add", 1, "x"),
        ("zeros_like", "x", np.dtype("<f4"), "C", True, (4,)),
    ):
        ask(*request)
    ask("sum", "x", axis=(0, 1), keepdims=True, dtype=None)
    ask("full_like", "x", 2.0, shape=(5, 2))


BOMBS = {
    "objects by name": ("full_like", ("x", 10), {"dtype": "O"}),
    "objects by place": ("full_like", ("x", 10, "O"), {}),
    "objects by signature": ("power", ("x", "x"), {"signature": "OO->O"}),
    "objects by fields": ("zeros_like", ("x",), {"dtype": [("a", "O")]}),
    "subarrays": ("zeros_like", ("x",), {"dtype": "(9999999,)f8"}),
    "nothing among numbers": ("power", ([None, 9], [None, 9]), {"where": "x"}),
    "large integers": ("power", ([10**99], [10**99]), {"where": "x"}),
    "nothing as a number": ("where", ("x", None, 5), {}),
    "functions": ("where", ("x", Remote(None, 0), 5), {}),
    "many parts": ("split", ("x", [0] * 20_000), {}),
    "very many parts": ("split", ("x", 10**9), {}),
    "a large shape": ("ones_like", ("x",), {"shape": (10**5, 10**5)}),
    "a shape by place": ("ones_like", ("x", None, "K", True, 10**10), {}),
    "a full shape by place": (
        "full_like",
        ("x", 1.0, None, "K", True, (10**5, 10**5)),
        {},
    ),
    "a large view": ("broadcast_to", ([1.0], (10**9,)), {"subok": "x"}),
    "text": ("add", ("x", "text"), {}),
}


@pytest.mark.parametrize("name", BOMBS)
def test_what_would_fill_the_host_is_refused(ask, name):
    """Before anything is computed."""
    operation, arguments, keywords = BOMBS[name]
    with pytest.raises((TypeError, MemoryError)):
        ask(operation, *arguments, **keywords)
    assert ask.counter.live == 6


def test_all_that_is_alive_is_bounded(ask, monkeypatch):
    monkeypatch.setattr(handles, "MOST_LIVE", 1000)
    kept = [ask("zeros_like", "x", shape=(100,)) for _ in range(10)]
    with pytest.raises(MemoryError, match="1000 numbers are alive already"):
        ask("zeros_like", "x", shape=(100,))
    assert len(kept) == 10
