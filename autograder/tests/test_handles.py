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
        arguments = put(arguments)
        keywords = dict(zip(keywords, put(tuple(keywords.values()))))
        return table.dispatch(name, arguments, keywords, [])

    def put(value):
        if isinstance(value, tuple | list):
            return type(value)(put(item) for item in value)
        return x if type(value) is str and value == "x" else value

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
        ("zeros_like", "x", np.dtype("<f8"), "C", True, (4,)),
        ("dot", "x", np.ones(3)),
        ("outer", "x", "x"),
        ("greater", "x", 0.0),
        ("setitem", "x", (0, 0), 1.0),
        ("where", "x", "x", 0.0),
        ("full_like", "x", 2),
        ("concatenate", ["x", "x"], 1),
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
    "a plain array many times": ("add", ("x", [np.ones(10**6)] * 30), {}),
    "a batch of products": (
        "matmul",
        (np.ones((10**4, 2)), np.broadcast_to(1.0, (10**4, 2, 1))),
        {"where": "x"},
    ),
    "half precision": ("ones_like", ("x", np.dtype("f2")), {}),
    "long precision": ("ones_like", ("x",), {"dtype": np.dtype("f16")}),
    "plain half precision": ("add", ("x", np.ones(3, "f2")), {}),
    "complex numbers": ("multiply", ("x", 1j), {}),
    "a slow product": (
        "matmul",
        (np.broadcast_to(1.0, (2000, 2000)), np.ones((2000, 2000))),
        {"where": "x"},
    ),
    "a slow sum": (
        "einsum",
        ("a,b,c->", np.ones(10**4), np.ones(10**5), "x"),
        {},
    ),
}


@pytest.mark.parametrize("name", BOMBS)
def test_what_would_fill_the_host_is_refused(ask, name):
    """Before anything is computed."""
    operation, arguments, keywords = BOMBS[name]
    with pytest.raises((TypeError, MemoryError)):
        ask(operation, *arguments, **keywords)
    assert ask.counter.live == 6


CHOICES = {
    "a mask": ("getitem", ("x", "x"), {}),
    "a mask among slices": ("getitem", ("x", (slice(None), "x")), {}),
    "a mask that is written to": ("setitem", ("x", "x", 0.0), {}),
    "places": ("take", ("x", "x"), {}),
    "where it is true": ("where", ("x",), {}),
    "a diagonal": ("diagonal", ("x", "x"), {}),
    "an axis": ("sum", ("x", "x"), {}),
    "an axis by name": ("sum", ("x",), {"axis": "x"}),
    "an axis of a reduction": ("add.reduce", ("x", "x"), {}),
    "parts": ("split", ("x", "x"), {}),
}


@pytest.mark.parametrize("name", CHOICES)
def test_numbers_are_not_told_by_shapes(ask, name):
    """The shape of a result crosses; the numbers stay."""
    operation, arguments, keywords = CHOICES[name]
    with pytest.raises(TypeError, match="choose no entries and no shape"):
        ask(operation, *arguments, **keywords)


def test_numbers_are_not_told_bit_by_bit(ask):
    """A few comparisons are free, and then no more; an error is one, too."""
    one = ask("getitem", "x", (0, 1))
    below = ask("multiply", ask("less", one, 9.0), -1)
    for _ in range(32):
        assert ask("bool", one) is True
        with pytest.raises(ValueError, match="negative integer powers"):
            ask("power", 2, below)
    ask("add", "x", 1.0)
    ask("bool", one)
    with pytest.raises(TypeError, match="does not turn into plain numbers"):
        ask("bool", one)


LISTS = {
    "a sum with a list": lambda big: ("add", (big, [[big] * 60])),
    "joined lists": lambda big: ("concatenate", ([[big] * 60],)),
    "a choice": lambda big: ("where", ([big] * 60, 1.0, 0.0)),
    "a sum of lists": lambda big: ("sum", ([big] * 60,)),
    "a list by keyword": lambda big: ("add", (big, big), {"out": [big] * 60}),
}


@pytest.mark.parametrize("name", LISTS)
def test_an_array_counts_as_often_as_it_is_listed(ask, monkeypatch, name):
    """Sixty handles are a few bytes; NumPy would copy the array 60 times."""
    monkeypatch.setattr(handles, "MOST", 5000)
    operation, arguments, *keywords = LISTS[name](
        ask("zeros_like", "x", shape=(10, 10))
    )
    ask("zeros_like", "x", shape=(5000,))
    with pytest.raises(MemoryError, match=r"is given 6[0-9]*00 numbers"):
        ask(operation, *arguments, **(keywords[0] if keywords else {}))


def test_all_that_is_alive_is_bounded(ask, monkeypatch):
    monkeypatch.setattr(handles, "MOST_LIVE", 1000)
    kept = [ask("zeros_like", "x", shape=(100,)) for _ in range(10)]
    with pytest.raises(MemoryError, match="1000 numbers are alive already"):
        ask("zeros_like", "x", shape=(100,))
    assert len(kept) == 10
