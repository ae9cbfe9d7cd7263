"""Hidden cases of problem set 2: data only."""

import numpy as np

from autograder.specs import (
    Function,
    Hidden,
    Integers,
    Jacobian,
    Jvp,
    Normal,
    Sample,
    Signed,
    Value,
    Vjp,
)
from chainrule.visible.ps2 import COUNT, MEASURE

TOY = "lambda x, A: (x**2 + np.sin(x**2), A @ np.sin(x**2))"
EXP = "lambda x: np.exp(x)"
TANH = "lambda x: np.tanh(x)"
LAYER = "lambda X, W, c: X @ W + c"
WAVE = "lambda x: x**2 * np.sin(x)"
ROUND_OFF = 1e-12  # a difference quotient is never that accurate


def toy_push(n, m):
    """The JVP of the toy function; the tangent of A is zero."""
    return Hidden(
        "value",
        (Normal((n,)), Normal((m, n)), Normal((n,))),
        Jvp(TOY, at=(0, 1), along=(2, 3)),
        ROUND_OFF,
        label=f"n = {n}, m = {m}",
        extra=(np.zeros((m, n)),),
    )


def toy_pull(n, m):
    """The VJP of the toy function with respect to x alone."""
    return Hidden(
        "value",
        (Normal((n,)), Normal((m, n)), (Normal((n,)), Normal((m,)))),
        Vjp(TOY, at=(0, 1), back=2),
        ROUND_OFF,
        check="ps2.entry",
        label=f"n = {n}, m = {m}",
        options={"entry": 0},
    )


def push(criterion, name, f, shape):
    """One JVP rule."""
    return Hidden(
        criterion,
        (Normal(shape), Normal(shape)),
        Jvp(f),
        ROUND_OFF,
        check="ps2.pushed",
        label=f"x of shape {shape}",
        options={"answers": (name,), "f": Function(f)},
    )


def pull(criterion, name, f, shape):
    """One VJP rule."""
    return Hidden(
        criterion,
        (Normal(shape), Normal(shape)),
        Vjp(f),
        ROUND_OFF,
        check="ps2.pulled",
        label=f"x of shape {shape}",
        options={"answers": (name,), "f": Function(f)},
    )


def transpose(criterion, answer, linear, given, n, label):
    """The transpose of a linear map of n numbers."""
    return Hidden(
        criterion,
        given,
        Vjp(linear, at=(len(given),), back=0),
        ROUND_OFF,
        label=label,
        options={"answers": (answer,)},
        extra=(Normal((n,)),),
    )


def gather(index, n):
    """The transpose of x[index]."""
    return transpose(
        "gather",
        "gather_back",
        f"lambda x: x[np.array({index})]",
        (Normal((len(index),)), np.array(index), n),
        n,
        f"{len(index)} readers of {n} entries",
    )


def slicing(start, step, n):
    """The transpose of x[start::step]."""
    count = len(range(start, n, step))
    return transpose(
        "slice",
        "slice_back",
        f"lambda x: x[{start}::{step}]",
        (Normal((count,)), start, step, n),
        n,
        f"x[{start}::{step}] of {n} entries",
    )


def convolution(kernel, n):
    """The transpose of a full convolution."""
    return transpose(
        "convolution",
        "convolve_back",
        f"lambda x: np.convolve(x, np.array({kernel}))",
        (Normal((n + len(kernel) - 1,)), np.array(kernel)),
        n,
        f"{n} entries, kernel of {len(kernel)}",
    )


def summing(criterion, wide, shape):
    """The pullback of broadcasting."""
    return Hidden(
        criterion,
        (Normal(wide), shape),
        Vjp(f"lambda x: np.broadcast_to(x, {wide})", at=(2,), back=0),
        ROUND_OFF,
        label=f"from {wide} to {shape}",
        extra=(Normal(shape),),
    )


def layer(b, n, q):
    """Both pullbacks of a layer."""
    given = Normal((b, n)), Normal((n, q)), Normal((q,)), Normal((b, q))
    truth = Vjp(LAYER, at=(0, 1, 2), back=3)
    label = f"{b} examples, {n} to {q}"
    return tuple(
        Hidden(
            answer,
            given,
            truth,
            ROUND_OFF,
            check="ps2.entry",
            label=label,
            options={"answers": (answer,), "entry": entry},
        )
        for answer, entry in (("vjp_x", 0), ("vjp_w", (1, 2)))
    )


CHAIN = (
    "    from collections import namedtuple\n"
    "    P = namedtuple('Primitive', ['apply', 'jvp', 'vjp'])\n"
    "    def each(f):\n"
    "        d = lambda x: np.imag(f(x + 1e-30j)) / 1e-30\n"
    "        return P(f, lambda x, v: (f(x), d(x) * v),\n"
    "                 lambda x: (f(x), lambda u: d(x) * u))\n"
    "    def times(A):\n"
    "        return P(lambda x: A @ x, lambda x, v: (A @ x, A @ v),\n"
    "                 lambda x: (A @ x, lambda u: A.T @ u))\n"
    "    sin, cube = each(np.sin), each(lambda x: x**3)\n"
    "    shift = each(lambda x: x + 0.5)\n"
)


def pushed_chain(functions, f, n, *shapes, entry=1):
    """A tangent through a chain, with matrices A, B as arguments."""
    names = ("A", "B")[: len(shapes)]
    primals = (1, *range(3, 3 + len(shapes)))
    zeros = tuple(range(3 + len(shapes), 3 + 2 * len(shapes)))
    text = f"lambda {', '.join(('x', *names))}: {f}"
    truth = Jvp(text, primals, (2, *zeros)) if entry else Value(text, primals)
    return Hidden(
        "value and tangent",
        (
            Function(
                f"def push({', '.join(('x', 'x_dot', *names))}):\n{CHAIN}"
                f"    functions = {functions}\n"
                "    jvp_chain(functions, 0.5 * x, x_dot)\n"
                f"    return jvp_chain(functions, x, x_dot)[{entry}]",
                ("jvp_chain",),
            ),
            Normal((n,)),
            Normal((n,)),
            *(Normal(shape, 0.7) for shape in shapes),
        ),
        truth,
        ROUND_OFF,
        check="ps2.runs",
        label=f"a chain that starts from {n} numbers",
        extra=tuple(np.zeros(shape) for shape in shapes),
    )


PULLED = (
    "    y, pullback = vjp_chain(functions, x)\n    return pullback(y_bar)"
)
AGAIN = (
    "    other, another = vjp_chain(functions, x + 0.3)\n"
    "    y, pullback = vjp_chain(functions, x)\n"
    "    vjp_chain(functions, x - 0.3)\n"
    "    another(0.5 * y_bar)\n"
    "    pullback(np.cos(y_bar))\n"
    "    return pullback(y_bar)"
)


def pulled_chain(criterion, functions, f, n, m, *shapes, body=PULLED):
    """A cotangent through a chain, with matrices A, B as arguments."""
    names = ("A", "B")[: len(shapes)]
    primals = (1, *range(3, 3 + len(shapes)))
    text = f"lambda {', '.join(('x', *names))}: {f}"
    options = {"entry": 0} if shapes else {}
    truth = Vjp(text, primals, 2)
    if criterion == "value":
        body = "    return vjp_chain(functions, x)[0]"
        truth, options = Value(text, primals), {}
    return Hidden(
        criterion,
        (
            Function(
                f"def pull({', '.join(('x', 'y_bar', *names))}):\n{CHAIN}"
                f"    functions = {functions}\n{body}",
                ("vjp_chain",),
            ),
            Normal((n,)),
            Normal((m,)),
            *(Normal(shape, 0.7) for shape in shapes),
        ),
        truth,
        ROUND_OFF,
        check="ps2.runs",
        label=f"a chain from {n} to {m} numbers",
        options=options,
    )


def matrix(m, n):
    """A fixed matrix, as text."""
    return f"np.cos(1.7 * np.arange({m * n}.0)).reshape({m}, {n})"


def jacobians(m, n):
    """A Jacobian by columns and by rows."""
    M = matrix(m, n)
    f = f"lambda x: np.sin({M} @ x)"
    jvp = f"lambda x, v: (np.sin({M} @ x), np.cos({M} @ x) * ({M} @ v))"
    vjp = (
        f"lambda x: (np.sin({M} @ x), lambda u: {M}.T @ (np.cos({M} @ x) * u))"
    )
    return tuple(
        Hidden(
            criterion,
            (Function(rule), Normal((n,))),
            Jacobian(f, at=(1,)),
            ROUND_OFF,
            label=f"{m} outputs, {n} inputs",
            options={"answers": (f"jacobian_by_{criterion}",)},
        )
        for criterion, rule in (("columns", jvp), ("rows", vjp))
    )


def products(name, rule, counts, m, n):
    """How often a Jacobian asks for a product."""
    return Hidden(
        "number of products",
        (
            Function(
                "def count(x):\n"
                "    seen = {'jvp': 0, 'vjp': 0, 'pullback': 0}\n"
                "    def jvp(x, x_dot):\n"
                "        seen['jvp'] += 1\n"
                f"        return {matrix(m, n)} @ x, {matrix(m, n)} @ x_dot\n"
                "    def vjp(x):\n"
                "        seen['vjp'] += 1\n"
                "        def pullback(u):\n"
                "            seen['pullback'] += 1\n"
                f"            return {matrix(m, n)}.T @ u\n"
                f"        return {matrix(m, n)} @ x, pullback\n"
                f"    {name}({rule}, x)\n"
                f"    return [seen[name] for name in {counts!r}.split()]",
                (name,),
            ),
            Normal((n,)),
        ),
        tuple({"jvp": n, "vjp": 1, "pullback": m}[c] for c in counts.split()),
        check="ps2.products",
        label=counts,
    )


def forgery(criterion):
    """One weak checker at a drawn point."""
    return Hidden(
        criterion,
        (Normal((2,)),),
        check="ps2.forged",
        options={"checker": criterion, "seed": Integers(0, 1_000_000)},
    )


def sat(f, jvp, vjp, *shape):
    """One implementation that sits in the exam: f, jvp, vjp and x."""
    jvp = jvp if jvp[:3] in ("def", "lam") else f"lambda x, v: ({jvp})"
    vjp = vjp if vjp[:3] in ("def", "lam") else f"lambda x: ({vjp})"
    return (
        Function(f"lambda x: {f}"),
        Function(jvp),
        Function(vjp),
        Signed(0.3, 1.5, shape),
    )


M = matrix(3, 3)
WIDE = matrix(2, 5)
ROWS = matrix(5, 3)
ROLL = "x * np.roll(x, 1)"
COS_LAYER = f"np.sin({WIDE} @ x)"
COS_JVP = f"{COS_LAYER}, np.cos({WIDE} @ x) * ({WIDE} @ v)"
COS_VJP = f"{COS_LAYER}, lambda u: {WIDE}.T @ (np.cos({WIDE} @ x) * u)"

FAULTY = {  # every class holds one fault, in one place, in three functions
    "the map itself in place of its transpose": (
        sat(
            f"{M} @ np.sin(x)",
            f"{M} @ np.sin(x), {M} @ (np.cos(x) * v)",
            f"{M} @ np.sin(x), lambda u: np.cos(x) * ({M} @ u)",
            3,
        ),
        sat(
            "np.roll(x**2, 1)",
            "np.roll(x**2, 1), np.roll(2 * x * v, 1)",
            "np.roll(x**2, 1), lambda u: 2 * x * np.roll(u, 1)",
            5,
        ),
        sat(
            "np.cumsum(x**3)",
            "np.cumsum(x**3), np.cumsum(3 * x**2 * v)",
            "np.cumsum(x**3), lambda u: 3 * x**2 * np.cumsum(u)",
            4,
        ),
    ),
    "the incoming cotangent ignored": (
        sat("x**3", "x**3, 3 * x**2 * v", "x**3, lambda u: 3 * x**2", 4),
        sat(
            "np.cumsum(x**2)",
            "np.cumsum(x**2), np.cumsum(2 * x * v)",
            "np.cumsum(x**2), lambda u: 2 * x * np.arange(6.0, 0.0, -1.0)",
            6,
        ),
        sat(
            COS_LAYER,
            COS_JVP,
            f"{COS_LAYER}, lambda u: {WIDE}.T @ np.cos({WIDE} @ x)",
            5,
        ),
    ),
    "the same mistake in both rules, on a small scale": (
        sat(
            "1e-9 * np.exp(x)",
            "1e-9 * np.exp(x), 1e-9 * x * np.exp(x - 1) * v",
            "1e-9 * np.exp(x), lambda u: 1e-9 * x * np.exp(x - 1) * u",
            4,
        ),
        sat(
            "1e-9 * x**3",
            "1e-9 * x**3, 2e-9 * x**2 * v",
            "1e-9 * x**3, lambda u: 2e-9 * x**2 * u",
            3,
        ),
        sat(
            "1e-9 * np.cos(x)",
            "1e-9 * np.cos(x), 1e-9 * np.sin(x) * v",
            "1e-9 * np.cos(x), lambda u: 1e-9 * np.sin(x) * u",
            5,
        ),
    ),
    "the same mistake in both rules, by a little": (
        sat(
            "x**3",
            "x**3, 3.003 * x**2 * v",
            "x**3, lambda u: 3.003 * x**2 * u",
            4,
        ),
        sat(
            "np.exp(x)",
            "np.exp(x), 1.001 * np.exp(x) * v",
            "np.exp(x), lambda u: 1.001 * np.exp(x) * u",
            5,
        ),
        sat(
            "np.cumsum(np.sin(x))",
            "np.cumsum(np.sin(x)), 1.001 * np.cumsum(np.cos(x) * v)",
            "np.cumsum(np.sin(x)), "
            "lambda u: 1.001 * np.cos(x) * np.cumsum(u[::-1])[::-1]",
            3,
        ),
    ),
    "a tangent of another shape": (
        sat(
            "np.exp(x)",
            "np.exp(x), np.array([np.exp(x) * v])",
            "np.exp(x), lambda u: np.exp(x) * u",
            4,
        ),
        sat(
            "x**2",
            "x**2, np.array([2 * x * v])",
            "x**2, lambda u: 2 * x * u",
            3,
        ),
        sat(
            COS_LAYER,
            COS_JVP.replace(" * (", " * np.array([[1.0]]) * (", 1),
            COS_VJP,
            5,
        ),
    ),
    "the point changed in place": (
        sat(
            "np.exp(x)",
            "np.exp(x), np.exp(x) * v",
            "def vjp(x):\n"
            "    np.exp(x, out=x)\n"
            "    y = x.copy()\n"
            "    return y, lambda u: y * u",
            4,
        ),
        sat(
            "x**2",
            "x**2, 2 * x * v",
            "def vjp(x):\n"
            "    start = x.copy()\n"
            "    x *= x\n"
            "    return x.copy(), lambda u: 2 * start * u",
            3,
        ),
        sat(
            "np.cumsum(x**2)",
            "np.cumsum(x**2), np.cumsum(2 * x * v)",
            "def vjp(x):\n"
            "    y = np.cumsum(x**2)\n"
            "    x += x\n"
            "    slope = x.copy()\n"
            "    return y, lambda u: slope * np.cumsum(u[::-1])[::-1]",
            5,
        ),
    ),
    "memory of the first point": (
        sat(
            "np.exp(x)",
            "np.exp(x), np.exp(x) * v",
            "def vjp(x, first=[]):\n"
            "    first.append(np.exp(x))\n"
            "    return np.exp(x), lambda u: first[0] * u",
            4,
        ),
        sat(
            "x**3",
            "x**3, 3 * x**2 * v",
            "def vjp(x, first=[]):\n"
            "    first.append(3 * x**2)\n"
            "    return x**3, lambda u: first[0] * u",
            3,
        ),
        sat(
            COS_LAYER,
            COS_JVP,
            "def vjp(x, first=[]):\n"
            f"    M = {WIDE}\n"
            "    first.append(np.cos(M @ x))\n"
            "    return np.sin(M @ x), lambda u: M.T @ (first[0] * u)",
            5,
        ),
    ),
    "a gradient that is not summed": (
        sat(
            f"np.sin({ROWS} + x)",
            f"np.sin({ROWS} + x), np.cos({ROWS} + x) * v",
            f"np.sin({ROWS} + x), lambda u: np.cos({ROWS} + x) * u",
            3,
        ),
        sat(
            f"{ROWS} * x**2",
            f"{ROWS} * x**2, {ROWS} * 2 * x * v",
            f"{ROWS} * x**2, lambda u: {ROWS} * 2 * x * u",
            3,
        ),
        sat(
            "np.exp(x) * np.ones((2, 4))",
            "np.exp(x) * np.ones((2, 4)), np.exp(x) * v * np.ones((2, 4))",
            "np.exp(x) * np.ones((2, 4)), lambda u: np.exp(x) * u",
            2,
            1,
        ),
    ),
    "a wrong value beside a right derivative": (
        sat(
            "np.exp(x)",
            "np.exp(x), np.exp(x) * v",
            "x, lambda u: np.exp(x) * u",
            4,
        ),
        sat(
            "x**2",
            "x**2, 2 * x * v",
            "2 * x, lambda u: 2 * x * u",
            3,
        ),
        sat(
            COS_LAYER,
            COS_JVP,
            f"{WIDE} @ x, lambda u: {WIDE}.T @ (np.cos({WIDE} @ x) * u)",
            5,
        ),
    ),
}
RIGHT = {
    "right, by other means": (
        sat(
            "np.cumsum(x**3)",
            "np.tril(np.ones((6, 6))) @ x**3, "
            "np.tril(np.ones((6, 6))) @ (3 * x**2 * v)",
            "np.tril(np.ones((6, 6))) @ x**3, "
            "lambda u: (np.tril(np.ones((6, 6))) * 3 * x**2).T @ u",
            6,
        ),
        sat(
            "np.exp(x) / (1 + np.exp(x))",
            "1 / (1 + np.exp(-x)), np.imag(1 / (1 + np.exp(-x - 1e-30j * v)))"
            " / 1e-30",
            "1 / (1 + np.exp(-x)), lambda u: u / (2 + np.exp(x) + np.exp(-x))",
            6,
        ),
        sat(
            "np.roll(np.sin(2 * x), 1)",
            "np.roll(2 * np.sin(x) * np.cos(x), 1), "
            "np.roll(2 * np.cos(2 * x) * v, 1)",
            "np.roll(2 * np.sin(x) * np.cos(x), 1), "
            "lambda u: 2 * np.cos(2 * x) * np.roll(u, -1)",
            6,
        ),
    ),
    "right, and very large": (
        sat(
            "1e9 * np.exp(x)",
            "1e9 * np.exp(x), 1e9 * np.exp(x) * v",
            "1e9 * np.exp(x), lambda u: 1e9 * np.exp(x) * u",
            4,
        ),
        sat(
            f"1e9 * ({ROLL})",
            f"1e9 * ({ROLL}), 1e9 * (v * np.roll(x, 1) + x * np.roll(v, 1))",
            f"1e9 * ({ROLL}), "
            "lambda u: 1e9 * (u * np.roll(x, 1) + np.roll(u * x, -1))",
            5,
        ),
        sat(
            f"1e9 * ({WIDE} @ x**3)",
            f"1e9 * ({WIDE} @ x**3), 3e9 * ({WIDE} @ (x**2 * v))",
            f"1e9 * ({WIDE} @ x**3), lambda u: 3e9 * x**2 * ({WIDE}.T @ u)",
            5,
        ),
    ),
    "right, and constant": (
        sat("0 * x + 3", "0 * x + 3, 0 * v", "0 * x + 3, lambda u: 0 * u", 4),
        sat(
            "np.ones((2, 2))",
            "np.ones((2, 2)), np.zeros((2, 2))",
            "np.ones((2, 2)), lambda u: np.zeros(3)",
            3,
        ),
        sat(
            "np.array([7.0])",
            "np.array([7.0]), np.array([0.0])",
            "np.array([7.0]), lambda u: np.zeros_like(x)",
            5,
        ),
    ),
}
NAMED = (  # the same for everyone, with the places that FAULTY leaves out
    (
        "value",
        sat("x**2", "2 * x * v, 2 * x * v", "x**2, lambda u: 2 * x * u", 3),
    ),
    ("shape", FAULTY["a gradient that is not summed"][2]),
    ("unchanged", FAULTY["the point changed in place"][1]),
    (
        "unchanged",
        sat(
            "np.exp(x)",
            "np.exp(x), np.exp(x) * v",
            "def vjp(x):\n"
            "    y = np.exp(x)\n"
            "    def pullback(u):\n"
            "        u *= y\n"
            "        return u.copy()\n"
            "    return y, pullback",
            4,
        ),
    ),
    (
        "unchanged",
        sat(
            "np.cumsum(x**2)",
            "def jvp(x, v):\n"
            "    v *= 2 * x\n"
            "    return np.cumsum(x**2), np.cumsum(v)",
            "np.cumsum(x**2), lambda u: 2 * x * np.cumsum(u[::-1])[::-1]",
            5,
        ),
    ),
    (
        "repeat",
        sat(
            "x**3",
            "x**3, 3 * x**2 * v",
            "def vjp(x):\n"
            "    calls = []\n"
            "    def pullback(u):\n"
            "        calls.append(u)\n"
            "        return 3 * x**2 * u * len(calls)\n"
            "    return x**3, pullback",
            4,
        ),
    ),
    (
        "repeat",
        sat(
            "x**3",
            "def jvp(x, v, calls=[]):\n"
            "    calls.append(v)\n"
            "    return x**3, 3 * x**2 * v * len(calls)",
            "x**3, lambda u: 3 * x**2 * u",
            4,
        ),
    ),
    (
        "difference",
        sat(
            "np.exp(x)",
            "np.exp(x), 2 * np.exp(x) * v",
            "np.exp(x), lambda u: 2 * np.exp(x) * u",
            3,
        ),
    ),
    ("pairing", FAULTY["the map itself in place of its transpose"][2]),
)


def large(name):
    """How much memory the rule fills, for a few thousand entries."""
    return Hidden(
        "no diagonal",
        (
            Function(MEASURE.replace("{name}", name), uses=(name,)),
            Normal((3000,)),
        ),
        check="ps2.large",
        options={"answers": (name,)},
    )


def unchanged(criterion, name, *given):
    """An answer leaves its arguments alone, and repeats itself."""
    return tuple(
        Hidden(criterion, given, check=check, options={"answers": (name,)})
        for check in ("inputs_unchanged", "repeatable")
    )


def watched(name):
    """What the pullback evaluates, at a point of another size."""
    return Hidden(
        "forward pass kept",
        (
            Function(COUNT.replace("{name}", name), uses=(name,)),
            Normal((7,)),
            Normal((7,)),
        ),
        check="ps2.evaluations",
        options={"answers": (name,)},
    )


LAYER_GIVEN = Normal((4, 2)), Normal((2, 3)), Normal((3,)), Normal((4, 3))
HIDDEN = {
    "ps2-how-many": (),
    "ps2-paths": (),
    "ps2-which-line": (),
    "ps2-bingo": (),
    "ps2-memory": (),
    "ps2-toy-jvp": (
        toy_push(4, 2),
        toy_push(3, 3),
        toy_push(1, 5),
        toy_push(6, 1),
        Hidden(
            "input unchanged",
            (Normal((3,)), Normal((2, 3)), Normal((3,))),
            check="inputs_unchanged",
        ),
        Hidden(
            "input unchanged",
            (Normal((3,)), Normal((2, 3)), Normal((3,))),
            check="repeatable",
        ),
    ),
    "ps2-toy-vjp": (
        toy_pull(4, 2),
        toy_pull(3, 3),
        toy_pull(1, 5),
        toy_pull(6, 1),
        Hidden(
            "input unchanged",
            (Normal((3,)), Normal((3, 3)), (Normal((3,)), Normal((3,)))),
            check="inputs_unchanged",
        ),
        Hidden(
            "input unchanged",
            (Normal((3,)), Normal((2, 3)), (Normal((3,)), Normal((2,)))),
            check="repeatable",
        ),
    ),
    "ps2-elementwise": (
        push("exp", "exp_jvp", EXP, (5,)),
        push("exp", "exp_jvp", EXP, (2, 3)),
        pull("exp", "exp_vjp", EXP, (5,)),
        pull("exp", "exp_vjp", EXP, (3, 3)),
        push("tanh", "tanh_jvp", TANH, (5,)),
        push("tanh", "tanh_jvp", TANH, (2, 3)),
        pull("tanh", "tanh_vjp", TANH, (5,)),
        pull("tanh", "tanh_vjp", TANH, (3, 3)),
        large("exp_vjp"),
        large("tanh_vjp"),
        watched("exp_vjp"),
        watched("tanh_vjp"),
    ),
    "ps2-transposes": (
        slicing(1, 2, 4),
        slicing(0, 3, 8),
        slicing(3, 1, 5),
        slicing(2, 4, 9),
        gather([0, 1, 2, 3], 4),
        gather([3, 0, 3, 3, 1, 0], 5),
        gather([2], 3),
        gather([1] * 7, 2),
        convolution([0.5, -1.5, 2.0], 6),
        convolution([1.0, -2.0], 2),
        convolution([0.7, 1.1, -0.4, 2.3, 0.9], 2),
        convolution([3.0], 4),
        *unchanged("slice", "slice_back", Normal((3,)), 1, 2, 6),
        *unchanged(
            "gather",
            "gather_back",
            Normal((4,)),
            np.array([3, 0, 3, 1]),
            5,
        ),
        *unchanged("convolution", "convolve_back", Normal((8,)), Normal((3,))),
    ),
    "ps2-sum-to": (
        summing("added axes", (4, 3), (3,)),
        summing("added axes", (3, 3), (3,)),
        summing("added axes", (2, 3, 4), (4,)),
        summing("added axes", (5,), ()),
        summing("added axes", (2, 4), (2, 4)),
        summing("stretched axes", (4, 3), (4, 1)),
        summing("stretched axes", (3, 3), (1, 3)),
        summing("stretched axes", (4, 3), (1, 1)),
        summing("stretched axes", (2, 3, 4), (3, 1)),
        summing("stretched axes", (2, 3, 4), (2, 1, 4)),
        summing("stretched axes", (2, 1, 4), (1, 4)),
        *unchanged("added axes", "sum_to_shape", Normal((4, 3)), (3,)),
        *unchanged("stretched axes", "sum_to_shape", Normal((4, 3)), (4, 1)),
    ),
    "ps2-batch": (
        *layer(5, 4, 3),
        *layer(3, 3, 3),
        *layer(1, 4, 2),
        *layer(6, 1, 1),
        *layer(2, 5, 7),
        *unchanged("vjp_x", "vjp_x", *LAYER_GIVEN),
        *unchanged("vjp_w", "vjp_w", *LAYER_GIVEN),
    ),
    "ps2-jvp-chain": (
        pushed_chain(
            "[times(A), sin, times(B)]",
            "B @ np.sin(A @ x)",
            4,
            (3, 4),
            (2, 3),
        ),
        pushed_chain(
            "[times(A), sin, times(B)]",
            "B @ np.sin(A @ x)",
            3,
            (3, 3),
            (3, 3),
        ),
        pushed_chain(
            "[sin, shift, cube, sin]", "np.sin((np.sin(x) + 0.5)**3)", 5
        ),
        pushed_chain("[sin, shift, cube]", "(np.sin(x) + 0.5)**3", 5, entry=0),
        pushed_chain("[cube]", "x**3", 3),
        pushed_chain("[]", "x", 4),
    ),
    "ps2-vjp-chain": (
        pulled_chain(
            "value",
            "[times(A), sin, times(B)]",
            "B @ np.sin(A @ x)",
            4,
            2,
            (3, 4),
            (2, 3),
        ),
        pulled_chain("value", "[]", "x", 3, 3),
        pulled_chain(
            "pulled back",
            "[times(A), sin, times(B)]",
            "B @ np.sin(A @ x)",
            4,
            2,
            (3, 4),
            (2, 3),
        ),
        pulled_chain(
            "pulled back",
            "[times(A), sin, times(B)]",
            "B @ np.sin(A @ x)",
            3,
            3,
            (3, 3),
            (3, 3),
        ),
        pulled_chain(
            "pulled back",
            "[sin, shift, cube, sin]",
            "np.sin((np.sin(x) + 0.5)**3)",
            5,
            5,
        ),
        pulled_chain("pulled back", "[cube]", "x**3", 3, 3),
        pulled_chain("pulled back", "[]", "x", 4, 4),
        pulled_chain(
            "used twice",
            "[times(A), sin, cube]",
            "np.sin(A @ x)**3",
            4,
            3,
            (3, 4),
            body=AGAIN,
        ),
    ),
    "ps2-dag": (
        Hidden(
            "value",
            (
                Function(
                    "lambda x: product_vjp(x)[0]",
                    ("product_vjp",),
                ),
                Normal((5,)),
            ),
            Value(WAVE, at=(1,)),
            check="ps2.runs",
        ),
        Hidden(
            "pulled back",
            (Normal((5,)), Normal((5,))),
            Vjp(WAVE),
            ROUND_OFF,
            check="ps2.pulled",
            label="five numbers",
        ),
        Hidden(
            "pulled back",
            (Normal((2, 3)), Normal((2, 3))),
            Vjp(WAVE),
            ROUND_OFF,
            check="ps2.pulled",
            label="x of shape (2, 3)",
        ),
    ),
    "ps2-columns-rows": (
        *jacobians(2, 4),
        *jacobians(5, 3),
        *jacobians(3, 3),
        *jacobians(1, 4),
        *jacobians(4, 1),
        *unchanged(
            "columns",
            "jacobian_by_columns",
            Function("lambda x, v: (x**2, 2 * x * v)"),
            Normal((3,)),
        ),
        *unchanged(
            "rows",
            "jacobian_by_rows",
            Function("lambda x: (x**2, lambda u: 2 * x * u)"),
            Normal((3,)),
        ),
        products("jacobian_by_columns", "jvp", "jvp", 5, 2),
        products("jacobian_by_rows", "vjp", "vjp pullback", 2, 5),
        products("jacobian_by_rows", "vjp", "vjp pullback", 4, 3),
    ),
    "ps2-fool": (
        forgery("ones"),
        forgery("ones"),
        forgery("one entry"),
        forgery("one entry"),
        forgery("same author"),
        forgery("same author"),
    ),
    "ps2-exam": (
        Hidden(
            "exam",
            check="ps2.exam",
            options={"exam": Sample({**FAULTY, **RIGHT})},
        ),
        Hidden(
            "names the property", check="ps2.names", options={"exam": NAMED}
        ),
    ),
}
