"""Hidden cases of problem set 1: data only."""

import numpy as np

from autograder.specs import (
    Function,
    Hidden,
    Integers,
    Jacobian,
    Jvp,
    Normal,
    Signed,
    Uniform,
    Value,
    WellConditioned,
)

PRODUCTS = "lambda x: np.array([x[0] * x[1] ** 2, x[0] * x[1]])"
MIXED = "lambda x: np.sin(x[0] * x[1:]) + np.exp(-0.5 * x[:-1] ** 2)"
SQUARE = "lambda X: X @ X"
INVERSE = "lambda X: np.linalg.inv(X)"

FORWARD = "lambda f, x, v, h: (f(x + h * v) - f(x)) / h"
CENTRAL = "lambda f, x, v, h: (f(x + h * v) - f(x - h * v)) / (2 * h)"
COMPLEX = "lambda f, x, v, h: np.imag(f(x + 1j * h * v)) / h"
QUOTIENTS = {"forward": FORWARD, "central": CENTRAL, "complex": COMPLEX}


def quotient(criterion, f, shape, h):
    """A plain quotient with a large step, compared to round-off."""
    formula = QUOTIENTS[criterion]
    return Hidden(
        criterion,
        (Function(f), Normal(shape), Normal(shape), h, criterion),
        Value(f"lambda x, v, h: ({formula})({f}, x, v, h)", at=(1, 2, 3)),
        label="a large step",
    )


def untouched(criterion, *arguments, **options):
    """The call leaves its arguments as they were."""
    return Hidden(
        criterion,
        arguments,
        check="inputs_unchanged",
        label="inputs unchanged",
        options=options,
    )


def derivative(criterion, f, x, v, h, tolerance):
    """A derivative that the quotient should approximate."""
    return Hidden(
        criterion,
        (Function(f), x, v, h, criterion),
        Jvp(0, at=(1,), along=(2,)),
        tolerance=tolerance,
        differences=1e-4,
        label="a small step",
    )


def matrix(criterion, answer, f, x, v, **more):
    """One derivative of a matrix function."""
    return Hidden(
        criterion,
        (x, v),
        Jvp(f, at=(0,), along=(1,)),
        options={"answers": (answer,)},
        **more,
    )


def numerical(criterion, f, x, label="", check="ps1.approximates"):
    """A numerical Jacobian, compared with JAX at a loose tolerance.

    Forward differences with steps from 1e-10 to 1e-6 stay below it.
    """
    return Hidden(
        criterion,
        (Function(f), x),
        Jacobian(0, at=(1,)),
        tolerance=3e-5,
        check=check,
        differences=4e-5,
        label=label,
    )


def counted(n, outputs):
    """A function that stops after 4 n + 4 runs, and its Jacobian."""
    body = f"np.sum(x**2) * np.arange(1.0, {outputs + 1}.0)"
    most = 4 * n + 4
    return Hidden(
        "value",
        (
            Function(
                f"def f(x, runs=[0]):\n"
                f"    runs[0] += 1\n"
                f"    if runs[0] > {most}:\n"
                f"        raise RuntimeError('f ran more than {most} times "
                f"for {n} inputs')\n"
                f"    return {body}\n"
            ),
            Signed(0.5, 1.5, (n,)),
        ),
        Jacobian(f"lambda x: {body}", at=(1,)),
        tolerance=3e-5,
        differences=4e-5,
        label=f"{n} inputs, {outputs} outputs, counted",
    )


def errors(f, df, method, most):
    """The errors at the largest steps: no round-off, only truncation."""
    push = f"({QUOTIENTS[method]})({f}, x, v, h)"
    return Value(
        f"lambda x, v, steps: np.stack([np.max(np.abs({push} "
        f"- ({df})(x, v))) for h in steps[-{most}:]])",
        at=(2, 3, 4),
    )


def curve(method, f, df, windows, draws, **options):
    """An error curve in double precision: its end and its slopes."""
    return Hidden(
        "double precision",
        (
            Function(f),
            Function(df),
            *draws,
            np.logspace(-14, 0, 57),
            method,
        ),
        errors(f, df, method, 6),
        check="ps1.slopes",
        label=f"method {method!r}",
        options={"windows": windows, "slack": 1e-3, **options},
    )


def single(method, windows):
    """An error curve in single precision; later outputs weigh more."""
    x = np.linspace(0.4, 1.6, 40).astype(np.float32)
    return Hidden(
        "single precision",
        (
            Function(GROWING),
            Function(GROWING_PUSH),
            x,
            np.ones_like(x),
            np.logspace(-7, -0.5, 43),
            method,
        ),
        errors(GROWING, GROWING_PUSH, method, 3),
        check="ps1.slopes",
        label=f"method {method!r}",
        options={"windows": windows, "slack": 0.05},
    )


def taylor(criterion, f, df, x, v, expected):
    """A claimed derivative and the slope that it must show."""
    return Hidden(
        criterion,
        (Function(f), Function(df), x, v),
        expected,
        check="ps1.slope",
    )


def box(criterion, text, kind, **constants):
    """One black box."""
    return Hidden(
        criterion,
        (Function(text, constants=constants),),
        kind,
        check="ps1.identified",
    )


def weights(criterion, a, b):
    """The Jacobian of x W, written by indices."""
    return Hidden(
        criterion,
        (Normal((a,)), Normal((a, b))),
        Value(
            "lambda x, W: np.reshape(np.einsum('i,kj->kij', x, "
            "np.eye(W.shape[1])), (W.shape[1], -1))",
            at=(0, 1),
        ),
        label=f"a = {a}, b = {b}",
    )


TRUNCATION = "Compare with df(x, v)."
ROUND_OFF = "There the round-off of f, divided by h, should show."
STAY_SINGLE = "Does the step turn single precision into double?"
ONE_SIDED = (
    (1e-6, 1e-2, 1, 0.15, TRUNCATION),
    (1e-13, 1e-9, -1, 0.3, ROUND_OFF),
)
TWO_SIDED = (
    (1e-3, 1e-1, 2, 0.15, TRUNCATION),
    (1e-13, 1e-7, -1, 0.3, ROUND_OFF),
)
SOME = (Uniform(0.4, 1.4, (40,)), Signed(0.5, 1.5, (40,)))
HALVES = (Uniform(0.4, 1.4, (60,)), Signed(0.5, 1.5, (60,)))
GROWING = "lambda x: np.sin(x) * np.exp(x)"
GROWING_PUSH = "lambda x, v: (np.sin(x) + np.cos(x)) * np.exp(x) * v"
# the last outputs err most
BUMP = "lambda x: np.exp(2 * np.sin(x)) * (1 + np.arange(40.0) / 10)"
BUMP_PUSH = (
    "lambda x, v: 2 * np.cos(x) * np.exp(2 * np.sin(x)) "
    "* (1 + np.arange(40.0) / 10) * v"
)
PAIRS = "lambda x: np.exp(x[:30] * x[30:]) * (1 + np.arange(30.0) / 10)"
PAIRS_PUSH = (
    "lambda x, v: np.exp(x[:30] * x[30:]) * (1 + np.arange(30.0) / 10) "
    "* (v[:30] * x[30:] + x[:30] * v[30:])"
)

HIDDEN = {
    "ps1-predict-push": (),
    "ps1-predict-v": (),
    "ps1-jacobian": (
        Hidden("value", (Normal((2,)),), Jacobian(PRODUCTS)),
        Hidden("value", (Signed(1.0, 5.0, (2,)),), Jacobian(PRODUCTS)),
        Hidden("value", (np.array([0.0, -2.0]),), Jacobian(PRODUCTS)),
        Hidden("value", (Normal((2,)),), check="repeatable"),
        Hidden("input unchanged", (Normal((2,)),), check="inputs_unchanged"),
    ),
    "ps1-composition": (
        Hidden(
            "equal sizes",
            (
                Function(
                    "lambda y: np.diag(np.roll(y, 1)) "
                    "+ np.diag(y) @ np.roll(np.eye(4), 1, axis=0)"
                ),
                Function("lambda x: np.sin(x) + x[::-1]"),
                Function("lambda x: np.diag(np.cos(x)) + np.eye(4)[::-1]"),
                Normal((4,)),
            ),
            Jacobian(
                "lambda x: (np.sin(x) + x[::-1]) "
                "* np.roll(np.sin(x) + x[::-1], 1)",
                at=(3,),
            ),
            label="sizes 4 to 4 to 4",
        ),
        Hidden(
            "unequal sizes",
            (
                Function(
                    "lambda y: np.array([[y[1], y[0]], "
                    "[np.cos(y[0]), 0.0], [0.0, 2 * y[1]]])"
                ),
                Function(
                    "lambda x: np.array([x[0] * x[1] * x[2], np.sum(x**2)])"
                ),
                Function(
                    "lambda x: np.stack([np.array([x[1] * x[2], "
                    "x[0] * x[2], x[0] * x[1], 0.0, 0.0]), 2 * x])"
                ),
                Normal((5,)),
            ),
            Jacobian(
                "lambda x: np.array([x[0] * x[1] * x[2] * np.sum(x**2), "
                "np.sin(x[0] * x[1] * x[2]), np.sum(x**2) ** 2])",
                at=(3,),
            ),
            label="sizes 5 to 2 to 3",
        ),
        Hidden(
            "unequal sizes",
            (
                Function("lambda y: np.array([[y[1], y[0], 1.0]])"),
                Function("lambda x: np.array([x[0], x[0]**2, x[0]**3])"),
                Function(
                    "lambda x: np.array([[1.0], [2 * x[0]], [3 * x[0]**2]])"
                ),
                Signed(0.5, 2.0, (1,)),
            ),
            Jacobian("lambda x: 2 * x**3", at=(3,)),
            label="sizes 1 to 3 to 1",
        ),
        untouched(
            "equal sizes",
            Function("lambda y: np.diag(y)"),
            Function("lambda x: np.sin(x)"),
            Function("lambda x: np.diag(np.cos(x))"),
            Normal((3,)),
        ),
    ),
    "ps1-kron": (
        weights("value", 2, 3),
        weights("value", 3, 3),
        weights("other sizes", 4, 2),
        weights("other sizes", 1, 4),
        weights("other sizes", 5, 1),
        untouched("value", Normal((3,)), Normal((3, 2))),
    ),
    "ps1-directional": (
        quotient("forward", PRODUCTS, (2,), 0.125),
        quotient("forward", SQUARE, (3, 3), 0.25),
        derivative("forward", MIXED, Normal((5,)), Normal((5,)), 1e-7, 1e-4),
        quotient("central", MIXED, (5,), 0.125),
        quotient("central", "lambda x: np.exp(x)", (), 0.25),
        derivative("central", MIXED, Normal((4,)), Normal((4,)), 1e-4, 1e-6),
        *(
            untouched(
                method,
                Function(MIXED),
                Normal((4,)),
                Normal((4,)),
                0.1,
                method,
            )
            for method in ("forward", "central")
        ),
        quotient("forward", "lambda x: x**2", (), 0.05),
        quotient("complex", MIXED, (5,), 0.125),
        quotient("complex", PRODUCTS, (2,), 0.05),
        derivative("complex", MIXED, Normal((6,)), Normal((6,)), 1e-20, 1e-10),
        derivative(
            "complex", SQUARE, Normal((3, 3)), Normal((3, 3)), 1e-100, 1e-12
        ),
        derivative(
            "complex",
            "lambda x: np.sin(x) * np.exp(x)",
            Signed(0.2, 0.7),
            Signed(0.5, 2.0),
            1e-30,
            1e-10,
        ),
        *(
            Hidden(
                "unknown method",
                (Function(MIXED), Normal((3,)), Normal((3,)), 0.1, method),
                "ValueError",
                check="raises",
            )
            for method in ("backward", "symmetric")
        ),
    ),
    "ps1-numerical-jacobian": (
        numerical(
            "value", MIXED, Signed(0.5, 1.5, (5,)), "five inputs", "value"
        ),
        numerical(
            "value", MIXED, Signed(0.5, 1.5, (2,)), "two inputs, one output"
        ),
        numerical(
            "value",
            "lambda x: np.sin(x) * x[::-1]",
            Signed(0.5, 1.5, (4,)),
            "four inputs",
        ),
        numerical(
            "value",
            "lambda x: np.abs(x) * np.linalg.norm(x)",
            Signed(0.5, 1.5, (3,)),
            "abs and a norm",
        ),
        numerical(
            "value",
            "lambda x: x[::-1]",
            Signed(0.5, 1.5, (3,)),
            "f returns a view of its argument",
        ),
        counted(3, 7),
        counted(5, 9),
        numerical(
            "shapes", SQUARE, Signed(0.5, 1.5, (2, 2)), "2 by 2 to 2 by 2"
        ),
        numerical(
            "shapes",
            "lambda x: np.stack([x.T, 2 * x.T**2])",
            Signed(0.5, 1.5, (2, 3)),
            "x of shape (2, 3), f(x) of shape (2, 3, 2)",
        ),
        numerical(
            "shapes",
            "lambda x: np.sum(x**2)",
            Signed(0.5, 1.5, (3, 2)),
            "x of shape (3, 2), f(x) of shape ()",
        ),
        numerical(
            "shapes",
            "lambda x: np.stack([np.sin(x), x**2])",
            Signed(0.5, 1.5),
            "x of shape (), f(x) of shape (2,)",
        ),
        numerical(
            "integers and float32",
            "lambda x: np.sin(x) * x[0]",
            Integers(1, 6, (3,)),
            "three integers",
        ),
        numerical(
            "integers and float32",
            "lambda x: x**2 / 3",
            Integers(2, 6, (2, 2)),
            "a matrix of integers",
        ),
        numerical(
            "integers and float32",
            "lambda x: np.sin(x) * x[::-1]",
            Normal((3,), scale=0.1, offset=1.0, dtype="float32"),
            "float32",
        ),
        Hidden(
            "input unchanged",
            (Function(MIXED), Normal((4,))),
            check="inputs_unchanged",
        ),
        Hidden(
            "input unchanged",
            (Function("lambda x: x.sum(axis=0)"), Normal((2, 3))),
            check="inputs_unchanged",
        ),
    ),
    "ps1-v-curve": (
        curve("forward", BUMP, BUMP_PUSH, ONE_SIDED, SOME),
        curve("central", BUMP, BUMP_PUSH, TWO_SIDED, SOME),
        curve(
            "complex",
            BUMP,
            BUMP_PUSH,
            ((1e-6, 1e-1, 2, 0.2, TRUNCATION),),
            SOME,
            ceiling=1e-13,
        ),
        curve("forward", PAIRS, PAIRS_PUSH, ONE_SIDED, HALVES),
        curve("central", PAIRS, PAIRS_PUSH, TWO_SIDED, HALVES),
        single(
            "forward",
            (
                (1e-2, 1e-1, 1, 0.3, TRUNCATION),
                (1e-6, 3e-5, -1, 0.5, STAY_SINGLE),
            ),
        ),
        single("central", ((1e-6, 1e-4, -1, 0.5, STAY_SINGLE),)),
    ),
    "ps1-taylor": (
        taylor(
            "right derivative",
            SQUARE,
            "lambda X, V: X @ V + V @ X",
            Normal((3, 3)),
            Normal((3, 3)),
            2.0,
        ),
        taylor(
            "right derivative",
            "lambda x: np.exp(x)",
            "lambda x, v: np.exp(x) * v",
            Uniform(-1.0, 1.0),
            Signed(0.5, 1.5),
            2.0,
        ),
        taylor(
            "right derivative",
            "lambda x: np.array([np.sum(x**2), np.prod(x)])",
            "lambda x, v: np.array([2 * x @ v, np.prod(x) * np.sum(v / x)])",
            Signed(0.5, 1.5, (4,)),
            Signed(0.5, 1.5, (4,)),
            2.0,
        ),
        taylor(
            "wrong derivative",
            SQUARE,
            "lambda X, V: 2 * X @ V",
            Normal((3, 3)),
            Normal((3, 3)),
            1.0,
        ),
        taylor(
            "wrong derivative",
            "lambda x: np.sin(x)",
            "lambda x, v: np.sin(x) * v",
            Uniform(0.1, 0.5, (5,)),
            Signed(0.5, 1.5, (5,)),
            1.0,
        ),
        taylor(
            "wrong derivative",
            "lambda x: np.array([np.sum(x**2), np.prod(x)])",
            "lambda x, v: np.array([2 * x @ v, "
            "2 * np.prod(x) * np.sum(v / x)])",
            Uniform(0.5, 1.5, (4,)),
            Uniform(0.5, 1.5, (4,)),
            1.0,
        ),
        taylor(
            "wrong derivative",
            "lambda x: 2 * x - 1",
            "lambda x, v: -2 * v",
            Normal((3,)),
            Signed(0.5, 1.5, (3,)),
            1.0,
        ),
        taylor(
            "other slopes",
            "lambda x: np.abs(x) ** 1.5",
            "lambda x, v: 0 * v",
            np.zeros(3),
            Signed(0.5, 1.5, (3,)),
            1.5,
        ),
        taylor(
            "other slopes",
            "lambda x: np.abs(x) ** 2.5 + x",
            "lambda x, v: v",
            0.0,
            Signed(0.5, 1.5),
            2.5,
        ),
        taylor(
            "other slopes",
            "lambda x: np.abs(x) ** 1.75 - 3 * x",
            "lambda x, v: -3 * v",
            0.0,
            Signed(0.5, 1.5),
            1.75,
        ),
        taylor(
            "other slopes",
            "lambda x: np.abs(x) ** 2.25",
            "lambda x, v: 0 * v",
            np.zeros(2),
            Signed(0.5, 1.5, (2,)),
            2.25,
        ),
        taylor(
            "other slopes",
            "lambda x: np.sin(x)",
            "lambda x, v: (np.cos(x) + 2e-3) * v",
            1.0,
            1.0,
            1.225,
        ),
        taylor(
            "right derivative",
            "lambda x: 1e-5 * x**2",
            "lambda x, v: 2e-5 * x * v",
            Signed(0.5, 1.5),
            Signed(0.8, 1.5),
            2.0,
        ),
        taylor(
            "right derivative",
            "lambda x: np.array([x**2, -(x**2)])",
            "lambda x, v: np.array([2 * x * v, -2 * x * v])",
            Signed(0.5, 1.5),
            Signed(0.5, 1.5),
            2.0,
        ),
        taylor(
            "affine f",
            "lambda x: 7e5 * x + 1e6",
            "lambda x, v: 7e5 * v",
            Signed(0.5, 1.5, (3,)),
            Signed(0.5, 1.5, (3,)),
            np.inf,
        ),
        taylor(
            "affine f",
            "lambda x: x[:2] - 4 * x[2] + 100",
            "lambda x, v: v[:2] - 4 * v[2]",
            Normal((3,)),
            Normal((3,)),
            np.inf,
        ),
        taylor(
            "affine f",
            "lambda X: X.T",
            "lambda X, V: V.T",
            Normal((2, 3)),
            Normal((2, 3)),
            np.inf,
        ),
    ),
    "ps1-matrix": (
        matrix("square", "d_square", SQUARE, Normal((3, 3)), Normal((3, 3))),
        matrix("square", "d_square", SQUARE, Normal((5, 5)), Normal((5, 5))),
        matrix("square", "d_square", SQUARE, Normal((1, 1)), Normal((1, 1))),
        untouched(
            "square", Normal((3, 3)), Normal((3, 3)), answers=("d_square",)
        ),
        matrix(
            "inverse",
            "d_inverse",
            INVERSE,
            WellConditioned(2),
            Normal((2, 2)),
        ),
        matrix(
            "inverse",
            "d_inverse",
            INVERSE,
            WellConditioned(5),
            Normal((5, 5)),
        ),
        matrix(
            "inverse",
            "d_inverse",
            INVERSE,
            WellConditioned(3),
            Normal((3, 3), scale=1e6),
            differences=None,
            label="a large direction",
        ),
        untouched(
            "inverse",
            WellConditioned(3),
            Normal((3, 3)),
            answers=("d_inverse",),
        ),
    ),
    "ps1-lineup": (
        box(
            "one of each kind",
            "lambda t: a * np.cos(b * t) + c * t",
            "smooth",
            a=Signed(6.0, 12.0),
            b=Uniform(1.0, 1.5),
            c=Normal(),
        ),
        box(
            "one of each kind",
            "lambda t: a * np.abs(t) + np.sin(b * t)",
            "corner",
            a=Signed(0.5, 2.0),
            b=Normal(),
        ),
        box(
            "one of each kind",
            "lambda t: a * np.abs(t) ** 1.5 + c * t + b",
            "three halves",
            a=Signed(0.5, 2.0),
            b=Normal(),
            c=Normal(),
        ),
        box(
            "one of each kind",
            "lambda t: a * t**4 + b * t + 3",
            "flat",
            a=Signed(0.5, 2.0),
            b=Normal(),
        ),
        box(
            "one of each kind",
            "lambda t: a * (t / 3 + b) * 7 + c * (t / 7 + b)",
            "linear",
            a=Signed(1.0, 2.0),
            b=Uniform(0.5, 2.0),
            c=Signed(0.2, 0.8),
        ),
        box(
            "disguised",
            "lambda t: a * (np.exp(t) - t) + c * t",
            "smooth",
            a=Signed(50.0, 90.0),
            c=Signed(100.0, 200.0),
        ),
        box(
            "disguised",
            "lambda t: a * np.maximum(t, 0) + np.exp(t) + 30",
            "corner",
            a=Signed(8.0, 20.0),
        ),
        box(
            "disguised",
            "lambda t: a * (1 - np.cos(t) ** 2) ** 2 + c * t + 3",
            "flat",
            a=Signed(20.0, 40.0),
            c=Signed(5.0, 9.0),
        ),
        box(
            "disguised",
            "lambda t: 8 * a * np.abs(t) ** 1.5 + a * t",
            "three halves",
            a=Signed(1.0, 4.0),
        ),
        box(
            "disguised",
            "lambda t: a * (t / 3 + b) * 7 + c * (t / 7 + b)",
            "linear",
            a=Signed(50.0, 90.0),
            b=Uniform(20.0, 40.0),
            c=Signed(0.5, 2.0),
        ),
        box(
            "disguised",
            "lambda t: 1e9 * (a * (t / 3 + b) * 7 + c * (t / 7 + b) "
            "+ (t + a) / 11 - b * (t - c) / 13)",
            "linear",
            a=Signed(1.0, 2.0),
            b=Uniform(0.5, 2.0),
            c=Signed(0.2, 0.8),
        ),
        box(
            "disguised",
            "lambda t: a * t**4 + c * t - 3",
            "flat",
            a=Signed(0.5, 1.0),
            c=Signed(0.5, 1.0),
        ),
    ),
}
