"""Hidden cases of problem set 4: data only."""

from itertools import pairwise

import numpy as np

from autograder.specs import (
    Function,
    Hidden,
    Jvp,
    Normal,
    Signed,
    Uniform,
    Value,
    Vjp,
)

ONE = Uniform(1.0, 1.0)  # the cotangent of a loss
TWO = "lambda x, B, A: A @ (B @ x) ** 2"
LOSS = "lambda x, B, A: np.sum((A @ (B @ x) ** 2) ** 2)"
BARS = ("x_bar", "B_bar", "A_bar")
NINE = (2, 0, 1, 1, 0, 2, 0, 1, 2)  # not all the largest of their rows
SIZES = ((3, 3, 3), (2, 5, 3), (4, 2, 1), (1, 3, 4))

REGRESSION = "lambda w, c, X, Y: np.sum((X @ w + c - Y) ** 2)"
EDGE = (
    "lambda X: 1 / np.linalg.norm(np.concatenate([X, "
    "np.ones((X.shape[0], 1))], axis=1), 2) ** 2"
)
LINEAR = "lambda X, W, c: X @ W + c"
LINEAR_NAMES = ("X_bar", "W_bar", "c_bar")
TWO_LAYERS = "lambda W, c, V, d, X: np.tanh(X @ W + c) @ V + d"
NETWORKS = {
    1: "lambda W, c, X: X @ W + c",
    2: TWO_LAYERS,
    3: (
        "lambda W, c, V, d, U, e, X: "
        "np.tanh(np.tanh(X @ W + c) @ V + d) @ U + e"
    ),
    4: (
        "lambda W, c, V, d, U, e, T, f, X: np.tanh(np.tanh("
        "np.tanh(X @ W + c) @ V + d) @ U + e) @ T + f"
    ),
}

DESCENT = """
def descent(parameters, batches):
    w, c, s = parameters
    losses = []
    for X, Y in batches:
        E = X @ w + c - Y
        losses.append(np.sum(E ** 2) + np.sum(s ** 2))
        w = w - {rate} * 2 * X.T @ E
        c = c - {rate} * 2 * np.sum(E, axis=0)
        s = s - {rate} * 2 * s
    return (w, c, s), np.array(losses)
"""
DESCENT_RISK = """
def risk(parameters, batch):
    w, c, s = parameters
    X, Y = batch
    E = X @ w + c - Y
    value = np.sum(E ** 2) + np.sum(s ** 2)
    return value, (2 * X.T @ E, 2 * np.sum(E, axis=0), 2 * s)
"""
STEPPED = """
def moved(W, c, V, d, X):
    H = np.tanh(X @ W + c)
    Z = H @ V + d
    P = np.exp(Z - np.max(Z, axis=1, keepdims=True))
    P = P / np.sum(P, axis=1, keepdims=True)
    T = np.eye({classes})[np.array({labels})]
    return X + {size} * np.sign(((P - T) @ V.T * (1 - H ** 2)) @ W.T)
"""


def shapes(p, n, q, scale=1.0):
    """Draws of x, B and A."""
    return Normal((p,), scale), Normal((n, p), scale), Normal((q, n), scale)


def push(criterion, sizes, tiny=False):
    """A JVP of the two layers, along one argument or along all."""
    primals = shapes(*sizes)
    tangents = [
        Signed(5e-6, 3e-5, spec.shape) if tiny else Normal(spec.shape)
        for spec in primals
    ]
    for k, name in enumerate(("along x", "along B", "along A")):
        if criterion not in (name, "all at once"):
            tangents[k] = np.zeros(tangents[k].shape)
    return Hidden(
        criterion,
        (*primals, *tangents),
        Jvp(TWO, at=(0, 1, 2), along=(3, 4, 5)),
        tolerance=1e-10,
        check="ps4.pushed",
        differences=None if tiny else 1e-5,
        label="p, n, q = {}, {}, {}".format(*sizes),
    )


def pull(entry, sizes, scale=1.0):
    """One entry of the two layers' VJP, at random cotangents."""
    return Hidden(
        BARS[entry],
        (*shapes(*sizes, scale), Normal((sizes[2],))),
        Vjp(TWO, at=(0, 1, 2), back=3),
        tolerance=1e-11,
        check="ps4.bars",
        differences=1e-5 if scale == 1 else None,
        label="p, n, q = {}, {}, {}".format(*sizes),
        options={"entry": entry},
    )


def gradient(entry, sizes, scale=1.0):
    """One entry of the loss's gradient."""
    return Hidden(
        "gradient",
        shapes(*sizes, scale),
        Vjp(LOSS, at=(0, 1, 2), back=3),
        tolerance=1e-11,
        check="ps4.bars",
        differences=1e-5 if scale == 1 else None,
        label="p, n, q = {}, {}, {}".format(*sizes),
        options={"entry": entry},
        extra=(ONE,),
    )


def pure(answer, arguments, check="inputs_unchanged", **options):
    """A case on what a call may not do to others."""
    return Hidden(
        "inputs unchanged",
        arguments,
        check=check,
        options={"answers": (answer,), **options},
    )


def regression(check, truth, b, k, m):
    """Regression on b examples with k inputs and m outputs."""
    return Hidden(
        "loss" if check == "ps4.risk_loss" else "gradient",
        (Normal((k, m)), Normal((m,)), Normal((b, k)), Normal((b, m))),
        truth,
        tolerance=1e-11,
        check=check,
        label=f"{b} examples, {k} inputs, {m} outputs",
        extra=(ONE,),
    )


def regressions(b, k, m):
    """The loss and the gradient of one size."""
    return (
        regression(
            "ps4.risk_loss", Value(REGRESSION, at=(0, 1, 2, 3)), b, k, m
        ),
        regression(
            "ps4.risk_gradient",
            Vjp(REGRESSION, at=(0, 1, 2, 3), back=4),
            b,
            k,
            m,
        ),
    )


def descent(criterion, check, part, rate, steps, b):
    """Gradient descent with another batch for every step."""
    return Hidden(
        criterion,
        (
            Function(DESCENT_RISK),
            (Normal((2, 2)), Normal((2,)), Normal((3,))),
            tuple((Normal((b, 2)), Normal((b, 2))) for _ in range(steps)),
            rate,
        ),
        Value(DESCENT.format(rate=rate), at=(1, 2)),
        tolerance=1e-10,
        check=check,
        label=f"{steps} batches, three parameters",
        options={"part": part},
    )


def edge(criterion, b, k, offset=0.0):
    """The largest rate for some inputs."""
    return Hidden(
        criterion,
        (Normal((b, k), offset=offset),),
        Value(EDGE),
        tolerance=1e-9,
        label=f"{b} examples, {k} inputs",
    )


def linear(entry, b, k, m):
    """One entry of a linear layer's pullback."""
    return Hidden(
        f"linear: {LINEAR_NAMES[entry]}",
        (Normal((b, k)), Normal((k, m)), Normal((m,)), Normal((b, m))),
        Vjp(LINEAR, at=(0, 1, 2), back=3),
        tolerance=1e-11,
        check="ps4.pulled",
        label=f"b = {b}, k = {k}, m = {m}",
        options={
            "answers": ("linear",),
            "entry": entry,
            "names": LINEAR_NAMES,
        },
    )


def linear_value(b, k, m):
    """What a linear layer returns before its pullback."""
    return Hidden(
        "linear: value",
        (Normal((b, k)), Normal((k, m)), Normal((m,))),
        Value(LINEAR, at=(0, 1, 2)),
        tolerance=1e-11,
        check="ps4.first_of",
        label=f"b = {b}, k = {k}, m = {m}",
        options={"answers": ("linear",)},
    )


def tanh(shape, scale=1.0):
    """The pullback of tanh."""
    return Hidden(
        "tanh",
        (Normal(shape, scale), Normal(shape)),
        Vjp("lambda X: np.tanh(X)", at=(0,), back=1),
        tolerance=1e-11,
        check="ps4.pulled",
        options={"answers": ("tanh_layer",)},
    )


def entropy_text(labels):
    """The cross-entropy for fixed labels, as the text of a function."""
    return (
        "lambda Z: np.mean(np.max(Z, axis=1) + np.log(np.sum(np.exp(Z - "
        "np.max(Z, axis=1, keepdims=True)), axis=1)) - "
        f"Z[np.arange({len(labels)}), np.array({list(labels)})])"
    )


def entropy(criterion, labels, Z):
    """The value of the cross-entropy."""
    return Hidden(
        criterion,
        (Z, np.array(labels)),
        Value(entropy_text(labels), at=(0,)),
        tolerance=1e-11,
        check="ps4.first_of",
        label=f"{len(labels)} rows",
    )


def entropy_pulled(criterion, labels, Z, loss_bar, differences=1e-5):
    """The pullback of the cross-entropy."""
    return Hidden(
        criterion,
        (Z, np.array(labels), loss_bar),
        Vjp(entropy_text(labels), at=(0,), back=2),
        tolerance=1e-11,
        check="ps4.pulled",
        differences=differences,
        label=f"{len(labels)} rows",
    )


def weights(widths, scale=0.7):
    """Draws of a network's parameters: W1, c1, W2, c2, ..."""
    drawn = []
    for k, m in pairwise(widths):
        drawn += [Normal((k, m), scale), Normal((m,), scale)]
    return tuple(drawn)


def network(part, b, widths):
    """The pullback of a network."""
    drawn = weights(widths)
    count = len(drawn)
    return Hidden(
        part,
        (*drawn, Normal((b, widths[0])), Normal((b, widths[-1]))),
        Vjp(
            NETWORKS[count // 2],
            at=tuple(range(count + 1)),
            back=count + 1,
        ),
        tolerance=1e-10,
        check="ps4.network",
        label=f"{count // 2} layers, {b} examples",
        options={"part": part},
    )


def outputs(b, widths):
    """The value of a network."""
    drawn = weights(widths)
    text = NETWORKS[len(drawn) // 2].partition(":")
    names = text[0].removeprefix("lambda ").split(", ")
    return Hidden(
        "value",
        (drawn, Normal((b, widths[0]))),
        Value(
            f"lambda parameters, {names[-1]}: "
            f"(lambda {', '.join(names)}:{text[2]})"
            f"(*parameters, {names[-1]})",
            at=(0, 1),
        ),
        tolerance=1e-10,
        check="ps4.first_of",
        label=f"{len(drawn) // 2} layers, {b} examples",
    )


def penalty(check, labels, strength, widths=(4, 6, 3), scale=0.7):
    """The loss with a penalty, or its gradient."""
    drawn = (*weights(widths, scale), Normal((len(labels), widths[0])))
    text = (
        f"lambda W, c, V, d, X: ({entropy_text(labels)})"
        f"(({TWO_LAYERS})(W, c, V, d, X)) "
        f"+ {strength} * np.sum(np.tanh(X @ W + c) ** 2)"
    )
    at = (0, 1, 2, 3, 4)
    value = check == "ps4.penalty_loss"
    return Hidden(
        "loss" if value else "gradient",
        drawn,
        Value(text, at=at) if value else Vjp(text, at=at, back=5),
        tolerance=1e-12 if scale > 1 else 1e-10,
        check=check,
        differences=None if scale > 1 else 1e-5,
        label=f"{len(labels)} examples",
        options={"labels": np.array(labels), "number": strength},
        extra=(ONE,),
    )


def stepped(labels, widths, size, offset=0.0):
    """A signed step on the inputs."""
    return Hidden(
        "value",
        (*weights(widths), Normal((len(labels), widths[0]), offset=offset)),
        Value(
            STEPPED.format(classes=widths[-1], labels=list(labels), size=size),
            at=(0, 1, 2, 3, 4),
        ),
        tolerance=1e-11,
        check="ps4.stepped",
        label=f"{len(labels)} examples",
        options={"labels": np.array(labels), "number": size},
    )


HIDDEN = {
    "ps4-regression": (
        *regressions(7, 3, 1),
        *regressions(5, 2, 3),
        *regressions(4, 4, 4),
        *regressions(1, 3, 2),
    ),
    "ps4-train": (
        descent("losses", "ps4.trained", 1, 0.01, 4, 6),
        descent("losses", "ps4.trained", 1, 0.02, 1, 3),
        descent("parameters", "ps4.trained", 0, 0.015, 5, 4),
        Hidden(
            "parameters",
            (
                Function("lambda p, s: (float(np.sum(p[0]**2)), (2 * p[0],))"),
                (Signed(1.0, 3.0, (3,)),),
                (0.0,) * 4,
                0.125,
            ),
            Value(
                "lambda p, s: ((p[0] * 0.75 ** 4,), "
                "np.sum(p[0] ** 2) * 0.5625 ** np.arange(4))",
                at=(1, 2),
            ),
            tolerance=1e-11,
            check="ps4.trained",
            label="one parameter",
            options={"part": 0},
        ),
        Hidden(
            "start unchanged",
            (
                Function(DESCENT_RISK),
                (Normal((2, 2)), Normal((2,)), Normal((3,))),
                ((Normal((4, 2)), Normal((4, 2))),) * 2,
                0.01,
            ),
            check="ps4.start_unchanged",
        ),
    ),
    "ps4-cliff": (
        edge("the table", 30, 2),
        edge("other tables", 12, 3),
        edge("other tables", 9, 1, 2.0),
        edge("other tables", 40, 6),
        edge("other tables", 25, 4, -1.0),
    ),
    "ps4-jvp": (
        *(
            push(criterion, sizes, tiny)
            for criterion in ("along x", "along B", "along A", "all at once")
            for sizes, tiny in (
                *((sizes, False) for sizes in SIZES),
                ((3, 4, 2), True),
            )
        ),
    ),
    "ps4-vjp": (
        *(pull(entry, sizes) for entry in (2, 1, 0) for sizes in SIZES),
        *(pull(entry, (2, 5, 3), scale=1e6) for entry in (2, 1, 0)),
        pure("two_layers_vjp", (*shapes(3, 3, 3), Normal((3,)))),
        pure("two_layers_vjp", (*shapes(2, 4, 3), Normal((3,)))),
        pure("two_layers_vjp", (*shapes(2, 4, 3), Normal((3,))), "repeatable"),
    ),
    "ps4-predict-cost": (),
    "ps4-loss-grad": (
        *(gradient(entry, sizes) for entry in (0, 1, 2) for sizes in SIZES),
        gradient(0, (3, 4, 2), scale=1e6),
        Hidden(
            "gradient",
            shapes(3, 4, 2),
            check="inputs_unchanged",
        ),
        Hidden(
            "one forward pass",
            check="ps4.cost",
            options={"sizes": (100, 90, 80), "loss": 16370, "most": 3.1},
        ),
        Hidden(
            "one forward pass",
            check="ps4.cost",
            options={"sizes": (20, 300, 40), "loss": 18340, "most": 3.2},
        ),
    ),
    "ps4-layers": (
        *(linear_value(*sizes) for sizes in ((4, 4, 4), (5, 2, 3), (1, 3, 2))),
        *(
            linear(entry, *sizes)
            for entry in (0, 1, 2)
            for sizes in ((4, 4, 4), (5, 2, 3), (1, 3, 2), (6, 1, 1))
        ),
        tanh((3, 4)),
        tanh((2, 2), scale=3.0),
        tanh((1, 5)),
        Hidden(
            "remembers, spoils nothing",
            (Normal((3, 2)), Normal((2, 4)), Normal((4,)), Normal((3, 4))),
            check="ps4.no_trace",
            options={
                "answers": ("linear",),
                "other": (Normal((3, 2)), Normal((2, 4)), Normal((4,))),
            },
        ),
        Hidden(
            "remembers, spoils nothing",
            (Normal((3, 4)), Normal((3, 4))),
            check="ps4.no_trace",
            options={
                "answers": ("tanh_layer",),
                "other": (Normal((3, 4)),),
            },
        ),
        Hidden(
            "remembers, spoils nothing",
            (Normal((3, 2)), Normal((2, 4)), Normal((4,))),
            check="inputs_unchanged",
            options={"answers": ("linear",)},
        ),
        Hidden(
            "remembers, spoils nothing",
            (Normal((3, 4)),),
            check="inputs_unchanged",
            options={"answers": ("tanh_layer",)},
        ),
        Hidden(
            "tanh",
            (Normal((3, 4)),),
            Value("lambda X: np.tanh(X)"),
            tolerance=1e-11,
            check="ps4.first_of",
            options={"answers": ("tanh_layer",)},
        ),
    ),
    "ps4-cross-entropy": (
        entropy("value", (0, 2, 1, 2), Normal((4, 3))),
        entropy("value", (3,), Normal((1, 5))),
        entropy("value", (1, 1, 0), Normal((3, 2), 3.0)),
        entropy("large logits", (1, 0), np.array([[900.0, 0], [-800, 20.0]])),
        entropy(
            "large logits", (0, 1), np.array([[1000.0, 1000], [-1e3, -999]])
        ),
        entropy("large logits", NINE, Normal((9, 3), 2000.0)),
        entropy_pulled(
            "large logits",
            NINE,
            Normal((9, 3), 2000.0),
            Signed(0.5, 2.0),
            None,
        ),
        entropy_pulled(
            "pullback", (0, 2, 1, 2), Normal((4, 3)), Signed(0.5, 2.0)
        ),
        entropy_pulled("pullback", (1,), Normal((1, 4)), Signed(0.5, 2.0)),
        entropy_pulled(
            "pullback", (1, 1, 0, 1, 1), Normal((5, 2)), Signed(0.5, 2.0)
        ),
        Hidden(
            "pullback",
            (Normal((4, 3)), np.array([0, 2, 1, 2]), Signed(0.5, 2.0)),
            check="ps4.no_trace",
            options={"other": (Normal((4, 3)), np.array([1, 1, 0, 2]))},
        ),
        Hidden(
            "value",
            (Normal((4, 3)), np.array([0, 2, 1, 2])),
            check="inputs_unchanged",
        ),
    ),
    "ps4-perceptron": (
        outputs(3, (4, 5, 2)),
        outputs(2, (3, 4, 4, 2)),
        outputs(5, (3, 2)),
        network("parameters_bar", 3, (4, 5, 2)),
        network("parameters_bar", 4, (3, 3, 3)),
        network("parameters_bar", 2, (3, 4, 5, 2)),
        network("parameters_bar", 5, (3, 2)),
        network("parameters_bar", 3, (2, 3, 4, 3, 2)),
        network("X_bar", 3, (4, 5, 2)),
        network("X_bar", 2, (3, 4, 5, 2)),
        network("X_bar", 3, (2, 2)),
        Hidden(
            "remembers, spoils nothing",
            (weights((3, 4, 2)), Normal((2, 3)), Normal((2, 2))),
            check="ps4.no_trace",
            options={"other": (weights((3, 4, 2)), Normal((2, 3)))},
        ),
        Hidden(
            "remembers, spoils nothing",
            (weights((3, 4, 2)), Normal((2, 3))),
            check="inputs_unchanged",
        ),
    ),
    "ps4-hidden": (
        penalty("ps4.penalty_loss", (0, 2, 1, 1), 0.3),
        penalty("ps4.penalty_loss", (2,), 1.7),
        penalty("ps4.penalty_gradient", (0, 2, 1, 1), 0.3),
        penalty("ps4.penalty_gradient", (1, 0), 1.7, (3, 3, 3)),
        penalty("ps4.penalty_gradient", (2, 2, 0), 0.0),
        penalty(
            "ps4.penalty_gradient", (0, 1, 2, 1, 0), 900.0, (4, 6, 3), 2.0
        ),
    ),
    "ps4-signed-step": (
        stepped((0, 2, 1, 1), (5, 6, 3), 0.07),
        stepped((1, 0), (3, 3, 3), 0.4),
        stepped((2, 3, 0), (6, 4, 4), 1.5, offset=3.0),
        stepped((1,), (4, 5, 2), 0.2),
    ),
}
