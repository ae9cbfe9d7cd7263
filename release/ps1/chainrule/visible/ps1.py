"""Visible cases of problem set 1, and the properties it adds.

Assignment: given.
"""

import hashlib

import numpy as np

from chainrule.cases import Case, Exercise, NoAnswer, Source
from chainrule.compare import Mismatch, kind_of, require_same
from chainrule.data import KINDS
from chainrule.properties import observe, value


def seal(*parts):
    """What stands here for an answer, so that this file gives none away."""
    text = ":".join(f"{part:g}" for part in parts)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def predicted(case, answer):
    """The prediction is right; lists, tuples and arrays will all do."""
    if answer is None:
        raise NoAnswer
    try:
        numbers = np.asarray(answer, dtype=float)
    except (TypeError, ValueError):
        numbers = np.array(np.nan)
    wanted = len(case.expected)
    if numbers.shape != (wanted,) or not np.all(np.isfinite(numbers)):
        raise Mismatch(
            f"your answer should be {wanted} numbers, but it is "
            f"{kind_of(answer)}"
        )
    right = [seal(k, n) == case.expected[k] for k, n in enumerate(numbers)]
    if not all(right):
        known = {sealed: message for message, sealed in case.mistakes}
        count = f"not right yet: {sum(right)} of the {wanted} numbers are"
        raise Mismatch(known.get(seal(*numbers), count))


def approximates(case, implementation):
    """A Jacobian by differences is right to the case's tolerance."""
    try:
        value(case, implementation)
    except Mismatch as mismatch:
        raise Mismatch(
            mismatch.message + _advice_on_steps(case, implementation),
            mismatch.detail,
        ) from None


def _advice_on_steps(case, implementation):
    """What a wrong Jacobian of the right shape suggests."""
    found, _ = observe(implementation, *case.arguments)
    if np.shape(found) != np.shape(case.expected):
        return ""
    found, wanted = np.asarray(found), np.asarray(case.expected)
    if found.dtype != np.float64 or not np.all(np.isfinite(found)):
        return ""
    kind = np.asarray(case.arguments[1]).dtype.kind
    if kind in "iu" and np.max(np.abs(found)) > 1e3 * np.max(np.abs(wanted)):
        return (
            ". Huge entries: a step added to an integer array is cut off to "
            "a whole number. Convert x to float first"
        )
    if np.max(np.abs(found - wanted)) < 0.3 * np.max(np.abs(wanted)):
        return (
            ". Close, but not close enough: is the step too large "
            "(truncation) or too small (round-off)? The docstring names a "
            "good one"
        )
    return ""


def slopes(case, implementation):
    """The errors are those of the largest steps, and have right slopes."""
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
    _require_measured(errors, case)
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


def _require_measured(errors, case):
    """At the largest steps, truncation alone decides the error."""
    wanted, steps = np.asarray(case.expected), case.arguments[4]
    found = errors[-len(wanted) :]
    off = np.abs(found / wanted - 1)
    if np.max(off) <= case.options["slack"]:
        return
    k = int(np.argmax(off)) - len(wanted)
    raise Mismatch(
        f"at h = {steps[k]:.3g} the error is {errors[k] / wanted[k]:.3g} "
        "times what it should be. It is the largest absolute value, over the "
        "outputs, of the quotient less df(x, v); it is not relative",
        f"found {errors[k]:.4g}, expected {wanted[k]:.4g}",
    )


def slope(case, implementation):
    """The measured slope is near the expected one."""
    found, _ = observe(implementation, *case.arguments)
    if found is None:
        raise Mismatch("the slope is None. Is a return statement missing?")
    plain = isinstance(found, int | float | np.number | np.ndarray)
    if not plain or np.shape(found) != () or np.iscomplexobj(found):
        raise Mismatch(
            f"the slope should be a real number, but it is {kind_of(found)}"
        )
    found, wanted = float(found), float(case.expected)
    if found == wanted or abs(found - wanted) <= 0.15:
        return
    expected = "np.inf" if np.isinf(wanted) else f"about {wanted:g}"
    raise Mismatch(
        f"the slope is {round(found, 2) + 0.0:.2f}, expected {expected}. "
        + _advice_on_slope(found, wanted)
    )


def _advice_on_slope(found, wanted):
    """Name the mistake that turns one slope into another."""
    table = (
        (
            np.isnan(found),
            "A logarithm of 0 or of something negative? Decide about np.inf "
            "before you fit, and take norms",
        ),
        (
            np.isinf(wanted),
            "f is affine and df is right, so every remainder is round-off. "
            "The docstring says how large that may be, relative to f(x)",
        ),
        (
            np.isinf(found),
            "np.inf is for remainders that are nothing but round-off: at "
            "most 1e-12 * max(1, ||f(x)||)",
        ),
        (
            abs(found) < 0.1,
            "r does not shrink. Is f(x) subtracted, is h in front of "
            "df(x, v), and is r left undivided by h?",
        ),
        (
            abs(found - 2 * wanted) < 0.1,
            "Twice the slope belongs to r squared: take the square root of "
            "the sum of squares",
        ),
        (
            abs(found - 1 / wanted) < 0.05,
            "That is 1 over the slope: log r stands against log h, so the "
            "steps come first in the fit",
        ),
        (
            abs(found - wanted + 1) < 0.1,
            "One too small: is r divided by h, or h df(x, v) not subtracted?",
        ),
    )
    return next(
        (advice for fits, advice in table if fits),
        "Are the nine steps between 1e-4 and 1e-2, and do all entries of "
        "the remainder count, by a sum of squares?",
    )


def identified(case, implementation):
    """The answer is the name of the box's kind."""
    name, _ = observe(implementation, *case.arguments)
    if not isinstance(name, str) or name not in KINDS:
        names = ", ".join(f'"{kind}"' for kind in KINDS)
        raise Mismatch(
            f"identify should return one of {names}, spelled like this, but "
            f"it returned {'another' if isinstance(name, str) else 'no'} word",
            f"found {name!r}",
        )
    if name != case.expected:
        raise Mismatch(
            "identify names the wrong kind for this box. Print the slope "
            "it measures, and the size of s beside that of f, before you "
            "decide where one kind ends and the next begins",
            f"you said {name!r}. {case.options.get('clue', '')}",
        )


PRODUCTS = "lambda x: np.array([x[0] * x[1] ** 2, x[0] * x[1]])"
COUNTED = """def f(x, runs=[0]):
    runs[0] += 1
    if runs[0] > 16:
        raise RuntimeError("f ran more than 16 times for 3 inputs. One "
                           "quotient gives a whole column, all outputs at "
                           "once")
    return np.sum(x) * np.ones(6)
"""
POINT = np.array([3.0, 4.0])
DIRECTION = np.array([1.0, 2.0])
STEPS = np.logspace(-14, 0, 57)
WAVE = Source("lambda x: np.exp(np.sin(x))")
WAVE_PUSH = Source("lambda x, v: np.exp(np.sin(x)) * np.cos(x) * v")
WAVE_POINTS = np.linspace(0.3, 1.4, 40)
NOT_DIVIDED = "not divided by h: this is a change, not a rate"
REAL_PART = (
    "this is the real part, where f(x) is. The derivative is in the "
    "imaginary part"
)
ONE_TERM = (
    "one of the two cross terms is missing. Two products in "
    "(X + h V)(X + h V) contain one V. Which?"
)
TRUNCATION = "Compare with df(x, v)."
ROUND_OFF = "There the round-off of f, divided by h, should show."
SINGLE = (
    "Round-off is too small there for single precision: does the step turn "
    "the quotient into double? Print its dtype; the hint says more."
)


def curve(method, largest, windows, dtype=float, **options):
    """A case of ps1-v-curve: one method in one precision."""
    single = dtype == np.float32
    options["slack"] = 0.05 if single else 1e-3
    return Case(
        "single precision" if single else "double precision",
        (
            WAVE,
            WAVE_PUSH,
            WAVE_POINTS.astype(dtype),
            np.ones(40, dtype),
            np.logspace(-7, -0.5, 41) if single else STEPS,
            method,
        ),
        np.array(largest),
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
                expected=("50ead961b108", "dfcd34ac5a27"),
                check="ps1.predicted",
                mistakes=(
                    (
                        "this is v times the matrix, a combination of its "
                        "rows. A direction meets the columns: J v",
                        "253ca3cf4676",
                    ),
                    (
                        "this is J v itself. The step is h v",
                        "44df36bcab12",
                    ),
                    (
                        "this is the new value of F. Asked is the change",
                        "49f0cdf036ec",
                    ),
                    (
                        "this is the new value of F, computed in full. "
                        "Asked is the change, to first order: h J v",
                        "54b4f1e9bccd",
                    ),
                    (
                        "this is the exact change. Asked is the prediction "
                        "to first order: h J v",
                        "bce714f8c50d",
                    ),
                    (
                        "this is one column of J alone. Both inputs move",
                        "314543ee3175",
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
                "value",
                (np.array([-1.0, 2.0]),),
                np.array([[4.0, -4.0], [2.0, -1.0]]),
                label="x = (-1, 2)",
                mistakes=(
                    (
                        "right at (3, 4) only: the entries must depend on x",
                        np.array([[16.0, 24.0], [4.0, 3.0]]),
                    ),
                    (
                        "entry [0, 1] is right at (3, 4) only: is a number "
                        "left where x[1] should stand?",
                        np.array([[4.0, -8.0], [2.0, -1.0]]),
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
        points={"equal sizes": 1, "unequal sizes": 1},
        cases=(
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
            Case(
                "equal sizes",
                (
                    Source(
                        "lambda y: np.array([[y[1], y[0]], "
                        "[0 * y[0], 2 * y[1]]])"
                    ),
                    Source("lambda x: 2.0 * x"),
                    Source("lambda x: 2 * np.eye(2)"),
                    np.array([1.0, 2.0]),
                ),
                check="inputs_unchanged",
                label="inputs unchanged",
            ),
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
                (Source(PRODUCTS), POINT, DIRECTION, 0.25, "forward"),
                np.array([71.25, 10.5]),
                label="h = 0.25",
                mistakes=(
                    (
                        "this looks backward: forward uses f at x + h v "
                        "and f at x",
                        np.array([57.25, 9.5]),
                    ),
                    (NOT_DIVIDED, np.array([17.8125, 2.625])),
                    (
                        "this is the central quotient",
                        np.array([64.25, 10.0]),
                    ),
                ),
            ),
            Case(
                "forward",
                (Source(PRODUCTS), POINT, DIRECTION, 0.25, "forward"),
                check="inputs_unchanged",
                label="inputs unchanged",
            ),
            Case(
                "central",
                (Source(PRODUCTS), POINT, DIRECTION, 0.25, "central"),
                np.array([64.25, 10.0]),
                label="h = 0.25",
                mistakes=(
                    (
                        "twice too large: from x - h v to x + h v is how far?",
                        np.array([128.5, 20.0]),
                    ),
                    (
                        "a / 2 * h is (a / 2) * h in Python. Put the divisor "
                        "in parentheses",
                        np.array([4.015625, 0.625]),
                    ),
                    (NOT_DIVIDED, np.array([32.125, 5.0])),
                    (
                        "divided by 2, but not by h",
                        np.array([16.0625, 2.5]),
                    ),
                    (
                        "this is the forward quotient",
                        np.array([71.25, 10.5]),
                    ),
                ),
            ),
            Case(
                "central",
                (Source(PRODUCTS), POINT, DIRECTION, 0.25, "central"),
                check="inputs_unchanged",
                label="inputs unchanged",
            ),
            Case(
                "complex",
                (Source(PRODUCTS), POINT, DIRECTION, 0.25, "complex"),
                np.array([63.75, 10.0]),
                label="h = 0.25",
                mistakes=(
                    (NOT_DIVIDED, np.array([15.9375, 2.5])),
                    (REAL_PART, np.array([46.25, 11.875])),
                    (REAL_PART, np.array([185.0, 47.5])),
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
                (Source(PRODUCTS), POINT, DIRECTION, 0.25, "centre"),
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
            "integers and float32": 0.5,
            "input unchanged": 0.5,
        },
        cases=(
            Case(
                "value",
                (Source(PRODUCTS), POINT),
                np.array([[16.0, 24.0], [4.0, 3.0]]),
                tolerance=3e-5,
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
                "value",
                (
                    Source("lambda x: np.exp(10 * x)"),
                    np.array([0.1, 0.2]),
                ),
                np.diag([10 * np.exp(1.0), 10 * np.exp(2.0)]),
                tolerance=3e-5,
                check="ps1.approximates",
                label="a strongly curved f",
            ),
            Case(
                "value",
                (Source(COUNTED), np.array([0.5, -1.0, 2.0])),
                np.stack([np.ones(3)] * 6),
                tolerance=3e-5,
                label="3 inputs, 6 outputs, counted",
            ),
            Case(
                "shapes",
                (
                    Source("lambda x: x.sum(axis=1)"),
                    np.arange(6.0).reshape(2, 3),
                ),
                np.array([[[1.0] * 3, [0.0] * 3], [[0.0] * 3, [1.0] * 3]]),
                tolerance=3e-5,
                label="x of shape (2, 3), f(x) of shape (2,)",
            ),
            Case(
                "shapes",
                (Source("lambda x: x**3"), 2.0),
                12.0,
                tolerance=3e-5,
                label="x and f(x) of shape ()",
            ),
            Case(
                "integers and float32",
                (Source(PRODUCTS), POINT.astype(np.float32)),
                np.array([[16.0, 24.0], [4.0, 3.0]]),
                tolerance=3e-5,
                check="ps1.approximates",
                label="x = (3, 4), dtype float32",
                mistakes=(
                    (
                        "every entry is zero: a small step added to single "
                        "precision is rounded away. Convert x to float first",
                        np.zeros((2, 2)),
                    ),
                ),
            ),
            Case(
                "integers and float32",
                (Source(PRODUCTS), np.array([3, 4])),
                np.array([[16.0, 24.0], [4.0, 3.0]]),
                tolerance=3e-5,
                check="ps1.approximates",
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
                expected=(
                    "ef134f2a180b",
                    "f8b2da39235d",
                    "13113e084fda",
                    "160bc6aa4df3",
                ),
                check="ps1.predicted",
                mistakes=(
                    (
                        "round-off is about 1e-16 in f for every step. "
                        "What does dividing it by a smaller h do?",
                        "c34f01939bee",
                    ),
                    (
                        "at tiny h there is hardly any truncation left. "
                        "What does dividing round-off by a smaller h do?",
                        "2fe8124bd8b9",
                    ),
                    (
                        "for large h the central error is not the forward "
                        "one: which power of h do x + h v and x - h v cancel?",
                        "71e66b771ec6",
                    ),
                    (
                        "the order: large h comes before tiny h, for each "
                        "method",
                        "7ff3b3598bd5",
                    ),
                    (
                        "is round-off still flat after dividing by h?",
                        "770319b1efe4",
                    ),
                    (
                        "the signs: does a larger step make truncation "
                        "larger or smaller? The h axis runs to the right",
                        "04b95d66eac6",
                    ),
                    (
                        "round-off is divided by h once, for both methods",
                        "714c408fec33",
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
                [0.234917, 0.421443, 0.737911, 1.22003],
                (
                    (1e-6, 1e-2, 1, 0.15, TRUNCATION),
                    (1e-13, 1e-9, -1, 0.3, ROUND_OFF),
                ),
            ),
            curve(
                "central",
                [0.0212627, 0.0659925, 0.196855, 0.524902],
                (
                    (1e-3, 1e-1, 2, 0.15, TRUNCATION),
                    (1e-13, 1e-7, -1, 0.3, ROUND_OFF),
                ),
            ),
            curve(
                "complex",
                [0.0216361, 0.0697582, 0.234938, 0.921892],
                ((1e-6, 1e-1, 2, 0.2, TRUNCATION),),
                ceiling=1e-14,
            ),
            curve(
                "forward",
                [0.13458, 0.196988, 0.288462, 0.421443],
                (
                    (1e-2, 1e-1, 1, 0.3, TRUNCATION),
                    (1e-6, 3e-5, -1, 0.5, SINGLE),
                ),
                np.float32,
            ),
            curve(
                "central",
                [0.00716354, 0.0150911, 0.0316774, 0.0659925],
                ((1e-6, 1e-4, -1, 0.5, SINGLE),),
                np.float32,
            ),
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
                "right derivative",
                "lambda x: np.array([x**2, -(x**2)])",
                "lambda x, v: np.array([2 * x * v, -2 * x * v])",
                0.5,
                1.0,
                2.0,
                "two outputs that bend against each other",
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
            taylor(
                "affine f",
                "lambda x: 3e6 * x + 1e6",
                "lambda x, v: 3e6 * v",
                np.array([0.7, -0.2]),
                np.array([1.0, 0.4]),
                np.inf,
                "large values",
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
                    (ONE_TERM, np.array([[2.0, 7.0], [0.0, 2.0]])),
                    (ONE_TERM, np.array([[2.0, 0.0], [7.0, 2.0]])),
                ),
                options={"answers": ("d_square",)},
            ),
            Case(
                "square",
                (np.array([[1.0, 2.0], [3.0, 4.0]]), np.eye(2)),
                check="inputs_unchanged",
                label="inputs unchanged",
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
                    (
                        "-V X^-2 is right only if X and V commute. "
                        "Differentiate X X^-1 = I and keep the order",
                        np.array([[-0.25, -0.125], [-0.75, -0.25]]),
                    ),
                    (
                        "one factor X^-1 is missing: solve V X^-1 + X D = 0 "
                        "for D, the derivative you look for",
                        np.array([[-0.5, -0.5], [-1.5, -1.0]]),
                    ),
                    (
                        "one factor X^-1 is missing: the product rule on "
                        "X X^-1 = I leaves one on each side of V",
                        np.array([[-0.5, -1.0], [-0.75, -1.0]]),
                    ),
                ),
                options={"answers": ("d_inverse",)},
            ),
            Case(
                "inverse",
                (np.array([[1.0, 2.0], [3.0, 4.0]]), np.eye(2)),
                check="inputs_unchanged",
                label="inputs unchanged",
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
                "lambda t: (t / 3 + 0.3) * 7 - t / 7",
                "linear",
                "its second difference is never above 1e-15.",
            ),
            box(
                "lambda t: 513 - 89.1 * t",
                "linear",
                "its second difference never exceeds 2e-13, and f is "
                "about 500 there.",
                "disguised",
            ),
            box(
                "lambda t: 3 + 0.5 * t**4 - t",
                "flat",
                "its second difference grows from 1.0e-8 to 1.0e-4.",
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
                "value",
                (np.array([2.0, 5.0]), np.ones((2, 3))),
                check="inputs_unchanged",
                label="inputs unchanged",
            ),
            Case(
                "other sizes",
                (np.array([2.0, 5.0, 7.0]), np.zeros((3, 1))),
                np.array([[2.0, 5.0, 7.0]]),
                label="a = 3, b = 1",
                mistakes=(
                    (
                        "there are 3 outputs here, but x W has only 1: the "
                        "number of outputs b is W.shape[1]",
                        np.kron([[2.0, 5.0, 7.0]], np.eye(3)),
                    ),
                ),
            ),
        ),
    ),
}
