"""Visible cases of problem set 1, and the properties it adds.

Assignment: given.
"""

import numpy as np

from chainrule.cases import Case, Exercise, Source
from chainrule.compare import Mismatch, kind_of, require_same
from chainrule.data import KINDS
from chainrule.properties import constant, observe


def predicted(case, answer):
    """The prediction is right; a wrong one is not told the answer."""
    try:
        constant(case, answer)
    except Mismatch as mismatch:
        raise Mismatch(mismatch.message) from None


def slopes(case, implementation):
    """The errors, on log axes, have the right slope in every window."""
    errors, _ = observe(implementation, *case.arguments)
    steps = case.arguments[4]
    if isinstance(errors, np.ndarray) and errors.dtype.kind == "f":
        errors = errors.astype(float)
    require_same(errors, np.zeros(len(steps)), np.inf, "the errors")
    if np.any(errors < 0):
        raise Mismatch(
            "some errors are negative. An error here is a distance: take "
            "absolute values, then the largest"
        )
    safe = np.log(np.maximum(errors, 1e-20))
    for low, high, wanted, slack, advice in case.options["windows"]:
        inside = (steps > low) & (steps < high)
        found = np.polyfit(np.log(steps[inside]), safe[inside], 1)[0]
        if abs(found - wanted) > slack:
            raise Mismatch(
                f"between h = {low:g} and h = {high:g} the slope should "
                f"be about {wanted:+g}, but it is {found:+.2f}. {advice}",
                f"errors there run from {errors[inside].min():.1e} "
                f"to {errors[inside].max():.1e}",
            )
    ceiling = case.options.get("ceiling")
    if ceiling is not None and np.any(errors[steps < 1e-9] > ceiling):
        raise Mismatch(
            "the error grows again for tiny steps. The complex step "
            "subtracts nothing, so nothing should cancel"
        )


def slope(case, implementation):
    """The measured slope is near the expected one."""
    found, _ = observe(implementation, *case.arguments)
    number = isinstance(found, int | float | np.number)
    if not number and np.shape(found) != ():
        raise Mismatch(
            f"the slope should be a number, but it is {kind_of(found)}"
        )
    if found is None:
        raise Mismatch("the slope is None. Is a return statement missing?")
    if np.isinf(case.expected) and found != case.expected:
        raise Mismatch(
            f"the slope is {float(found):.2f}, expected np.inf: f is "
            "affine and df is right, so the remainder is round-off"
        )
    if not abs(found - case.expected) <= 0.15 and found != case.expected:
        raise Mismatch(
            f"the slope is {float(found):.2f}, expected about "
            f"{case.expected:g}. Is every step in the fit between 1e-4 "
            "and 1e-2, and is h in front of df(x, v)?"
        )


def identified(case, implementation):
    """The answer is the name of the box's kind."""
    name, _ = observe(implementation, *case.arguments)
    if name not in KINDS:
        raise Mismatch(
            "identify should return one of the five names in data.KINDS, "
            f"but it returned {kind_of(name)}",
            f"found {name!r}",
        )
    if name != case.expected:
        raise Mismatch(
            "identify names the wrong kind for this box. Print the slope "
            "it measures before you decide where one kind ends and the "
            "next begins",
            f"you said {name!r}. {case.options.get('clue', '')}",
        )


PRODUCTS = "lambda x: np.array([x[0] * x[1] ** 2, x[0] * x[1]])"
POINT = np.array([3.0, 4.0])
DIRECTION = np.array([1.0, 2.0])
STEPS = np.logspace(-14, 0, 57)
WAVE = Source("lambda x: np.exp(np.sin(x))")
WAVE_PUSH = Source("lambda x, v: np.exp(np.sin(x)) * np.cos(x) * v")
WAVE_POINTS = np.linspace(0.3, 1.4, 40)
ROUND_OFF = "There the round-off of f, divided by h, should show."
SINGLE = (
    "Single precision stays single only if h is a Python float: a "
    "np.float64 step turns the whole quotient into double precision."
)


def curve(method, windows, dtype=float, **options):
    """A case of ps1-v-curve: one method in one precision."""
    single = dtype == np.float32
    return Case(
        "single precision" if single else "double precision",
        (
            WAVE,
            WAVE_PUSH,
            WAVE_POINTS.astype(dtype),
            np.ones(40, dtype),
            np.logspace(-7, -0.5, 40) if single else STEPS,
            method,
        ),
        check="ps1.slopes",
        label=f"method {method!r}",
        options={"windows": windows, **options},
    )


def box(text, kind, clue, criterion="one of each kind"):
    """A case of ps1-lineup: one box and what it is."""
    return Case(
        criterion,
        (Source(text),),
        kind,
        check="ps1.identified",
        options={"clue": f"Between h = 0.01 and h = 0.1 {clue}"},
    )


def taylor(criterion, f, df, x, v, expected, label=""):
    """A case of ps1-taylor: a function and a claimed derivative."""
    arguments = (Source(f), Source(df), x, v)
    return Case(criterion, arguments, expected, check="ps1.slope", label=label)


EXERCISES = {
    "ps1-predict-push": Exercise(
        answers=("predicted_change",),
        points={"prediction": 1},
        cases=(
            Case(
                "prediction",
                expected=np.array([0.64, 0.1]),
                check="ps1.predicted",
                mistakes=(
                    (
                        "this is v times the matrix, a combination of its "
                        "rows. A direction meets the columns: J v",
                        np.array([0.24, 0.3]),
                    ),
                    (
                        "this is J v itself. The step is h v",
                        np.array([64.0, 10.0]),
                    ),
                ),
            ),
        ),
    ),
    "ps1-jacobian": Exercise(
        answers=("jacobian",),
        points={"value": 1.5, "input unchanged": 0.5},
        cases=(
            Case(
                "value",
                (POINT,),
                np.array([[16.0, 24.0], [4.0, 3.0]]),
                label="x = (3, 4)",
                mistakes=(
                    (
                        "this is the transpose: row i belongs to output i, "
                        "column j to input j",
                        np.array([[16.0, 4.0], [24.0, 3.0]]),
                    ),
                    (
                        "entry [0, 1] lost its factor 2: the derivative of "
                        "a square",
                        np.array([[16.0, 12.0], [4.0, 3.0]]),
                    ),
                    (
                        "the two columns are swapped: column 0 belongs to "
                        "the first input",
                        np.array([[24.0, 16.0], [3.0, 4.0]]),
                    ),
                ),
            ),
            Case(
                "input unchanged",
                (POINT,),
                check="inputs_unchanged",
            ),
        ),
    ),
    "ps1-composition": Exercise(
        answers=("composition_jacobian",),
        points={"unequal sizes": 1, "equal sizes": 1},
        cases=(
            Case(
                "unequal sizes",
                (
                    Source(
                        "lambda y: np.array([[y[2], 0 * y[0], y[0]], "
                        "[0 * y[0], 1 + 0 * y[0], 2 * y[2]]])"
                    ),
                    Source("lambda x: np.array([x[0]*x[1], x[0]**2, x[1]])"),
                    Source(
                        "lambda x: np.array([[x[1], x[0]], "
                        "[2 * x[0], 0 * x[0]], [0 * x[0], 1 + 0 * x[0]]])"
                    ),
                    np.array([2.0, 3.0]),
                ),
                np.array([[9.0, 12.0], [4.0, 6.0]]),
                label="sizes 2 to 3 to 2",
                mistakes=(
                    (
                        "the product is the wrong way round: the map that "
                        "acts first stands on the right",
                        np.array(
                            [
                                [9.0, 2.0, 30.0],
                                [12.0, 0.0, 24.0],
                                [0.0, 1.0, 6.0],
                            ]
                        ),
                    ),
                ),
            ),
            Case(
                "equal sizes",
                (
                    Source(
                        "lambda y: np.array([[y[1], y[0]], "
                        "[0 * y[0], 2 * y[1]]])"
                    ),
                    Source("lambda x: np.array([x[0] + x[1], x[0] * x[1]])"),
                    Source("lambda x: np.array([[1.0, 1.0], [x[1], x[0]]])"),
                    np.array([1.0, 2.0]),
                ),
                np.array([[8.0, 5.0], [8.0, 4.0]]),
                label="sizes 2 to 2 to 2",
                mistakes=(
                    (
                        "the outer Jacobian is taken at x. Where does f "
                        "receive its input?",
                        np.array([[4.0, 3.0], [8.0, 4.0]]),
                    ),
                    (
                        "the product is the wrong way round: the map that "
                        "acts first stands on the right",
                        np.array([[2.0, 7.0], [4.0, 10.0]]),
                    ),
                ),
            ),
        ),
    ),
    "ps1-directional": Exercise(
        answers=("directional_difference",),
        points={
            "forward": 0.5,
            "central": 1,
            "complex": 1,
            "unknown method": 0.5,
        },
        cases=(
            Case(
                "forward",
                (Source(PRODUCTS), POINT, DIRECTION, 0.5, "forward"),
                np.array([79.0, 11.0]),
                label="h = 0.5",
                mistakes=(
                    (
                        "this looks backward: forward uses f at x + h v "
                        "and f at x",
                        np.array([51.0, 9.0]),
                    ),
                ),
            ),
            Case(
                "central",
                (Source(PRODUCTS), POINT, DIRECTION, 0.5, "central"),
                np.array([65.0, 10.0]),
                label="h = 0.5",
                mistakes=(
                    (
                        "twice too large: from x - h v to x + h v is how far?",
                        np.array([130.0, 20.0]),
                    ),
                ),
            ),
            Case(
                "complex",
                (Source(PRODUCTS), POINT, DIRECTION, 0.5, "complex"),
                np.array([63.0, 10.0]),
                label="h = 0.5",
                mistakes=(
                    (
                        "this is the real part, where f(x) is. The "
                        "derivative is in the imaginary part",
                        np.array([82.0, 23.0]),
                    ),
                ),
            ),
            Case(
                "complex",
                (Source("lambda x: np.exp(x)"), 2.0, 1.0, 1e-30, "complex"),
                np.exp(2.0),
                tolerance=1e-14,
                label="a number, h = 1e-30",
            ),
            Case(
                "unknown method",
                (Source(PRODUCTS), POINT, DIRECTION, 0.5, "centre"),
                "ValueError",
                check="raises",
                label="method 'centre'",
            ),
        ),
    ),
    "ps1-numerical-jacobian": Exercise(
        answers=("numerical_jacobian",),
        points={
            "value": 1,
            "shapes": 1,
            "integer input": 0.5,
            "input unchanged": 0.5,
        },
        cases=(
            Case(
                "value",
                (Source(PRODUCTS), POINT),
                np.array([[16.0, 24.0], [4.0, 3.0]]),
                tolerance=1e-5,
                label="x = (3, 4)",
                mistakes=(
                    (
                        "this is the transpose: each input entry gives a "
                        "column, not a row",
                        np.array([[16.0, 4.0], [24.0, 3.0]]),
                    ),
                ),
            ),
            Case(
                "shapes",
                (
                    Source("lambda x: x.sum(axis=1)"),
                    np.arange(6.0).reshape(2, 3),
                ),
                np.array([[[1.0] * 3, [0.0] * 3], [[0.0] * 3, [1.0] * 3]]),
                tolerance=1e-5,
                label="x of shape (2, 3), f(x) of shape (2,)",
            ),
            Case(
                "shapes",
                (Source("lambda x: x**3"), 2.0),
                12.0,
                tolerance=1e-5,
                label="x and f(x) of shape ()",
            ),
            Case(
                "integer input",
                (Source(PRODUCTS), np.array([3, 4])),
                np.array([[16.0, 24.0], [4.0, 3.0]]),
                tolerance=1e-5,
                label="x = (3, 4), dtype int64",
                mistakes=(
                    (
                        "every entry is zero: a small step added to an "
                        "integer array is cut off to nothing",
                        np.zeros((2, 2)),
                    ),
                ),
            ),
            Case(
                "input unchanged",
                (Source(PRODUCTS), POINT),
                check="inputs_unchanged",
            ),
        ),
    ),
    "ps1-predict-v": Exercise(
        answers=("predicted_slopes",),
        points={"prediction": 1},
        cases=(
            Case(
                "prediction",
                expected=(1, -1, 2, -1),
                check="ps1.predicted",
                mistakes=(
                    (
                        "round-off is about 1e-16 in f for every step. "
                        "What does dividing it by a smaller h do?",
                        (1, 1, 2, 1),
                    ),
                    (
                        "at tiny h there is hardly any truncation left. "
                        "What does dividing round-off by a smaller h do?",
                        (1, 1, 2, 2),
                    ),
                    (
                        "for large h the central error is not the forward "
                        "one: which power of h do x + h v and x - h v cancel?",
                        (1, -1, 1, -1),
                    ),
                    (
                        "round-off is divided by h once, for both methods",
                        (1, -1, 2, -2),
                    ),
                ),
            ),
        ),
    ),
    "ps1-v-curve": Exercise(
        answers=("v_curve",),
        points={"double precision": 1, "single precision": 1},
        cases=(
            curve(
                "forward",
                (
                    (1e-6, 1e-2, 1, 0.15, "Compare with df(x, v)."),
                    (1e-13, 1e-9, -1, 0.3, ROUND_OFF),
                ),
            ),
            curve(
                "central",
                (
                    (1e-3, 1e-1, 2, 0.15, "Compare with df(x, v)."),
                    (1e-13, 1e-7, -1, 0.3, ROUND_OFF),
                ),
            ),
            curve(
                "complex",
                ((1e-6, 1e-1, 2, 0.2, "Compare with df(x, v)."),),
                ceiling=1e-14,
            ),
            curve(
                "forward",
                (
                    (1e-2, 1e-1, 1, 0.3, "Compare with df(x, v)."),
                    (1e-6, 3e-5, -1, 0.5, SINGLE),
                ),
                np.float32,
            ),
            curve("central", ((1e-6, 1e-4, -1, 0.5, SINGLE),), np.float32),
        ),
    ),
    "ps1-taylor": Exercise(
        answers=("taylor_slope",),
        points={
            "right derivative": 1,
            "wrong derivative": 1,
            "other slopes": 0.5,
            "affine f": 0.5,
        },
        cases=(
            taylor(
                "right derivative",
                PRODUCTS,
                "lambda x, v: np.array([x[1]**2 * v[0] "
                "+ 2 * x[0] * x[1] * v[1], x[1] * v[0] + x[0] * v[1]])",
                POINT,
                DIRECTION,
                2.0,
            ),
            taylor(
                "wrong derivative",
                PRODUCTS,
                "lambda x, v: np.array([x[1]**2 * v[0] "
                "+ x[0] * x[1] * v[1], x[1] * v[0] + x[0] * v[1]])",
                POINT,
                DIRECTION,
                1.0,
                "a factor 2 is missing",
            ),
            taylor(
                "other slopes",
                "lambda x: x**3 + x",
                "lambda x, v: v",
                0.0,
                1.0,
                3.0,
                "no second derivative at 0",
            ),
            taylor(
                "affine f",
                "lambda x: 3 * x + 1",
                "lambda x, v: 3 * v",
                np.array([0.7, -0.2]),
                np.array([1.0, 0.4]),
                np.inf,
            ),
        ),
    ),
    "ps1-matrix": Exercise(
        answers=("d_square", "d_inverse"),
        points={"square": 1, "inverse": 1},
        cases=(
            Case(
                "square",
                (
                    np.array([[1.0, 2.0], [2.0, 0.0]]),
                    np.array([[0.0, 1.0], [1.0, 3.0]]),
                ),
                np.array([[4.0, 7.0], [7.0, 4.0]]),
                label="symmetric X and V",
                mistakes=(
                    (
                        "this is 2 X V, right only if X and V commute. "
                        "Expand (X + h V)(X + h V) and keep the order",
                        np.array([[4.0, 14.0], [0.0, 4.0]]),
                    ),
                    (
                        "this multiplies entry by entry. The square here "
                        "is the matrix product X @ X",
                        np.array([[0.0, 4.0], [4.0, 0.0]]),
                    ),
                ),
                options={"answers": ("d_square",)},
            ),
            Case(
                "inverse",
                (
                    np.array([[2.0, 0.0], [0.0, 4.0]]),
                    np.array([[1.0, 2.0], [3.0, 4.0]]),
                ),
                np.array([[-0.25, -0.25], [-0.375, -0.25]]),
                label="X diagonal",
                mistakes=(
                    (
                        "the sign: when X grows, its inverse shrinks",
                        np.array([[0.25, 0.25], [0.375, 0.25]]),
                    ),
                    (
                        "-X^-2 V is right only if X and V commute. "
                        "Differentiate X X^-1 = I and keep the order",
                        np.array([[-0.25, -0.5], [-0.1875, -0.25]]),
                    ),
                ),
                options={"answers": ("d_inverse",)},
            ),
        ),
    ),
    "ps1-lineup": Exercise(
        answers=("identify",),
        points={"one of each kind": 2, "disguised": 1},
        cases=(
            box(
                "lambda t: np.cos(2 * t)",
                "smooth",
                "its second difference grows from 4.0e-4 to 4.0e-2.",
            ),
            box(
                "lambda t: 2 * np.abs(t) + np.exp(t)",
                "corner",
                "its second difference grows from 4.0e-2 to 4.1e-1.",
            ),
            box(
                "lambda t: 1 - np.abs(t) ** 1.5",
                "three halves",
                "its second difference grows from 2.0e-3 to 6.3e-2.",
            ),
            box(
                "lambda t: 2 * t**4 + t**3 + t",
                "flat",
                "its second difference grows from 4.0e-8 to 4.0e-4.",
            ),
            box(
                "lambda t: 0.3 - 0.7 * t",
                "linear",
                "its second difference is never above 1e-15.",
            ),
            box(
                "lambda t: 513 - 89.1 * t",
                "linear",
                "its second difference never exceeds 1e-13, and f is "
                "about 500 there.",
                "disguised",
            ),
            box(
                "lambda t: 5 * t + np.abs(t) ** 1.5 + 20",
                "three halves",
                "its second difference grows from 2.0e-3 to 6.3e-2.",
                "disguised",
            ),
        ),
    ),
    "ps1-kron": Exercise(
        answers=("weights_jacobian",),
        points={"value": 1, "other sizes": 1},
        cases=(
            Case(
                "value",
                (np.array([2.0, 5.0]), np.zeros((2, 3))),
                np.array(
                    [
                        [2.0, 0.0, 0.0, 5.0, 0.0, 0.0],
                        [0.0, 2.0, 0.0, 0.0, 5.0, 0.0],
                        [0.0, 0.0, 2.0, 0.0, 0.0, 5.0],
                    ]
                ),
                label="a = 2, b = 3",
                mistakes=(
                    (
                        "this stacks W column by column. C order, NumPy's "
                        "own, walks along each row of W first",
                        np.array(
                            [
                                [2.0, 5.0, 0.0, 0.0, 0.0, 0.0],
                                [0.0, 0.0, 2.0, 5.0, 0.0, 0.0],
                                [0.0, 0.0, 0.0, 0.0, 2.0, 5.0],
                            ]
                        ),
                    ),
                    (
                        "this is x. The Jacobian has b rows and a b columns",
                        np.array([2.0, 5.0]),
                    ),
                ),
            ),
            Case(
                "other sizes",
                (np.array([2.0, 5.0, 7.0]), np.zeros((3, 1))),
                np.array([[2.0, 5.0, 7.0]]),
                label="a = 3, b = 1",
            ),
        ),
    ),
}
