"""Visible cases of problem set 6, and the properties it adds.

Assignment: given.
"""

import contextlib
import hashlib
from dataclasses import replace

import numpy as np

from chainrule.cases import Case, Exercise, NoAnswer, Source
from chainrule.compare import Mismatch, Partial, kind_of, require_same
from chainrule.count import Counter
from chainrule.properties import (
    compare_with_references,
    error_name,
    observe,
    observe_source,
    refinement,
)

OUTCOMES = ("works", "raises", "lies")


NUMBER = {
    "is not callable": "a number or an array was called like a function. "
    "grad and vjp want a function: write lambda x: ..., not its value"
}
PAIR = {
    "multiply sequence": "x may be nested in tuples, and tuples cannot be "
    "multiplied. Which of your functions takes them as they are?",
    "unsupported operand": "x may be nested in tuples, and tuples cannot be "
    "multiplied. Which of your functions takes them as they are?",
}
ALONE = {
    "missing 1 required": "hessian takes f alone, and returns a function of "
    "x: hessian(f)(x)"
}
SHARED = {
    "inconsistent sizes": "vmap maps over all arguments, but w has no axis "
    "of examples. Which argument is shared? in_axes says so"
}


@contextlib.contextmanager
def explained(sentences):
    """Say in words what an error that is known by its text means."""
    try:
        yield
    except Exception as error:
        for part, sentence in sentences.items():
            if error_name(error) != "Mismatch" and part in str(error):
                raise Mismatch(sentence) from None
        raise


def digest(text):
    """A fingerprint of an answer, so that this file does not tell it."""
    return hashlib.sha256(f"ps6 {text}".encode()).hexdigest()[:16]


def predicted(case, answer):
    """A prediction in numbers is right, however it is nested."""
    if answer is None:
        raise NoAnswer
    shape = case.options["shape"]
    try:
        numbers = np.asarray(answer, dtype=float)
    except (TypeError, ValueError):
        numbers = np.array(np.nan)
    if numbers.shape != shape or not np.all(np.isfinite(numbers)):
        raise Mismatch(
            f"your answer should hold numbers of shape {shape}, but it is "
            f"{kind_of(answer)}"
        )
    written = " ".join(f"{number + 0.0:.6g}" for number in np.ravel(numbers))
    if digest(written) == case.expected:
        return
    for message, wrong in case.mistakes:
        if np.array_equal(numbers, np.asarray(wrong, dtype=float)):
            raise Mismatch(message + right_entries(case, numbers))
    advice = case.options["advice"]
    raise Mismatch(f"not right yet. {advice}{right_entries(case, numbers)}")


def right_entries(case, numbers):
    """Name the entries that are right, where a case can tell."""
    marks = case.options.get("entries", ())
    right = [
        str(k + 1)
        for k, (number, mark) in enumerate(zip(np.ravel(numbers), marks))
        if digest(f"{k} {number:.6g}") == mark
    ]
    if not right:
        return ""
    return f" (right so far: number {' and '.join(right)})"


def outcomes(case, answer):
    """Each program's outcome is named; guessing earns nothing."""
    if answer is None:
        raise NoAnswer
    names = list(case.expected)
    if not isinstance(answer, dict):
        raise Mismatch(
            "your answer should be a dictionary with the keys "
            f"{', '.join(names)}, but it is {kind_of(answer)}"
        )
    missing = [name for name in names if name not in answer]
    if missing or len(answer) > len(names):
        known = [str(name) for name in answer if name not in names]
        wrong = f"missing: {', '.join(missing)}" if missing else ""
        more = f"not a program: {', '.join(known)}" if known else ""
        raise Mismatch("; ".join(filter(None, (wrong, more))))
    odd = [name for name in case.expected if answer[name] not in OUTCOMES]
    if odd:
        raise Mismatch(
            f'each entry is "works", "raises" or "lies": look at {odd[0]}'
        )
    right = [
        digest(f"{name} {answer[name]}") == mark
        for name, mark in case.expected.items()
    ]
    if not all(right):
        free = len(right) // 2
        raise Partial(
            max(0, sum(right) - free) / (len(right) - free),
            f"{sum(right)} of {len(right)} outcomes are right, and {free} "
            "come by guessing: only those beyond count. Run a program once "
            "you have decided",
        )


def named(function, values):
    """A function as text whose names A and b are given these values."""
    names = {**function.names, **dict(zip("Ab", values))}
    return replace(function, names=names)


def hessian_of(case, hessian):
    """The function that comes back returns the right Hessian."""
    f, x = case.arguments
    with explained(ALONE):
        function, _ = observe(hessian, f)
    if not callable(function):
        raise Mismatch(
            "hessian(f) should be a function, to be called with x later, "
            f"but it is {kind_of(function)}"
        )
    result, _ = observe(function, x)
    compare_with_references(case, result, "the Hessian")


def product_of(case, way):
    """The product with the Hessian is right."""
    f, x, x_dot, *values = case.arguments
    f = named(f, values)
    with explained({**NUMBER, **(PAIR if isinstance(x, tuple) else {})}):
        result, changed = observe(way, f, (x,), (x_dot,))
    if isinstance(result, tuple) and isinstance(case.expected, np.ndarray):
        raise Mismatch(
            f"the product should be {kind_of(case.expected)}, but it is a "
            f"tuple of length {len(result)}. jvp returns a pair, a pullback "
            "a tuple: take the entry that you want"
        )
    compare_with_references(case, result, "the product")
    if changed:
        raise Mismatch("the function changes the point or the direction")


@refinement
def products_only(case, way):
    """Few multiplications: no Hessian is formed, no entry is computed."""
    f, x, x_dot, *values = case.arguments
    f, counter = named(f, values), Counter()
    x, x_dot = counter.array(x), counter.array(x_dot)
    observe(f.resolve(), x)
    loss, counter.multiplications = counter.multiplications, 0
    with explained(NUMBER):
        observe(way, f, (x,), (x_dot,))
    times = counter.multiplications / loss
    if times > case.options["most"]:
        raise Mismatch(
            f"this takes {times:.0f} times the multiplications of f. One "
            f"product needs at most {case.options['most']}: push or pull the "
            "one vector, and form no matrix"
        )
    if times < 2:
        raise Mismatch(
            "this takes fewer multiplications than a gradient: f is not "
            "differentiated on the arrays that were handed in"
        )


def symmetric(A, diagonal=()):
    """The symmetric part of A, and something more on its diagonal."""
    return (A + A.T) / 2 + (np.diag(diagonal) if len(diagonal) else 0)


def multiplier(*matrix):
    """A product with the symmetric part of a matrix, as text."""
    return Source("lambda p: A @ p", names={"A": symmetric(*matrix)})


def solved(case, conjugate_gradients):
    """The system is solved, as far as the steps lead."""
    A, b, steps, *more = case.arguments
    product, tolerance = multiplier(A, *more), case.options.get("tolerance")
    last = (steps,) if tolerance is None else (steps, tolerance)
    result, changed = observe(conjugate_gradients, product, b, *last)
    compare_with_references(case, result, "s")
    if changed:
        raise Mismatch(
            "the function changes b. s, r and p must be arrays of their own"
        )


def frugal(case, conjugate_gradients):
    """No more products are taken than there are different eigenvalues."""
    A, b, most = case.arguments
    text = (
        "def run(A, b):\n"
        "    calls = []\n"
        "    def product(p):\n"
        "        calls.append(1)\n"
        "        return A @ p\n"
        "    s = conjugate_gradients(product, b, 50)\n"
        "    return s, len(calls)\n"
    )
    names = {"conjugate_gradients": conjugate_gradients}
    run = Source(text, names=names)
    (s, calls), _ = observe_source(run, symmetric(A), b)
    compare_with_references(case, s, "s")
    if calls > most:
        raise Mismatch(
            f"{calls} products were taken where {most} are enough. Take one "
            "a step, and stop as soon as the residual is small"
        )


def eigenvalue(case, largest_eigenvalue):
    """The value (entry 0) or the vector (entry 1) is right."""
    A, v, steps, *more = case.arguments
    product = multiplier(A, *more)
    result, changed = observe(largest_eigenvalue, product, v, steps)
    if not isinstance(result, tuple | list) or len(result) != 2:
        raise Mismatch(
            "the result should be a tuple (value, v), but it is "
            f"{kind_of(result)}"
        )
    k = case.options["entry"]
    compare_with_references(case, result[k], ("the value", "v")[k])
    if changed:
        raise Mismatch("the function changes the start. Divide into a new v")


@refinement
def exact_products(case, largest_eigenvalue):
    """As many products are taken as there are steps."""
    A, v, steps = case.arguments
    text = (
        "def run(A, v, steps):\n"
        "    calls = []\n"
        "    def product(v):\n"
        "        calls.append(1)\n"
        "        return A @ v\n"
        "    largest_eigenvalue(product, v, steps)\n"
        "    return len(calls)\n"
    )
    names = {"largest_eigenvalue": largest_eigenvalue}
    run = Source(text, names=names)
    calls, _ = observe_source(run, symmetric(A), v, steps)
    if calls != steps:
        raise Mismatch(
            f"{calls} products for {steps} steps. The product of a step "
            "gives both the value and the next v: keep it"
        )


def steepest(case, gradient_in):
    """The gradient in an inner product, which is symmetric, is right."""
    M, g, *more = case.arguments
    result, _ = observe(gradient_in, symmetric(M, *more), g)
    compare_with_references(case, result)


def large(case, newton_cg):
    """A problem whose Hessian would not fit into memory is solved."""
    size, scale = case.arguments
    text = "lambda x: np.sum(a * x**2) / 2 - c * np.sum(x)"
    names = {"a": np.resize(np.array([1.0, 5.0, 20.0]), size), "c": scale}
    result, _ = observe(
        newton_cg, Source(text, names=names), np.zeros(size), 1
    )
    if not isinstance(result, tuple | list) or len(result) != 2:
        raise Mismatch("the result should be a tuple (x, values)")
    expected = scale / names["a"]
    require_same(result[0], expected, 1e-8, "the last point")


def minimized(case, newton_cg):
    """The last point is the minimum, and the values tell of the way."""
    f, x, _, *values = case.arguments
    f = named(f, values)
    (last, values), _ = way_down(case, newton_cg)
    compare_with_references(case, last, "the last point")
    f = f.resolve()
    for k, name, point in ((0, "first", x), (-1, "last", last)):
        require_same(
            values[k], float(f(point)), 1e-9, f"the {name} of the values"
        )


def way_down(case, newton_cg):
    """Call newton_cg; return its point and values, and what it changed."""
    f, x, steps, *values = case.arguments
    result, changed = observe(newton_cg, named(f, values), x, steps)
    if not isinstance(result, tuple | list) or len(result) != 2:
        raise Mismatch(
            "the result should be a tuple (x, values), but it is "
            f"{kind_of(result)}"
        )
    values = result[1]
    if np.shape(values) != (steps + 1,) or not isinstance(values, np.ndarray):
        raise Mismatch(
            f"values should be an array of shape ({steps + 1},), the start "
            f"and {steps} steps, but it is {kind_of(values)}"
        )
    if not np.all(np.isfinite(values)):
        raise Mismatch("values has entries that are nan or infinite")
    return result, changed


def downhill(case, newton_cg):
    """Values never grow, the start stays, and the end is flat."""
    f, x, _ = case.arguments
    (last, values), changed = way_down(case, newton_cg)
    rise = np.max(np.diff(values))
    if rise > 1e-12 * max(1.0, abs(values[0])):
        k = int(np.argmax(np.diff(values)))
        raise Mismatch(
            f"step {k + 1} goes uphill. Where f curves down or bends fast, "
            "the full step is too long: halve t until the inequality of the "
            "docstring holds"
        )
    if changed:
        raise Mismatch("the function changes the start that it is given")
    f = f.resolve()
    require_same(values[0], float(f(x)), 1e-9, "values[0]")
    require_flat(f, last)
    for k in (1, 2):
        shorter = replace(case, arguments=(*case.arguments[:2], k))
        (point, _), _ = way_down(shorter, newton_cg)
        require_same(
            values[k], float(f(point)), 1e-9, f"values[{k}], f after {k} steps"
        )


def require_flat(f, x):
    """Central differences of f at x are small."""
    if type(x) is not np.ndarray:
        raise Mismatch(f"the last point should be an array: {kind_of(x)}")
    slopes = [(f(x + e) - f(x - e)) / 2e-5 for e in 1e-5 * np.eye(x.size)]
    if np.max(np.abs(slopes)) > 1e-5:
        raise Mismatch(
            "the last point is not where f is flat. Does s solve H s = "
            "-gradient, by conjugate_gradients (which leads down even where "
            "f curves down)? Does t begin at 1 in every step?"
        )


def solve_pulled(case, solve_vjp):
    """A_bar and b_bar of a linear solve, as a pair."""
    result, _ = observe(solve_vjp, *case.arguments)
    if not isinstance(result, tuple | list) or len(result) != 2:
        raise Mismatch(
            "the result should be a tuple (A_bar, b_bar), but it is "
            f"{kind_of(result)}"
        )
    A_bar, b_bar = case.expected
    require_same(result[1], b_bar, case.tolerance, "b_bar")
    try:
        require_same(result[0], A_bar, case.tolerance, "A_bar")
    except Mismatch as mismatch:
        raise Mismatch(
            mismatch.message + ". b_bar is right: A_bar is made of it and of "
            "x. Which sign, and which of them gives the rows?",
            mismatch.detail,
        ) from None


def contraction(case, *_):
    """The function, the parameters and the point of a case.

    kind "bias": x = tanh(W x + theta), theta a vector; kind "weights": x =
    tanh(theta x) + c, theta a matrix.
    """
    W, x, x_bar = case.arguments
    if case.options["kind"] == "bias":
        theta = np.arctanh(x) - W @ x
        text, names = "lambda theta, x: np.tanh(W @ x + theta)", {"W": W}
        return text, names, theta, x, x_bar
    names = {"c": x - np.tanh(W @ x)}
    return "lambda theta, x: np.tanh(theta @ x) + c", names, W, x, x_bar


def fixed_point(case, fixed_point_vjp):
    """theta_bar is right."""
    text, names, theta, x, x_bar = contraction(case)
    f = Source(text, names=names)
    result, changed = observe(fixed_point_vjp, f, theta, x, x_bar)
    if type(result) is np.ndarray and result.dtype.kind == "f":
        size = np.max(np.abs(result), initial=0.0)
        if not size <= 1e6 * np.max(np.abs(case.expected)):
            raise Mismatch(
                "theta_bar has grown without bound. Each round is x_bar + "
                "J^T w, not w + J^T w"
                + (", in a new array" if changed else "")
            )
    compare_with_references(case, result, "theta_bar")
    if changed:
        raise Mismatch("the function changes an argument: make new arrays")


@refinement
def runs_once(case, fixed_point_vjp):
    """The function is run a few times at most; the rest is pulling."""
    text, names, theta, x, x_bar = contraction(case)
    run = (
        "def run(theta, x, x_bar):\n"
        f"    f, calls = {text}, []\n"
        "    def counting(theta, x):\n"
        "        calls.append(1)\n"
        "        return f(theta, x)\n"
        "    fixed_point_vjp(counting, theta, x, x_bar)\n"
        "    return len(calls)\n"
    )
    names = {**names, "fixed_point_vjp": fixed_point_vjp}
    calls, _ = observe_source(Source(run, names=names), theta, x, x_bar)
    if calls > 4:
        raise Mismatch(
            f"f was run {calls} times. x is found already: one run "
            "gives a pullback, and that can be used again and again"
        )


def per_example(case, per_example_gradients):
    """One gradient a row."""
    with explained(SHARED):
        result, _ = observe(per_example_gradients, *case.arguments)
    compare_with_references(case, result, "the array of gradients")


@refinement
def traced_once(case, per_example_gradients):
    """The loss is traced for all examples at once."""
    loss, *arguments = case.arguments
    text = (
        "def run(w, X, t):\n"
        "    calls = []\n"
        + "".join(f"    {line}\n" for line in loss.text.splitlines())
        + "    def counting(w, x, t):\n"
        "        calls.append(1)\n"
        "        return loss(w, x, t)\n"
        "    per_example_gradients(counting, w, X, t)\n"
        "    return len(calls)\n"
    )
    names = {"per_example_gradients": per_example_gradients}
    with explained(SHARED):
        calls, _ = observe_source(Source(text, names=names), *arguments)
    if calls > 2:
        raise Mismatch(
            f"the loss was run {calls} times. vmap runs it once, on an array "
            "that stands for any example"
        )


def f(text, **names):
    """A function as text."""
    return Source(text, names=names)


CUBIC = f("lambda x: x[0] ** 2 * x[1]")
SQUARES = f("lambda X: np.sum(X @ X)")
WAVES = f("lambda x: np.sum(np.sin(x) * np.roll(x, 1) ** 2)")
NESTED = f("lambda p: p[0] ** 2 * np.sum(p[1][0] * p[1][1] ** 2)")
NESTED_POINT = (
    NESTED,
    (2.0, [np.array([1.0, -1.0]), np.array([3.0, 0.5])]),
    (1.0, [np.array([0.5, 1.0]), np.array([-1.0, 2.0])]),
)
NESTED_PRODUCT = (4.5, [np.array([12.0, 9.0]), np.array([28.0, -16.0])])
MIXER = np.sin(np.arange(1600.0)).reshape(40, 40)
DEEP = f("lambda x: np.sum(np.tanh(A @ np.tanh(A @ x)) ** 2)", A=MIXER)
COUNTED = (DEEP, np.cos(np.arange(40.0)), np.sin(np.arange(40.0)) + 2)
FORGOTTEN = f(
    "def f(x):\n"
    "    from chainrule.reverse import primitive\n"
    "    times = primitive(lambda a, b: a * b)\n"
    "    times.defjvp(lambda d, y, a, b: d * b, lambda d, y, a, b: a * d)\n"
    "    times.defvjp(lambda d, y, a, b: d * b, lambda d, y, a, b: 0 * d)\n"
    "    return times(x[0], x[1])\n"
)
ROSENBROCK = f(
    "lambda x: np.sum(100 * (x[1:] - x[:-1] ** 2) ** 2 + (1 - x[:-1]) ** 2)"
)
WELLS = f("lambda x: np.sum((x**2 - 1) ** 2) / 4 + x[0] * x[1] / 5")
MIRROR = f("lambda x: np.sum(np.sqrt(1 + x**2))")
BOWL = f("lambda x: x[0] ** 2 + x[0] * x[1] + 2 * x[1] ** 2 - 7 * x[1]")
LOGISTIC = f(
    "def loss(w, x, t):\n"
    "    import jax.numpy as jnp\n"
    "    return jnp.log1p(jnp.exp(-t * (x @ w)))\n"
)
TWO = np.array([[4.0, 1.0], [1.0, 3.0]])


def lifted(case, lifts):
    """The derivatives are right; W W_bar sums to 0 in every column."""
    W = case.arguments[0]
    result, _ = observe(lifts, *case.arguments)
    try:
        compare_with_references(case, result, "the array of derivatives")
    except Mismatch as mismatch:
        known = [message for message, _ in case.mistakes]
        if np.shape(result) != W.shape or mismatch.message in known:
            raise
        if np.max(np.abs(np.sum(W * result, axis=0))) < 1e-9:
            raise
        raise Mismatch(
            mismatch.message + ". Doubling all links of one page changes "
            "nothing, so every column of gains * W must sum to 0: did s "
            "move?",
            mismatch.detail,
        ) from None


def large_web(case, lifts):
    """Where every page links to every page, all derivatives are known."""
    n, page, damping = case.arguments
    result, _ = observe(lifts, np.ones((n, n)), page, damping)
    expected = np.full((n, n), -damping / n**3)
    expected[page] += damping / n**2
    require_same(result, expected, 1e-9, "the array of derivatives")


def way(answer):
    """The option that picks one of two answers."""
    return {"answers": (answer,)}


FORWARD = way("hvp_reverse_over_forward")
REVERSE = way("hvp_reverse_over_reverse")
POINT = np.array([3.0, 5.0])
ALONG = np.array([1.0, 10.0])
NOT_A_PRODUCT = (
    (
        "this is the gradient itself. jvp returns a pair: value, tangent",
        np.array([30.0, 9.0]),
    ),
    (
        "this is the diagonal of the Hessian times the direction: the "
        "mixed derivatives are missing",
        np.array([10.0, 0.0]),
    ),
)
RIGHT_OUTCOMES = {
    "A": "bc29f34998f1a4f0",
    "B": "46db49937d4379e0",
    "C": "e21ca4f72794d2a5",
    "D": "39e97bff3a5ecd71",
    "E": "07a64e329e378a2d",
    "F": "e5fa9dc8aa81d8d9",
    "G": "af13aca89ac4a0be",
    "H": "8c3fd687c351b1c1",
    "I": "202720260a931a95",
    "J": "dd0bb3dbbb30bd67",
}

EXERCISES = {
    "ps6-predict-hessian": Exercise(
        answers=("predicted_hessian",),
        points={"prediction": 1},
        cases=(
            Case(
                "prediction",
                expected=digest("2 4 4 6"),
                check="ps6.predicted",
                mistakes=(
                    (
                        "the factor 2 is right on the diagonal. But a "
                        "Hessian of a polynomial is symmetric: write f out",
                        [[2, 8], [0, 6]],
                    ),
                    ("differentiate x1 squared twice", [[1, 4], [0, 3]]),
                    ("a factor 2 is missing", [[1, 2], [2, 3]]),
                    ("x1 x2 has a second derivative, too", [[2, 0], [0, 6]]),
                ),
                options={
                    "shape": (2, 2),
                    "advice": "Write f out: x1^2 + ..., and differentiate",
                },
            ),
        ),
    ),
    "ps6-hessian": Exercise(
        answers=("hessian",),
        points={"value": 0.5, "any shape": 0.5},
        cases=(
            Case(
                "value",
                (CUBIC, POINT),
                np.array([[10.0, 6.0], [6.0, 0.0]]),
                check="ps6.hessian_of",
                label="f = x1^2 x2 at (3, 5)",
                mistakes=(
                    (
                        "the diagonal is right, the mixed derivatives are "
                        "missing",
                        np.array([[10.0, 0.0], [0.0, 0.0]]),
                    ),
                    (
                        "this is the outer product of the gradient with "
                        "itself. No second derivative was taken",
                        np.array([[900.0, 270.0], [270.0, 81.0]]),
                    ),
                ),
            ),
            Case(
                "value",
                (f("lambda x: np.sum(x[:2]) - x[2]"), np.ones(3)),
                np.zeros((3, 3)),
                check="ps6.hessian_of",
                label="a linear function",
            ),
            Case(
                "any shape",
                (SQUARES, np.array([[1.0, 2.0], [3.0, 4.0]])),
                np.array(
                    [
                        [[[2.0, 1.0], [1.0, 0.0]], [[1.0, 0.0], [2.0, 1.0]]],
                        [[[1.0, 2.0], [0.0, 1.0]], [[0.0, 1.0], [1.0, 2.0]]],
                    ]
                ),
                check="ps6.hessian_of",
                label="a function of a (2, 2) matrix",
            ),
            Case(
                "any shape",
                (f("lambda x: x**3"), 2.0),
                12.0,
                check="ps6.hessian_of",
                label="x^3 at the number 2.0",
            ),
        ),
    ),
    "ps6-bill": Exercise(
        answers=("predicted_bill",),
        points={"prediction": 1},
        cases=(
            Case(
                "prediction",
                expected=digest("3 9 6003"),
                check="ps6.predicted",
                mistakes=(
                    (
                        "each product AB becomes three: itself, and the two "
                        "that the text names",
                        (3, 6, 3003),
                    ),
                    (
                        "each product AB becomes three: itself, and the two "
                        "that the text names",
                        (3, 6, 6003),
                    ),
                    (
                        "the gradient runs the loss, too: count that",
                        (2, 6, 4002),
                    ),
                    (
                        "the gradient's program runs once, and only its "
                        "tangents a thousand times",
                        (3, 9, 9000),
                    ),
                    (
                        "of the nine, the gradient's program itself runs "
                        "once. What is left for each tangent?",
                        (3, 9, 9003),
                    ),
                    (
                        "the gradient's program has to run once, too",
                        (3, 9, 6000),
                    ),
                    (
                        "the gradient's program runs once: that is not "
                        "a whole Hv but a gradient",
                        (3, 9, 6009),
                    ),
                ),
                options={
                    "entries": (
                        "9fde3ec69beba4b0",
                        "18a7eca05096debd",
                        "2ba7c7290086655f",
                    ),
                    "shape": (3,),
                    "advice": "Each product AB of the program: what stands "
                    "beside it afterward?",
                },
            ),
        ),
    ),
    "ps6-hvp": Exercise(
        answers=("hvp",),
        points={"product": 1, "nested parameters": 0.5, "cost": 0.5},
        cases=(
            Case(
                "product",
                (CUBIC, POINT, ALONG),
                np.array([70.0, 6.0]),
                check="ps6.product_of",
                label="f = x1^2 x2 at (3, 5), along (1, 10)",
                mistakes=NOT_A_PRODUCT,
            ),
            Case(
                "product",
                (WAVES, np.array([0.5, -1.0, 2.0]), np.array([1.0, 2.0, 0.5])),
                np.array(
                    [-0.76487438851558, 5.014374342121957, 5.199694418941423]
                ),
                check="ps6.product_of",
                label="three inputs",
            ),
            Case(
                "nested parameters",
                NESTED_POINT,
                NESTED_PRODUCT,
                check="ps6.product_of",
                label="parameters (a, [b, c])",
            ),
            Case(
                "cost",
                COUNTED,
                check="ps6.products_only",
                label="40 inputs, products counted",
                options={"most": 10},
            ),
        ),
    ),
    "ps6-ways": Exercise(
        answers=("hvp_reverse_over_forward", "hvp_reverse_over_reverse"),
        points={
            "reverse over forward": 1,
            "reverse over reverse": 1,
            "any shape": 0.5,
            "cost": 0.5,
        },
        cases=(
            Case(
                "reverse over forward",
                (CUBIC, POINT, ALONG),
                np.array([70.0, 6.0]),
                check="ps6.product_of",
                label="f = x1^2 x2 at (3, 5), along (1, 10)",
                mistakes=NOT_A_PRODUCT,
                options=FORWARD,
            ),
            Case(
                "reverse over reverse",
                (CUBIC, POINT, ALONG),
                np.array([70.0, 6.0]),
                check="ps6.product_of",
                label="f = x1^2 x2 at (3, 5), along (1, 10)",
                mistakes=NOT_A_PRODUCT,
                options=REVERSE,
            ),
            Case(
                "reverse over forward",
                (FORGOTTEN, POINT, np.array([2.0, 3.0])),
                np.array([3.0, 2.0]),
                check="ps6.product_of",
                label="a function whose two rules disagree: see section 3",
                mistakes=(
                    (
                        "this is J v: it comes from pushing through the "
                        "gradient, which is forward over reverse",
                        np.array([3.0, 0.0]),
                    ),
                    (
                        "this is J^T v: it comes from pulling back through "
                        "the gradient, which is reverse over reverse",
                        np.array([0.0, 2.0]),
                    ),
                ),
                options=FORWARD,
            ),
            Case(
                "reverse over reverse",
                (FORGOTTEN, POINT, np.array([2.0, 3.0])),
                np.array([0.0, 2.0]),
                check="ps6.product_of",
                label="a function whose two rules disagree: see section 3",
                mistakes=(
                    (
                        "this is J v: it comes from pushing through the "
                        "gradient, which is forward over reverse",
                        np.array([3.0, 0.0]),
                    ),
                    (
                        "this is the gradient of the slope along v, which "
                        "is reverse over forward",
                        np.array([3.0, 2.0]),
                    ),
                ),
                options=REVERSE,
            ),
            *(
                Case(
                    "any shape",
                    NESTED_POINT,
                    NESTED_PRODUCT,
                    check="ps6.product_of",
                    label=f"{name}, parameters (a, [b, c])",
                    options=option,
                )
                for name, option in (
                    ("reverse over forward", FORWARD),
                    ("reverse over reverse", REVERSE),
                )
            ),
            *(
                Case(
                    "cost",
                    COUNTED,
                    check="ps6.products_only",
                    label="40 inputs, products counted",
                    options={"most": 10, **option},
                )
                for option in (FORWARD, REVERSE)
            ),
        ),
    ),
    "ps6-cg": Exercise(
        answers=("conjugate_gradients",),
        points={"solution": 1.5, "products": 0.5, "negative curvature": 1},
        cases=(
            Case(
                "solution",
                (TWO, np.array([1.0, 2.0]), 1),
                np.array([0.25, 0.5]),
                check="ps6.solved",
                label="one step",
                mistakes=(
                    (
                        "alpha is upside down",
                        np.array([4.0, 8.0]),
                    ),
                    (
                        "two steps were taken where one is allowed",
                        np.array([1 / 11, 7 / 11]),
                    ),
                    (
                        "no step was taken, but one is allowed",
                        np.array([0.0, 0.0]),
                    ),
                ),
            ),
            Case(
                "solution",
                (TWO, np.array([1.0, 2.0]), 2),
                np.array([1 / 11, 7 / 11]),
                check="ps6.solved",
                label="two steps, two unknowns",
                mistakes=(
                    (
                        "the second step goes along the plain residual. "
                        "That is steepest descent: beta p is missing",
                        np.array([0.083333333333333, 0.583333333333333]),
                    ),
                    (
                        "the first step is right, and beta is upside down",
                        np.array([0.2509533181622486, 0.5019835168214527]),
                    ),
                    (
                        "the first step is right, but the residual grows: "
                        "its sign in r - alpha H p",
                        np.array([0.4274570982839314, 0.8211128445137805]),
                    ),
                    (
                        "p has changed together with r: they are one array. "
                        "Make a new r, not r -= ...",
                        np.array([0.09313725490196079, 0.5784313725490196]),
                    ),
                ),
            ),
            Case(
                "solution",
                (TWO, np.zeros(2), 5),
                np.zeros(2),
                check="ps6.solved",
                label="b = 0",
            ),
            Case(
                "products",
                (
                    np.diag([1.0, 5.0, 1.0, 5.0, 1.0]),
                    np.array([1.0, 2.0, 3.0, 4.0, 5.0]),
                    2,
                ),
                np.array([1.0, 0.4, 3.0, 0.8, 5.0]),
                check="ps6.frugal",
                label="two different eigenvalues, up to 50 steps",
            ),
            Case(
                "products",
                (np.diag([1.0, 2.0, 4.0, 8.0]), np.full(4, 1e-3), 50),
                np.array(
                    [
                        8.795698924731183e-4,
                        6.053763440860214e-4,
                        2.2365591397849465e-4,
                        1.2688172043010746e-4,
                    ]
                ),
                check="ps6.solved",
                label="a small b, and tolerance 0.2",
                mistakes=(
                    (
                        "the residual is small only in comparison with b, "
                        "which is small itself",
                        np.zeros(4),
                    ),
                    (
                        "one step too few: |r| is the root of r^T r",
                        np.array(
                            [
                                6.129032258064516e-4,
                                5.387096774193548e-4,
                                3.903225806451613e-4,
                                9.354838709677422e-5,
                            ]
                        ),
                    ),
                    (
                        "the tolerance that was given is not used",
                        np.array([1e-3, 5e-4, 2.5e-4, 1.25e-4]),
                    ),
                ),
                options={"tolerance": 0.2},
            ),
            Case(
                "negative curvature",
                (np.diag([1.0, -1.0]), np.array([0.0, 3.0]), 5),
                np.array([0.0, 3.0]),
                check="ps6.solved",
                label="b itself is a direction of negative curvature",
                mistakes=(
                    (
                        "this walks to the top: along p the function q has "
                        "a maximum, no minimum",
                        np.array([0.0, -3.0]),
                    ),
                    (
                        "nothing is found yet, so return b: whoever asked "
                        "wants a direction",
                        np.array([0.0, 0.0]),
                    ),
                ),
            ),
            Case(
                "negative curvature",
                (np.diag([1.0, -1.0]), np.array([1.0, 1.0]), 5),
                np.array([1.0, 1.0]),
                check="ps6.solved",
                label="b has no curvature at all: p^T H p = 0",
            ),
            Case(
                "negative curvature",
                (np.diag([2.0, -1.0]), np.array([1.0, 1.0]), 5),
                np.array([2.0, 2.0]),
                check="ps6.solved",
                label="the second direction has negative curvature",
                mistakes=(
                    (
                        "this walks on along a direction of negative "
                        "curvature. Stop, and return what you had before",
                        np.array([0.5, -1.0]),
                    ),
                    (
                        "b is returned only if the first direction is the "
                        "bad one",
                        np.array([1.0, 1.0]),
                    ),
                ),
            ),
        ),
    ),
    "ps6-newton": Exercise(
        answers=("newton_cg",),
        points={"quadratic": 1, "minimum": 1, "never uphill": 1},
        cases=(
            Case(
                "quadratic",
                (BOWL, np.array([5.0, -3.0]), 1),
                np.array([-1.0, 2.0]),
                tolerance=1e-8,
                check="ps6.minimized",
                label="a quadratic, one step",
                mistakes=(
                    (
                        "the step has the wrong sign: H s = -gradient",
                        np.array([11.0, -8.0]),
                    ),
                    (
                        "the point never moved: no t is small enough, so s "
                        "leads uphill. H s = -gradient",
                        np.array([5.0, -3.0]),
                    ),
                ),
            ),
            Case(
                "minimum",
                (ROSENBROCK, np.array([-1.2, 1.0]), 30),
                np.array([1.0, 1.0]),
                tolerance=1e-7,
                check="ps6.minimized",
                label="Rosenbrock's banana, 30 steps",
            ),
            Case(
                "never uphill",
                (ROSENBROCK, np.array([-1.2, 1.0]), 30),
                check="ps6.downhill",
                label="Rosenbrock's banana",
            ),
            Case(
                "never uphill",
                (WELLS, np.array([0.3, 0.2]), 14),
                check="ps6.downhill",
                label="a start where f curves down",
            ),
            Case(
                "never uphill",
                (MIRROR, np.array([0.99995, -0.99997]), 1),
                np.array([4.999625006252e-5, -2.999865001341e-5]),
                tolerance=1e-4,
                check="ps6.minimized",
                label="a full step that goes down, but not by enough",
                mistakes=(
                    (
                        "this is the full step. f falls, but by less than "
                        "1e-4 of what the slope promised: halve t",
                        np.array([-0.9998500074998751, 0.9999100026999731]),
                    ),
                    (
                        "this is a quarter of the full step; a half is enough",
                        np.array([0.4999999981250, -0.4999999993250]),
                    ),
                ),
            ),
        ),
    ),
    "ps6-steepest": Exercise(
        answers=("gradient_in",),
        points={"value": 1},
        cases=(
            Case(
                "value",
                (np.diag([1.0, 4.0]), np.array([2.0, 8.0])),
                np.array([2.0, 2.0]),
                check="ps6.steepest",
                label="M = diag(1, 4), g = (2, 8)",
                mistakes=(
                    (
                        "this is M g. Put it into the definition: g_M^T M v "
                        "should be g^T v",
                        np.array([2.0, 32.0]),
                    ),
                    ("this is g, whatever M is", np.array([2.0, 8.0])),
                    (
                        "this is g made shorter or longer. Its direction "
                        "has to change as well",
                        np.array([0.5, 2.0]),
                    ),
                ),
            ),
            Case(
                "value",
                (np.array([[2.0, 1.0], [1.0, 1.0]]), np.array([3.0, 1.0])),
                np.array([2.0, -1.0]),
                check="ps6.steepest",
                label="an M with entries beside the diagonal",
                mistakes=(
                    (
                        "only the diagonal of M was used",
                        np.array([1.5, 1.0]),
                    ),
                ),
            ),
        ),
    ),
    "ps6-sharpness": Exercise(
        answers=("largest_eigenvalue",),
        points={"value": 1, "vector": 0.5, "products": 0.5},
        cases=(
            Case(
                "value",
                (TWO, np.array([2.0, 0.0]), 1),
                4.0,
                check="ps6.eigenvalue",
                label="one step from (2, 0)",
                mistakes=(
                    (
                        "the start is not of length 1. Divide by its length "
                        "before you multiply",
                        16.0,
                    ),
                    (
                        "this is the value for the next v, which no one has "
                        "multiplied yet",
                        4.411764705882353,
                    ),
                    (
                        "this is the length of the product. It has lost "
                        "the sign: v^T (H v) keeps it",
                        4.123105625617661,
                    ),
                ),
                options={"entry": 0},
            ),
            Case(
                "value",
                (np.diag([-3.0, 1.0]), np.array([1.0, 1.0]), 60),
                -3.0,
                check="ps6.eigenvalue",
                label="the largest in size is negative",
                mistakes=(
                    (
                        "the sign is lost. A length is never negative; "
                        "v^T (H v) can be",
                        3.0,
                    ),
                ),
                options={"entry": 0},
            ),
            Case(
                "vector",
                (np.diag([3.0, 4.0]), np.array([1.0, 1.0]), 1),
                np.array([0.6, 0.8]),
                check="ps6.eigenvalue",
                label="one step from (1, 1)",
                mistakes=(
                    (
                        "this is the product before it was divided by its "
                        "length",
                        np.array([3.0, 4.0]) / np.sqrt(2),
                    ),
                    (
                        "this is the v that was multiplied. Return the "
                        "product, divided by its length",
                        np.array([1.0, 1.0]) / np.sqrt(2),
                    ),
                ),
                options={"entry": 1},
            ),
            Case(
                "vector",
                (np.diag([-3.0, 1.0]), np.array([1.0, 1.0]), 1),
                np.array([-3.0, 1.0]) / np.sqrt(10),
                check="ps6.eigenvalue",
                label="one step with a negative eigenvalue",
                mistakes=(
                    (
                        "return the product, divided by its length: a "
                        "length is positive, whatever the sign of the value",
                        np.array([3.0, -1.0]) / np.sqrt(10),
                    ),
                ),
                options={"entry": 1},
            ),
            Case(
                "products",
                (TWO, np.array([2.0, 0.0]), 7),
                check="ps6.exact_products",
                label="seven steps",
            ),
        ),
    ),
    "ps6-adjoint": Exercise(
        answers=("solve_vjp", "inverse_vjp", "logdet_vjp"),
        points={"solve": 1.5, "inverse": 1, "log det": 0.5},
        cases=(
            Case(
                "solve",
                (
                    np.array([[2.0, 1.0], [0.0, 4.0]]),
                    np.array([4.0, 8.0]),
                    np.array([2.0, 3.0]),
                ),
                (
                    np.array([[-1.0, -2.0], [-0.5, -1.0]]),
                    np.array([1.0, 0.5]),
                ),
                check="ps6.solve_pulled",
                label="A = [[2, 1], [0, 4]]",
                options=way("solve_vjp"),
            ),
            Case(
                "inverse",
                (
                    np.array([[2.0, 1.0], [0.0, 4.0]]),
                    np.array([[8.0, 0.0], [16.0, 64.0]]),
                ),
                np.array([[-2.0, 0.0], [0.5, -4.0]]),
                label="A = [[2, 1], [0, 4]]",
                mistakes=(
                    (
                        "both inverses need a transpose. Move everything "
                        "off V in <Y_bar, -Y V Y>",
                        np.array([[-1.0, 2.25], [-2.0, -3.5]]),
                    ),
                    (
                        "the sign is wrong: where A grows, its inverse "
                        "shrinks",
                        np.array([[2.0, 0.0], [-0.5, 4.0]]),
                    ),
                    (
                        "Y_bar must not be transposed",
                        np.array([[-1.0, -2.0], [2.25, -3.5]]),
                    ),
                    (
                        "one inverse stands on each side of Y_bar",
                        np.array([[-2.0, 0.0], [2.0, -4.0]]),
                    ),
                ),
                options=way("inverse_vjp"),
            ),
            Case(
                "log det",
                (np.array([[2.0, 1.0], [0.0, 4.0]]), 8.0),
                np.array([[4.0, 0.0], [-1.0, 2.0]]),
                label="A = [[2, 1], [0, 4]], s_bar = 8",
                mistakes=(
                    (
                        "this is the inverse of A. The trace of A^-1 V is a "
                        "sum over both indices: which order?",
                        np.array([[4.0, -1.0], [0.0, 2.0]]),
                    ),
                    (
                        "s_bar is ignored: right only where it is 1",
                        np.array([[0.5, 0.0], [-0.125, 0.25]]),
                    ),
                    (
                        "this is for the determinant itself. A logarithm "
                        "divides by it",
                        np.array([[32.0, 0.0], [-8.0, 16.0]]),
                    ),
                ),
                options=way("logdet_vjp"),
            ),
        ),
    ),
    "ps6-fixed-point": Exercise(
        answers=("fixed_point_vjp",),
        points={"a vector": 1, "weights": 1.5, "runs f once": 0.5},
        cases=(
            Case(
                "a vector",
                (np.array([[0.5]]), np.array([0.5]), np.array([1.0])),
                np.array([1.2]),
                tolerance=1e-8,
                check="ps6.fixed_point",
                label="one number: x = tanh(x / 2 + theta)",
                mistakes=(
                    (
                        "this is the first round alone: theta moves x, and "
                        "x then moves itself",
                        np.array([0.75]),
                    ),
                    (
                        "the rounds add up; here they alternate in sign",
                        np.array([0.545454545454545]),
                    ),
                    (
                        "this is w. One more pull leads to theta",
                        np.array([1.6]),
                    ),
                    (
                        "the two results of the pullback are confused: f "
                        "takes theta first, so which entry belongs to x?",
                        np.array([1.5]),
                    ),
                ),
                options={"kind": "bias"},
            ),
            Case(
                "a vector",
                (
                    np.array([[0.0, 0.5], [0.0, 0.0]]),
                    np.array([0.5, 0.0]),
                    np.ones(2),
                ),
                np.array([0.75, 1.375]),
                tolerance=1e-8,
                check="ps6.fixed_point",
                label="x2 moves x1, but not the other way round",
                mistakes=(
                    (
                        "a cotangent goes round by J^T, and this went round "
                        "by J",
                        np.array([1.03125, 1.0]),
                    ),
                    (
                        "this is the first round alone: theta moves x, and "
                        "x then moves itself",
                        np.array([0.75, 1.0]),
                    ),
                ),
                options={"kind": "bias"},
            ),
            Case(
                "weights",
                (
                    np.array([[0.5, -0.25], [0.2, -0.1]]),
                    np.array([1.0, 2.0]),
                    np.array([3.0, 0.0]),
                ),
                np.array([[5.5, 11.0], [-1.25, -2.5]]),
                tolerance=1e-8,
                check="ps6.fixed_point",
                label="x = tanh(theta x) + c, theta of shape (2, 2)",
                mistakes=(
                    (
                        "this is the first round alone: theta moves x, and "
                        "x then moves itself",
                        np.array([[3.0, 6.0], [0.0, 0.0]]),
                    ),
                ),
                options={"kind": "weights"},
            ),
            Case(
                "runs f once",
                (np.array([[0.5]]), np.array([0.5]), np.array([1.0])),
                check="ps6.runs_once",
                options={"kind": "bias"},
            ),
        ),
    ),
    "ps6-pagerank": Exercise(
        answers=("lifts",),
        points={"value": 2, "a large web": 1},
        cases=(
            Case(
                "value",
                (np.array([[0.0, 1.0], [1.0, 0.0]]), 0, 0.5),
                np.array([[1 / 6, 0.0], [0.0, -1 / 6]]),
                check="ps6.lifted",
                label="two pages that link to each other, damping 0.5",
            ),
            Case(
                "value",
                (
                    np.array(
                        [[0.0, 2.0, 1.0], [1.0, 0.0, 1.0], [0.0, 1.0, 0.0]]
                    ),
                    0,
                    0.8,
                ),
                np.array(
                    [
                        [
                            0.1994555560989127,
                            0.02875446232089587,
                            0.024467374117723765,
                        ],
                        [0.0, -0.049293363978678666, -0.024467374117723765],
                        [
                            -0.020995321694622416,
                            -0.05750892464179178,
                            -0.029618400247770876,
                        ],
                    ]
                ),
                check="ps6.lifted",
                label="three pages",
                mistakes=(
                    (
                        "every column of gains * W must sum to 0: P has "
                        "columns that are divided by their sums s, and each "
                        "weight moves s as well",
                        np.array(
                            [
                                [
                                    0.7033432767698503,
                                    0.27522128221428926,
                                    0.1725593753565782,
                                ],
                                [
                                    0.5038877206709377,
                                    0.19717345591471472,
                                    0.12362462712113065,
                                ],
                                [
                                    0.4828923989763152,
                                    0.1889578952516016,
                                    0.11847360099108356,
                                ],
                            ]
                        ),
                    ),
                    (
                        "this is the cotangent of P. One more step leads "
                        "from P to W",
                        np.array(
                            [
                                [
                                    0.7033432767698503,
                                    0.8256638466428678,
                                    0.3451187507131564,
                                ],
                                [
                                    0.5038877206709377,
                                    0.5915203677441442,
                                    0.2472492542422613,
                                ],
                                [
                                    0.4828923989763152,
                                    0.5668736857548048,
                                    0.23694720198216712,
                                ],
                            ]
                        ),
                    ),
                    (
                        "the system for the cotangent has the transposed "
                        "matrix",
                        np.array(
                            [
                                [
                                    0.07348362593117833,
                                    0.06983226563646144,
                                    0.009014295727582418,
                                ],
                                [
                                    0.0,
                                    0.04107780331556558,
                                    -0.009014295727582451,
                                ],
                                [
                                    -0.46189707728169277,
                                    -0.13966453127292291,
                                    -0.12233687058861889,
                                ],
                            ]
                        ),
                    ),
                ),
            ),
            Case(
                "a large web",
                (120, 0, 0.85),
                check="ps6.large_web",
                label="120 pages, each linked to all: 14 400 derivatives",
            ),
        ),
    ),
    "ps6-per-example": Exercise(
        answers=("per_example_gradients",),
        points={"value": 1.5, "one trace": 0.5},
        cases=(
            Case(
                "value",
                (
                    LOGISTIC,
                    np.array([0.5, -0.5]),
                    np.array([[1.0, 0.0], [2.0, 1.0], [-1.0, 3.0]]),
                    np.array([1.0, -1.0, 1.0]),
                ),
                np.array(
                    [
                        [-0.3775406687981454, 0.0],
                        [1.2449186624037092, 0.6224593312018546],
                        [0.8807970779778823, -2.642391233933647],
                    ]
                ),
                check="ps6.per_example",
                label="three examples",
                mistakes=(
                    (
                        "this is the sum of the three gradients: one for "
                        "each example is asked for",
                        np.array([1.748175071583446, -2.0199319027317926]),
                    ),
                    (
                        "this is the mean of the three gradients: one for "
                        "each example is asked for",
                        np.array([0.5827250238611487, -0.6733106342439309]),
                    ),
                ),
            ),
            Case(
                "one trace",
                (
                    LOGISTIC,
                    np.array([0.5, -0.5]),
                    np.array([[1.0, 0.0], [2.0, 1.0], [-1.0, 3.0]]),
                    np.array([1.0, -1.0, 1.0]),
                ),
                check="ps6.traced_once",
            ),
        ),
    ),
    "ps6-outcomes": Exercise(
        answers=("predicted_outcomes",),
        points={"prediction": 2},
        cases=(
            Case(
                "prediction",
                expected=RIGHT_OUTCOMES,
                check="ps6.outcomes",
            ),
        ),
    ),
}
