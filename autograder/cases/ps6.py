"""Hidden cases of problem set 6: data only."""

import numpy as np

from autograder.specs import (
    Function,
    Hidden,
    Jacobian,
    Jvp,
    Normal,
    Signed,
    Uniform,
    Value,
    Vjp,
    WellConditioned,
)

ONE = Uniform(1.0, 1.0)  # the cotangent of a single entry
QUARTIC = "lambda x: np.sum((A @ x) ** 4) / 4 + np.sum(x[:-1] * x[1:] ** 2)"
SMOOTH = (
    "lambda x: np.sum(np.tanh(A @ x) ** 2) + np.prod(x[:2]) * np.exp(x[2])"
)
LOGS = "lambda x: np.log(np.sum(np.exp(A @ x))) + np.sum(x**2) / 4"
MATRIX = "lambda X: np.sum((X @ X.T) ** 2) + np.sum(np.sin(X[0] * X[1]))"
BRANCH = (
    "def f(x):\n"
    "    total = 0.0\n"
    "    for k in range(3):\n"
    "        total = np.sin(total + x[k] * x[k + 1] ** 2)\n"
    "    return total\n"
)
NETWORK = (
    "lambda p: np.sum(np.tanh(np.tanh(A @ p[0] + p[1]) @ p[2] + p[3]) ** 2)"
)
SHAPES = ((3, 4), (4,), (4, 2), (2,))
FORGOTTEN = (
    "def f(x):\n"
    "    from chainrule.reverse import primitive\n"
    "    times = primitive(lambda a, b: a * b)\n"
    "    times.defjvp(lambda d, y, a, b: d * b, lambda d, y, a, b: a * d)\n"
    "    times.defvjp(lambda d, y, a, b: d * b, lambda d, y, a, b: 0 * d)\n"
    "    return times(np.sin(x[0]), x[1] ** 2)\n"
)
TRUE_PRODUCT = (
    "lambda x, v: np.stack(["
    "2 * x[1] * np.cos(x[0]) * v[1] - np.sin(x[0]) * x[1] ** 2 * v[0], "
    "2 * x[1] * np.cos(x[0]) * v[0] + 2 * np.sin(x[0]) * v[1]])"
)
TRANSPOSED_PRODUCT = (
    "lambda x, v: np.stack(["
    "-np.sin(x[0]) * x[1] ** 2 * v[0], 2 * x[1] * np.cos(x[0]) * v[0]])"
)
OWN_RULE = (
    "def f(x):\n"
    "    from chainrule.reverse import primitive\n"
    "    wave = primitive(lambda x: np.sin(x))\n"
    "    wave.defjvp(lambda x_dot, y, x: x * x_dot)\n"
    "    wave.defvjp(lambda y_bar, y, x: x * y_bar)\n"
    "    return np.sum(wave(x) * x)\n"
)
OWN_RULE_OF_TWO = OWN_RULE.replace("f(x)", "f(p)").replace(
    "wave(x) * x", "wave(p[0]) * p[0] * p[1]"
)
PRODUCT_OF_TWO = (
    "lambda {f}p, d: (d[1] * (np.sin(p[0]) + p[0] ** 2) "
    "+ p[1] * ({slope} + 2 * p[0]) * d[0], "
    "(p[0] * {slope} + np.sin(p[0])) * d[0])"
)
VALUES_ONLY = (
    "a difference quotient of gradients gives this, and f has a primitive "
    "whose rule says something else: apply the rules twice. A quotient "
    "does not see them, and it loses digits"
)
DEEP = "lambda x: np.sum(np.tanh(A @ np.tanh(A @ x)) ** 2)"
FORWARD = {"answers": ("hvp_reverse_over_forward",)}
REVERSE = {"answers": ("hvp_reverse_over_reverse",)}

SOLVED = "lambda A, b: np.linalg.solve((A + A.T) / 2, b)"
SOLVED_MORE = "lambda A, b, d: np.linalg.solve((A + A.T) / 2 + np.diag(d), b)"
KRYLOV = """
def lowest(A, b, d):
    H = (A + A.T) / 2 + np.diag(d)
    columns = [b]
    for k in range({steps} - 1):
        column = H @ columns[-1]
        columns.append(column / np.sqrt(column @ column))
    K = np.stack(columns, axis=1)
    return K @ np.linalg.solve(K.T @ H @ K, K.T @ b)
"""
SPREAD = np.array([0.0, 2.0, 5.0, 9.0, 14.0])
POWER = """
def power(A, v, d):
    H = (A + A.T) / 2 + np.diag(d)
    for k in range({steps}):
        v = v / np.sqrt(v @ v)
        value = v @ H @ v
        v = H @ v
    v = v / np.sqrt(v @ v)
    return {what}
"""
QUADRATIC = "lambda x: x @ (A @ x) / 2 - b @ x"
RIDGE = "lambda x: np.sum(np.logaddexp(0.0, A @ x)) + np.sum(x**2) / 2"
RIDGE_MINIMUM = """
def minimum(x, A):
    x = 0 * x
    for k in range(25):
        s = 1 / (1 + np.exp(-(A @ x)))
        H = A.T @ (A * (s * (1 - s))[:, None]) + np.eye(A.shape[1])
        x = x - np.linalg.solve(H, A.T @ s + x)
    return x
"""
BANANA = "lambda x: np.sum(c * (x[1:] - x[:-1] ** 2) ** 2 + (1 - x[:-1]) ** 2)"
WELLS = "lambda x: np.sum((x**2 - c) ** 2) / 4 + d * x[0] * x[1]"
CIRCLE = (
    "lambda x: np.sum(1 - np.cos(x)) + c * (x[0] - x[1]) ** 2 "
    "+ np.sum(x**2) / 50"
)

SOLVE = "lambda A, b: np.linalg.solve(A, b)"
INVERSE = "lambda A: np.linalg.inv(A)"
LOGDET = "lambda A: np.log(np.abs(np.linalg.det(A)))"
BIAS = (
    "lambda W, x, x_bar: (1 - x**2) * np.linalg.solve("
    "np.eye({n}) - W.T * (1 - x**2), x_bar)"
)
WEIGHTS = (
    "lambda W, x, x_bar: np.outer((1 - np.tanh(W @ x) ** 2) * "
    "np.linalg.solve(np.eye({n}) - W.T * (1 - np.tanh(W @ x) ** 2), x_bar)"
    ", x)"
)
RANK = (
    "lambda W: np.linalg.solve(np.eye({n}) - {damping} * W / "
    "np.sum(W, axis=0), np.ones({n}) * (1 - {damping}) / {n})[{page}]"
)
LOGISTIC = (
    "def loss(w, x, t):\n"
    "    import jax.numpy as jnp\n"
    "    return jnp.log1p(jnp.exp(-t * (x @ w)))\n"
)
LOGISTIC_GRADIENTS = (
    "lambda w, X, t: -(t / (1 + np.exp(t * (X @ w))))[:, None] * X"
)
SQUARED = (
    "def loss(w, x, t):\n"
    "    import jax.numpy as jnp\n"
    "    return (jnp.sin(jnp.sum(w @ x)) - t) ** 2\n"
)
SQUARED_GRADIENTS = """
def gradients(w, X, t):
    z = np.sum(X @ w.T, axis=1)
    return (2 * (np.sin(z) - t) * np.cos(z))[:, None, None] * (
        np.ones(w.shape) * X[:, None, :])
"""


COMPLEX_STEP = """
    if np.__name__ == "jax.numpy":
        import jax
        return jax.grad(f)(x)

    def gradient_at(x, put):
        if isinstance(x, tuple):
            return tuple(
                gradient_at(part, lambda y, k=k: put((*x[:k], y, *x[k + 1 :])))
                for k, part in enumerate(x)
            )
        slopes = np.zeros(np.shape(x))
        for index in np.ndindex(slopes.shape):
            step = np.zeros(slopes.shape, complex)
            step[index] = 1e-30j
            slopes[index] = f(put(x + step)).imag / 1e-30
        return slopes

    return gradient_at(x, lambda y: y)
"""


def gradient(text):
    """The text of the gradient of a function given as text.

    By JAX for the truth. For the differences by complex steps: they are
    exact to rounding, independent of JAX, and cheap.
    """
    if text.startswith("lambda"):
        text = f"f = {text}"
    body = "".join(f"    {line}\n" for line in text.splitlines())
    return f"def gradient(x, A):\n{body}{COMPLEX_STEP}"


def hessian(criterion, text, x, label):
    """A whole Hessian, by JAX."""
    return Hidden(
        criterion,
        (Function(text), x),
        Jacobian(gradient(text).replace("(x, A)", "(x)"), at=(1,)),
        tolerance=1e-9,
        check="ps6.hessian_of",
        label=label,
    )


def product(criterion, text, x, A=0.0, zero=0.0, **options):
    """One product with a Hessian, by JAX and by differences."""
    if isinstance(x, tuple):
        x_dot = tuple(Normal(item.shape) for item in x)
    else:
        x_dot = Normal(x.shape)
    return Hidden(
        criterion,
        (Function(text), x, x_dot, A),
        Jvp(gradient(text), at=(1, 3), along=(2, 4)),
        tolerance=1e-9,
        check="ps6.product_of",
        differences=1e-5,
        label=options.pop("label", ""),
        options=options,
        extra=(zero,),
    )


def matrix(shape):
    """The draw of a matrix A, and a tangent of zeros for it."""
    return {"A": Normal(shape, 0.7), "zero": np.zeros(shape)}


def products(criterion, **options):
    """Products of several functions and sizes, all of vectors."""
    x = Normal((4,), 0.7)
    return (
        product(criterion, QUARTIC, x, **matrix((3, 4)), **options),
        product(criterion, SMOOTH, x, **matrix((5, 4)), **options),
        product(criterion, LOGS, Normal((6,)), **matrix((6, 6)), **options),
        product(criterion, BRANCH, x, label="a loop", **options),
    )


def shaped(matrix, nested, **options):
    """A matrix, and the parameters of a network: two criteria."""
    return (
        product(matrix, MATRIX, Normal((2, 3)), label="a matrix", **options),
        product(
            nested,
            NETWORK,
            tuple(Normal(shape, 0.7) for shape in SHAPES),
            A=Normal((5, 3)),
            zero=np.zeros((5, 3)),
            label="a network's four arrays",
            **options,
        ),
    )


def counted(size, **options):
    """Multiplications of one product."""
    return Hidden(
        "cost",
        (
            Function(DEEP),
            Normal((size,)),
            Normal((size,)),
            Normal((size, size), 0.2),
        ),
        check="ps6.products_only",
        label=f"{size} inputs, products counted",
        options={"most": 10, **options},
    )


def told_apart(criterion, text, **options):
    """The half product rule, which tells the three ways apart."""
    return Hidden(
        criterion,
        (Function(FORGOTTEN), Signed(0.4, 1.2, (2,)), Signed(0.5, 2.0, (2,))),
        Value(text, at=(1, 2)),
        check="ps6.product_of",
        options=options,
    )


def hessian_by_rule(criterion, *shape):
    """The Hessian of a sum of numbers on which a rule of its own works."""
    text = "np.diag(np.ravel({})).reshape(x.shape * 2)"
    return Hidden(
        criterion,
        (Function(OWN_RULE), Normal(shape)),
        Value("lambda x: " + text.format("3 * x"), at=(1,)),
        check="ps6.hessian_of",
        label="a primitive with a rule of its own",
        mistakes=tuple(
            (VALUES_ONLY, "lambda f, x: " + text.format(wrong))
            for wrong in (
                "np.cos(x) + 2 * x",
                "2 * np.cos(x) - x * np.sin(x)",
            )
        ),
    )


def product_by_rule(criterion, **options):
    """A product with a Hessian where a rule of its own is at work."""
    return Hidden(
        criterion,
        (Function(OWN_RULE), Normal((4,)), Normal((4,))),
        Value("lambda x, x_dot: 3 * x * x_dot", at=(1, 2)),
        check="ps6.product_of",
        label="a primitive with a rule of its own",
        mistakes=(
            (VALUES_ONLY, "lambda f, x, d: (np.cos(x) + 2 * x) * d"),
            (
                VALUES_ONLY,
                "lambda f, x, d: (2 * np.cos(x) - x * np.sin(x)) * d",
            ),
        ),
        options=options,
    )


def nested_by_rule(criterion, **options):
    """The same for two arrays, which stand in a tuple."""
    return Hidden(
        criterion,
        (
            Function(OWN_RULE_OF_TWO),
            (Normal((3,)), Normal((3,))),
            (Normal((3,)), Normal((3,))),
        ),
        Value(PRODUCT_OF_TWO.format(f="", slope="p[0]"), at=(1, 2)),
        check="ps6.product_of",
        label="a primitive with a rule of its own, two arrays",
        mistakes=(
            (
                VALUES_ONLY,
                PRODUCT_OF_TWO.format(f="f, ", slope="np.cos(p[0])"),
            ),
        ),
        options=options,
    )


def system(n, steps, diagonal, text, criterion="solution"):
    """A system with a symmetric matrix, after some steps."""
    return Hidden(
        criterion,
        (WellConditioned(n), Uniform(1.0, 2.0, (n,)), steps, diagonal),
        Value(text, at=(0, 1, 3)),
        tolerance=1e-7,
        check="ps6.solved",
        label=f"{n} unknowns, {steps} steps",
    )


def rough(diagonal, tolerance, steps):
    """A system that is solved roughly; b is small, so |r| is, too."""
    n = len(diagonal)
    return Hidden(
        "products",
        (
            np.zeros((n, n)),
            Uniform(0.9e-3, 1.1e-3, (n,)),
            40,
            diagonal,
        ),
        Value(KRYLOV.format(steps=steps), at=(0, 1, 3)),
        tolerance=1e-7,
        check="ps6.solved",
        label=f"a small b, and tolerance {tolerance}",
        options={"tolerance": tolerance},
    )


def few(diagonal, most):
    """A system whose matrix has few different eigenvalues."""
    return Hidden(
        "products",
        (np.diag(diagonal), Signed(0.5, 2.0, (len(diagonal),)), most),
        Value(SOLVED, at=(0, 1)),
        tolerance=1e-8,
        check="ps6.frugal",
        label=f"{most} different eigenvalues",
    )


def eigenvalue(criterion, n, steps, diagonal):
    """Power iteration after some steps."""
    entry = 0 if criterion == "value" else 1
    what = ("value", "v")[entry]
    return Hidden(
        criterion,
        (WellConditioned(n), Uniform(1.0, 3.0, (n,)), steps, diagonal),
        Value(POWER.format(steps=steps, what=what), at=(0, 1, 3)),
        tolerance=1e-9,
        check="ps6.eigenvalue",
        label=f"n = {n}, {steps} steps",
        options={"entry": entry},
    )


def steepest(n, diagonal):
    """A gradient in an inner product."""
    return Hidden(
        "value",
        (WellConditioned(n), Normal((n,)), diagonal),
        Value(SOLVED_MORE, at=(0, 1, 2)),
        check="ps6.steepest",
        label=f"n = {n}",
    )


def downhill(text, x, steps, **constants):
    """A way that never goes up."""
    return Hidden(
        "never uphill",
        (Function(text, constants=constants), x, steps),
        check="ps6.downhill",
    )


def fixed_point(criterion, n, size, least=None, inside=0.8):
    """A fixed point whose parameter is a vector, or a matrix."""
    low = -size if least is None else least
    text = BIAS if criterion == "a vector" else WEIGHTS
    return Hidden(
        criterion,
        (
            Uniform(low, size, (n, n)),
            Uniform(-inside, inside, (n,)),
            Normal((n,)),
        ),
        Value(text.format(n=n), at=(0, 1, 2)),
        tolerance=1e-8,
        check="ps6.fixed_point",
        label=f"n = {n}",
        options={"kind": "bias" if text is BIAS else "weights"},
    )


def web(n, page, damping):
    """A web in which some links are strong."""
    return Hidden(
        "value",
        (Uniform(0.1, 2.0, (n, n)), page, damping),
        Vjp(RANK.format(n=n, page=page, damping=damping), at=(0,), back=3),
        tolerance=1e-9,
        check="ps6.lifted",
        label=f"{n} pages",
        extra=(ONE,),
    )


def examples(criterion, check, text, truth, w, b, k):
    """Gradients of single examples."""
    return Hidden(
        criterion,
        (Function(text), w, Normal((b, k)), Signed(0.5, 1.5, (b,))),
        truth and Value(truth, at=(1, 2, 3)),
        check=check,
        label=f"{b} examples",
    )


HIDDEN = {
    "ps6-predict-hessian": (),
    "ps6-bill": (),
    "ps6-outcomes": (),
    "ps6-hessian": (
        hessian("value", BRANCH, Normal((4,), 0.7), "a loop"),
        hessian(
            "value",
            "lambda x: np.exp(x[0]) * x[1] ** 2 * np.sin(x[2])",
            Normal((3,)),
            "three inputs",
        ),
        hessian("value", "lambda x: 3 * x[0]", Normal((2,)), "linear"),
        hessian_by_rule("value", 3),
        hessian_by_rule("any shape", 2, 2),
        hessian("any shape", MATRIX, Normal((2, 3)), "a matrix"),
        hessian("any shape", "lambda x: np.sin(x) * x", Normal(), "a number"),
        hessian(
            "any shape",
            "lambda x: np.sum(x[0] ** 2 * x[1]) * x[1, 0, 0]",
            Normal((2, 1, 2)),
            "three axes",
        ),
    ),
    "ps6-hvp": (
        *products("product"),
        *shaped("product", "nested parameters"),
        product_by_rule("product"),
        nested_by_rule("nested parameters"),
        counted(30),
    ),
    "ps6-ways": (
        *products("reverse over forward", **FORWARD),
        *products("reverse over reverse", **REVERSE),
        *shaped("any shape", "any shape", **FORWARD),
        *shaped("any shape", "any shape", **REVERSE),
        nested_by_rule("any shape", **FORWARD),
        nested_by_rule("any shape", **REVERSE),
        told_apart("reverse over forward", TRUE_PRODUCT, **FORWARD),
        told_apart("reverse over reverse", TRANSPOSED_PRODUCT, **REVERSE),
        counted(30, **FORWARD),
        counted(30, **REVERSE),
    ),
    "ps6-cg": (
        system(5, 5, SPREAD, SOLVED_MORE),
        system(8, 40, np.arange(8.0) * 3, SOLVED_MORE),
        system(1, 3, np.zeros(1), SOLVED_MORE),
        system(5, 1, SPREAD, KRYLOV.format(steps=1)),
        system(5, 2, SPREAD, KRYLOV.format(steps=2)),
        system(5, 3, SPREAD, KRYLOV.format(steps=3)),
        rough(2.0 ** np.arange(5), 0.4, 3),
        few([2.0, 7.0, 7.0, 2.0, 2.0, 7.0], 2),
        few([3.0] * 7, 1),
        few([1.0, 4.0, 9.0, 1.0, 4.0, 9.0, 1.0], 3),
        system(
            4, 9, np.full(4, -8.0), "lambda A, b, d: b", "negative curvature"
        ),
        system(
            3,
            9,
            np.array([20.0, 20.0, -9.0]),
            KRYLOV.format(steps=1),
            "negative curvature",
        ),
    ),
    "ps6-newton": (
        Hidden(
            "quadratic",
            (
                Function(QUADRATIC),
                Normal((5,), 3.0),
                1,
                WellConditioned(5),
                Normal((5,)),
            ),
            Value(SOLVED, at=(3, 4)),
            tolerance=1e-7,
            check="ps6.minimized",
            label="five unknowns, one step",
        ),
        Hidden(
            "quadratic",
            (36000, Signed(0.5, 3.0)),
            check="ps6.large",
            label="36 000 unknowns: a Hessian of 10 gigabytes",
        ),
        Hidden(
            "minimum",
            (Function(RIDGE), Normal((8,)), 9, Normal((12, 8), 0.6)),
            Value(RIDGE_MINIMUM, at=(1, 3)),
            tolerance=1e-7,
            check="ps6.minimized",
            label="a convex function of eight weights",
        ),
        Hidden(
            "minimum",
            (
                Function(BANANA, constants={"c": Uniform(5.0, 30.0)}),
                Uniform(-1.2, 1.5, (3,)),
                26,
            ),
            np.ones(3),
            tolerance=1e-6,
            check="ps6.minimized",
            label="a bent valley, three unknowns",
        ),
        downhill(
            BANANA, np.array([0.0, 1.0, 0.0]), 22, c=Uniform(50.0, 150.0)
        ),
        downhill(
            WELLS,
            Signed(0.1, 0.4, (3,)),
            16,
            c=Uniform(1.0, 2.0),
            d=Uniform(-0.3, 0.3),
        ),
        downhill(CIRCLE, Uniform(1.8, 3.5, (3,)), 17, c=Uniform(0.1, 0.5)),
        Hidden(
            "never uphill",
            (
                Function("lambda x: np.sum(np.sqrt(1 + x**2))"),
                Signed(0.99994, 0.99998, (3,)),
                1,
            ),
            Value("lambda x: (x - x**3) / 2", at=(1,)),
            tolerance=1e-4,
            check="ps6.minimized",
            label="a full step that goes down, but not by enough",
        ),
    ),
    "ps6-steepest": (
        steepest(3, np.array([0.0, 4.0, 9.0])),
        steepest(5, np.zeros(5)),
        steepest(1, np.array([2.0])),
    ),
    "ps6-sharpness": (
        eigenvalue("value", 4, 3, np.arange(4.0) * 2),
        eigenvalue("value", 5, 1, np.zeros(5)),
        eigenvalue("value", 4, 40, np.array([-30.0, 0, 2, 4])),
        eigenvalue("vector", 4, 3, np.arange(4.0) * 2),
        eigenvalue("vector", 3, 1, np.array([5.0, 0.0, 0.0])),
        eigenvalue("vector", 3, 2, np.array([-20.0, 0.0, 0.0])),
        eigenvalue("vector", 3, 3, np.array([-20.0, 0.0, 0.0])),
        Hidden(
            "products",
            (WellConditioned(3), Normal((3,)), 5),
            check="ps6.exact_products",
        ),
        Hidden(
            "products",
            (WellConditioned(3), Normal((3,)), 1),
            check="ps6.exact_products",
        ),
    ),
    "ps6-adjoint": (
        *(
            Hidden(
                "solve",
                (WellConditioned(n), Normal((n,)), Normal((n,))),
                Vjp(SOLVE, at=(0, 1), back=2),
                check="ps6.solve_pulled",
                label=f"n = {n}",
                options={"answers": ("solve_vjp",)},
            )
            for n in (1, 3, 6)
        ),
        *(
            Hidden(
                "inverse",
                (WellConditioned(n), Normal((n, n))),
                Vjp(INVERSE, at=(0,), back=1),
                label=f"n = {n}",
                options={"answers": ("inverse_vjp",)},
            )
            for n in (1, 3, 5)
        ),
        *(
            Hidden(
                "log det",
                (WellConditioned(n), Signed(0.5, 2.0)),
                Vjp(LOGDET, at=(0,), back=1),
                label=f"n = {n}",
                options={"answers": ("logdet_vjp",)},
            )
            for n in (2, 4)
        ),
    ),
    "ps6-fixed-point": (
        fixed_point("a vector", 1, 0.7),
        fixed_point("a vector", 3, 0.3),
        fixed_point("a vector", 6, 0.15),
        fixed_point("a vector", 1, 0.86, 0.84, 0.1),
        fixed_point("weights", 3, 0.3),
        fixed_point("weights", 5, 0.18),
        Hidden(
            "runs f once",
            (
                Uniform(-0.3, 0.3, (3, 3)),
                Uniform(-0.8, 0.8, (3,)),
                Normal((3,)),
            ),
            check="ps6.runs_once",
            options={"kind": "weights"},
        ),
    ),
    "ps6-pagerank": (
        web(2, 1, 0.85),
        web(5, 0, 0.85),
        web(5, 3, 0.6),
        web(9, 8, 0.95),
        Hidden(
            "a large web",
            (110, 7, 0.7),
            check="ps6.large_web",
            label="110 pages",
        ),
    ),
    "ps6-per-example": (
        examples(
            "value",
            "ps6.per_example",
            LOGISTIC,
            LOGISTIC_GRADIENTS,
            Normal((4,)),
            6,
            4,
        ),
        examples(
            "value",
            "ps6.per_example",
            LOGISTIC,
            LOGISTIC_GRADIENTS,
            Normal((3,)),
            3,
            3,
        ),
        examples(
            "value",
            "ps6.per_example",
            SQUARED,
            SQUARED_GRADIENTS,
            Normal((2, 3)),
            4,
            3,
        ),
        examples(
            "one trace", "ps6.traced_once", LOGISTIC, None, Normal((4,)), 6, 4
        ),
    ),
}
