"""What the engine refuses: no derivative is ever dropped in silence."""

import math

import numpy as np
import pytest

from chainrule.forward import jacfwd, jvp, linearize, separate
from chainrule.reverse import (
    Node,
    grad,
    jacrev,
    primitive,
    value_and_grad,
    vjp,
)

X = np.array([3.0, 4.0])


def changed(x, method, *arguments):
    """Call a method that changes an array, and return the array."""
    getattr(x, method)(*arguments)
    return x


# What the function does to x, and what the message must say.
PROGRAMS = {
    "math.sin(x[0])": "np.sin",
    "float(x[0])": "its derivative would be lost",
    "int(x[0])": "its derivative would be lost",
    "complex(x[0])": "its derivative would be lost",
    "x[0].item()": "its derivative would be lost",
    "x.tolist()": "its derivative would be lost",
    "[1.0, 2.0][x[0]]": "its derivative would be lost",
    "range(x[0])": "its derivative would be lost",
    "np.array([x[0], x[1]])": "np.stack",
    "np.array(x)": "cannot become a plain one",
    "np.asarray(x)": "cannot become a plain one",
    "np.array([x[0], 1.0], dtype=object)": "np.stack",
    "np.sum([x[0], x[1]])": "np.stack",
    "np.full(3, x[0])": "cannot become a plain one",
    "x * [x[0], 1.0]": "np.stack",
    "np.ones(2)[x[0]]": "cannot become a plain one",
    "np.interp(0.5, [0.0, 1.0], x)": "np.interp has no rule|plain one",
    "np.vectorize(math.sqrt)(x)": "cannot become a plain one",
    "changed(x, '__setitem__', 0, 1.0)": "np.where, np.stack",
    "changed(np.zeros(2), '__setitem__', slice(None), x)": "plain one",
    "changed(np.empty(1, object), '__setitem__', 0, x[0])": "dtype object",
    "changed(x, '__iadd__', x)": "x = x . y",
    "changed(x, '__imul__', 2.0)": "x = x . y",
    "changed(np.ones(2), '__iadd__', x)": "x = x . y",
    "changed(x, 'sort')": "in place",
    "changed(x, 'fill', 0.0)": "in place",
    "np.add(x, x, out=np.zeros(2))": "in place",
    "np.sum(x, out=np.zeros(()))": "in place",
    "np.copyto(np.zeros(2), x)": "in place",
    "np.full_like(np.ones(2), x[0])": "in place",
    "np.put(np.zeros(2), [0, 1], x)": "in place",
    "np.add.at(np.zeros(2), [0, 1], x)": "no rule",
    "np.add(x, x, where=[True, False])": "np.where",
    "np.sum(x, where=[True, False])": "np.where",
    "np.sum(x, dtype=np.float32)": "astype",
    "np.max(x, initial=0.0)": "no initial|initial under",
    "np.fft.fft(x)": "np.fft.fft has no rule",
    "np.linalg.inv(x * np.eye(2))": "reverse.primitive",
    "np.linspace(0, x, 3)": "np.linspace has no rule",
    "np.polyval([1.0, 2.0], x)": "np.polyval has no rule",
    "np.frexp(x)": "np.frexp has no rule",
    "np.multiply.accumulate(x)": "no rule",
    "abs(x * 1j)": "real numbers only",
    "len(x[0])": "no length",
    "list(x[0])": "cannot be iterated",
}


@pytest.mark.parametrize("text", PROGRAMS)
@pytest.mark.parametrize("mode", ["forward", "reverse", "linearize"])
def test_a_program_that_would_lose_its_derivative(text, mode):
    """The error is a TypeError that says what to write."""
    f = lambda x: eval(text, {**globals(), "x": x})
    run = {
        "forward": lambda: jvp(f, (X,), (X,)),
        "reverse": lambda: vjp(f, X),
        "linearize": lambda: linearize(f, X),
    }
    with pytest.raises(TypeError, match=PROGRAMS[text]) as caught:
        run[mode]()
    assert len(str(caught.value)) < 200


def test_a_number_stored_in_a_plain_array():
    """NumPy replaces the error; ours is its cause."""
    f = lambda x: changed(np.zeros(2), "__setitem__", 0, x[0])
    with pytest.raises(ValueError, match="sequence") as caught:
        vjp(f, X)
    assert "out[i] = t" in str(caught.value.__cause__)


@pytest.mark.parametrize("derive", [grad, value_and_grad, jacfwd, jacrev])
@pytest.mark.parametrize("x", [3, np.array([1, 2]), True, 1j, "text"])
def test_inputs_that_are_no_floats(derive, x):
    """The message names the dtype and the remedy."""
    with pytest.raises(TypeError, match="astype"):
        derive(lambda x: x)(x)


@pytest.mark.parametrize(
    ("f", "what"),
    [
        (lambda x: 2 * x, r"shape \(2,\)"),
        (lambda x: x[:1], r"shape \(1,\)"),
        (lambda x: (x[0], x[1]), r"\(\*, \*\)"),
        (lambda x: {"a": x[0]}, "{'a': "),
        (lambda x: None, "None"),
    ],
)
def test_a_gradient_of_no_number(f, what):
    """It says what came out, and what there is instead."""
    with pytest.raises(TypeError, match=what) as caught:
        grad(f)(X)
    assert "jacrev" in str(caught.value)


@pytest.mark.parametrize("value", [3, True])
def test_a_gradient_of_a_whole_number(value):
    """As in JAX, a float is needed."""
    with pytest.raises(TypeError, match="floats"):
        grad(lambda x: value)(X)


@pytest.mark.parametrize(
    ("primals", "tangents", "error", "words"),
    [
        (X, X, TypeError, "must be a tuple"),
        ((X,), X, TypeError, "must be a tuple"),
        ((X,), (np.ones(3),), ValueError, r"\(3,\).*\(2,\)"),
        ((X,), (1.0,), ValueError, r"\(\).*\(2,\)"),
        ((X,), (X, X), TypeError, r"\(\*, \*\).*\(\*,\)"),
        ((X,), ([X],), TypeError, r"\(\[\*\],\).*\(\*,\)"),
        ((X,), (np.array([1, 2]),), TypeError, "int64.*float64"),
        ((X,), (X.astype(np.float32),), TypeError, "float32.*float64"),
        ((1.0,), (1,), TypeError, "int64.*float64"),
    ],
)
def test_tangents_that_are_not_like_their_primals(
    primals, tangents, error, words
):
    """Structure, shape and dtype; the message names both."""
    with pytest.raises(error, match=words):
        jvp(lambda x: x, primals, tangents)


@pytest.mark.parametrize(
    ("y_bar", "error", "words"),
    [
        (np.ones(3), ValueError, r"\(3,\).*\(2,\)"),
        ((X,), TypeError, r"\(\*,\)"),
        (np.array([1, 2]), TypeError, "int64.*float64"),
    ],
)
def test_cotangents_that_are_not_like_the_output(y_bar, error, words):
    """The same for a pullback, and for a push that was linearized."""
    with pytest.raises(error, match=words):
        vjp(np.sin, X)[1](y_bar)
    with pytest.raises(error):
        linearize(np.sin, X)[1](y_bar)


def test_an_argument_that_is_not_there():
    """Arguments are counted from 0."""
    with pytest.raises(ValueError, match="argnums has 2"):
        grad(lambda x, y: x * y, argnums=2)(1.0, 2.0)


def test_a_primitive_without_its_rules():
    """The message says which to define."""

    @primitive
    def kepler(x, y):
        return x * y

    with pytest.raises(TypeError, match=r"kepler\.defjvp"):
        jvp(kepler, (1.0, 2.0), (1.0, 1.0))
    with pytest.raises(TypeError, match=r"kepler\.defvjp"):
        grad(kepler)(1.0, 2.0)
    kepler.defvjp(lambda y_bar, z, x, y: y_bar * y)
    assert grad(kepler)(1.0, 2.0) == 2.0
    with pytest.raises(TypeError, match="argument 1"):
        grad(kepler, 1)(1.0, 2.0)


def test_a_rule_that_returns_another_shape():
    """A sum that was forgotten is found where it happens."""
    scale = primitive(lambda x, a: x * a)
    scale.defvjp(lambda t, y, x, a: t * a, lambda t, y, x, a: t * x)
    scale.defjvp(lambda t, y, x, a: t[:1], lambda t, y, x, a: t)
    f = lambda a: np.sum(scale(X, a))
    with pytest.raises(ValueError, match=r"\(2,\).*\(\)"):
        grad(f)(2.0)
    with pytest.raises(ValueError, match=r"\(\).*\(2,\)"):
        jvp(f, (2.0,), (1.0,))


@pytest.mark.parametrize("run", ["forward", "reverse"])
def test_a_traced_array_that_outlives_its_run(run):
    """It would otherwise be a constant that nobody ordered."""
    kept = []
    f = lambda x: kept.append(x) or x * x
    jvp(f, (1.0,), (1.0,)) if run == "forward" else vjp(f, 1.0)
    with pytest.raises(TypeError, match="after its run has ended"):
        kept[0] + 1
    with pytest.raises(TypeError, match="after its run has ended"):
        grad(lambda x: x * kept[0])(2.0)


def test_errors_of_the_program_pass_through():
    """And the engine works on afterwards."""

    def f(x):
        raise ZeroDivisionError

    for run in (lambda: jvp(f, (1.0,), (1.0,)), lambda: grad(f)(1.0)):
        with pytest.raises(ZeroDivisionError):
            run()
    assert math.isclose(grad(np.sin)(0.0), 1.0)
    with np.errstate(all="raise"), pytest.raises(FloatingPointError):
        np.float64(1.0) / np.float64(0.0)


def test_a_traced_number_is_printed_but_cannot_be_read_back():
    """A text with digits alone would be a door for float."""
    seen = []

    def f(x):
        seen.append(f"{x[0]:.2f}")
        return float(seen[0])

    with pytest.raises(ValueError, match="Dual"):
        jvp(f, (X,), (X,))
    assert seen == [f"Dual({X[0]:.2f})"]


def test_an_input_has_no_rule_and_nodes_have_names():
    """What a sweep says when it treats an input like a step."""
    node = Node(y=np.zeros(3))
    assert repr(node) == "<node input (3,)>"
    with pytest.raises(TypeError, match="an input has no rule"):
        node.vjp(np.ones(3))


def test_separate_takes_one_output():
    """A tuple is flattened first."""
    with pytest.raises(TypeError, match="Flatten what f returned"):
        separate((1.0, 2.0), 1)
