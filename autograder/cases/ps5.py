"""Hidden cases of problem set 5: data only."""

from itertools import pairwise

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
)

LETTERS = "abcde"
ENDLESS = 20  # runs of a simulator

MIXED = "lambda a, b: np.sin(a * b) + np.exp(-0.5 * a ** 2)"
LAYER = "lambda a, b: np.tanh(a @ b) - 0.5 * a[:, 0]"
REAL = "lambda a: np.abs(a) * np.maximum(a, 0.3) + np.minimum(a, a ** 2)"
OUTER = "lambda a: np.sum(np.cos(a)[:, None] * a[None, :] ** 2, axis=0)"
PIECES = "lambda a: np.concatenate([a[1:] * a[:-1], np.cumsum(a)[::2]])"

HALVE = """
def f(a):
    while a > 1:
        a = a / 2
    return a ** 2
"""
RECURSION = """
def f(a):
    def product(k):
        return 1.0 if k == len(a) else np.sin(a[k]) * product(k + 1)
    return product(0)
"""
CAREFUL = """
def f(a):
    def root(t):
        if t < 0:
            raise ValueError("negative")
        return np.sqrt(t)
    total = 0.0
    for t in a:
        try:
            total = total + root(t)
        except ValueError:
            total = total + t ** 3
    return total
"""
BOUNCE = """
def f(a):
    place, speed = a[0], a[1]
    for _ in range(30):
        place = place + 0.1 * speed
        if place > 1:
            place, speed = 2 - place, -speed
        elif place < -1:
            place, speed = -2 - place, -speed
    return np.stack([place ** 2, speed ** 2])
"""
LOOP = """
def f(a):
    runs.append("run")
    k = 0
    while k < 3:
        a = np.sin(a) if k % 2 else a * a
        k = k + 1
    return a
"""

THROW = """
def simulator(velocity):
    place, time = np.array([0.0, 0.0, height]), 0.0
    while place[2] > 0:
        before = place
        wind = np.array([-6.0, 3.0, 0.0]) * np.tanh(place[2] / 4)
        air = velocity - wind
        drag = 0.02 * np.sqrt(np.sum(air ** 2)) * air
        velocity = velocity - 0.05 * (np.array([0.0, 0.0, 9.81]) + drag)
        place = place + 0.05 * velocity
        time = time + 0.05
    part = before[2] / (before[2] - place[2])
    landing = before + part * (place - before)
    return np.stack([landing[0], landing[1], time - 0.05 * (1 - part)])
"""
CART = """
def simulator(pushes):
    place, speed, k = 0.0, 0.0, 0
    while k < len(pushes):
        speed = speed + 0.4 * (pushes[k] - np.tanh(speed))
        place = place + 0.4 * speed
        k = k + 1
    return np.stack([place, speed])
"""
SWING = """
def simulator(kicks):
    angle, speed, time = 0.3, 0.0, 0.0
    for kick in kicks:
        speed = speed + kick
        while time < 1:
            speed = speed - 0.1 * np.sin(angle)
            angle = angle + 0.1 * speed
            time = time + 0.1
        time = time - 1
    return np.stack([angle, speed])
"""
AIM = """
def case(controls, target):
    class TooManyRuns(Exception):
        pass
    runs = []
    def counted(controls):
        runs.append(controls)
        if len(runs) > {runs}:
            raise TooManyRuns
        return simulator(controls)
    return aim(counted, controls, np.array(target))
"""


TRIPLE = """
def case(a, b, c, a_dot, b_dot, c_dot):
    from chainrule.engine.table import Rule
    runs = []
    def function(a, b, c):
        runs.append("run")
        return a * b + np.sin(c)
    rules = (
        lambda t, y, a, b, c: t * b,
        {middle},
        lambda t, y, a, b, c: t * np.cos(c),
    )
    rule = Rule("a b + sin c", function, jvp=rules)
    y, y_dot = push(rule, (a, b, c), (a_dot, {b_dot}, c_dot))
    return {result}
"""
SHARED = """
def case(a, b):
    from chainrule.engine.table import Rule
    rules = (lambda t, y, a, b: t, lambda t, y, a, b: 2 * t)
    rule = Rule("a + 2 b", lambda a, b: a + 2 * b, jvp=rules)
    a_dot, b_dot = b.copy(), a * b
    y, y_dot = push(rule, (a, b), (a_dot, b_dot))
    z, z_dot = push(rule, (y, a), (y_dot, a_dot))
    return y_dot, z_dot, a_dot, b_dot
"""
COLUMNS_OF_TREES = """
def case(x):
    f = lambda x: {"y": np.sin(x) * x[0], "z": (x @ x, x[1:])}
    J = jacfwd(f)(x)
    return J["y"], *J["z"]
"""
COLUMNS_OF = """
def case(x):
    runs = []
    def f(x):
        runs.append("run")
        return np.cumsum(np.sin(x))[1:] * x[0]
    return jacfwd(f)(x), len(runs)
"""
OWN_RULE = """
def f(a):
    from chainrule.engine.primitive import primitive
    wave = primitive(lambda a: np.sin(a))
    wave.defjvp(lambda a_dot, y, a: a * a_dot)
    wave.defvjp(lambda y_bar, y, a: a * y_bar)
    return wave(a) * a
"""
BY_RULES = "(np.sin(a) + a * a)"
BY_VALUES = "(np.sin(a) + a * np.cos(a))"
ALL_MOVE = "lambda t, y, a, b, c: t * a", "b_dot"
TWO_MOVE = "None", "None"


def defined(f):
    """The text that defines f, from a lambda or a def."""
    if f.startswith("lambda"):
        return f"def f(*arguments):\n    return ({f})(*arguments)\n"
    return f.strip() + "\n"


def pushed(criterion, f, *draws, truth=None, label="", **more):
    """A JVP of f by the answer, at random primals and tangents."""
    names = LETTERS[: len(draws)]
    dots = [f"{name}_dot" for name in names]
    text = (
        f"{defined(f)}\n"
        f"def case({', '.join([*names, *dots])}):\n"
        f"    return jvp(f, ({', '.join(names)},), ({', '.join(dots)},))[1]\n"
    )
    return checked(criterion, text, "jvp", f, draws, truth, label, **more)


def replayed(criterion, f, *draws, truth=None, label="", **more):
    """A push by linearize, after a push of other tangents."""
    names = LETTERS[: len(draws)]
    dots = [f"{name}_dot" for name in names]
    text = (
        f"{defined(f)}\n"
        f"def case({', '.join([*names, *dots])}):\n"
        f"    y, f_jvp = linearize(f, {', '.join(names)})\n"
        f"    f_jvp({', '.join(f'2 * {dot}' for dot in dots)})\n"
        f"    return f_jvp({', '.join(dots)})\n"
    )
    return checked(
        criterion, text, "linearize", f, draws, truth, label, **more
    )


def checked(criterion, text, answer, f, draws, truth, label, **more):
    """A case whose text returns y_dot for primals and tangents."""
    n = len(draws)
    tangents = tuple(Normal(getattr(draw, "shape", ())) for draw in draws)
    return Hidden(
        criterion,
        (Function(text, (answer,)), *draws, *tangents),
        Jvp(
            truth or f,
            at=tuple(range(1, n + 1)),
            along=tuple(range(n + 1, 2 * n + 1)),
        ),
        tolerance=more.pop("tolerance", 1e-11),
        check=more.pop("check", "ps5.ran"),
        label=label,
        **more,
    )


def triple(criterion, moves, result, expected, shape):
    """Push through a made-up primitive of three arguments."""
    middle, b_dot = moves
    text = TRIPLE.format(middle=middle, b_dot=b_dot, result=result).strip()
    return Hidden(
        criterion,
        (Function(text, ("push",)), *(Normal(shape) for _ in range(6))),
        expected,
        tolerance=1e-12,
        check="ps5.ran",
        label="three arguments",
    )


def valued(criterion, text, answer, truth, *draws, label=""):
    """A case whose text returns a value that has a closed form."""
    return Hidden(
        criterion,
        (Function(text, (answer,)), *draws),
        Value(truth, at=tuple(range(1, len(draws) + 1))),
        tolerance=1e-11,
        check="ps5.ran",
        label=label,
    )


def ruled(criterion, text, uses, draws, truth, *wrong, **options):
    """A program with a primitive whose rule is not its derivative.

    An answer that applies the rules is right; one that takes difference
    quotients, however exact, sees values only, as in the texts of `wrong`.
    """
    return Hidden(
        criterion,
        (Function(text.strip(), uses), *draws),
        Value(f"lambda {truth}", at=tuple(range(1, len(draws) + 1))),
        tolerance=1e-10,
        check=options.pop("check", "ps5.ran"),
        label="a primitive with a rule of its own",
        mistakes=tuple(
            (
                "this is the slope of the values of f. One of its primitives "
                "has a rule that says something else: apply the rules. A "
                "difference quotient does not see them, and it loses digits",
                f"lambda f, {text}",
            )
            for text in wrong
        ),
        options=options,
    )


def pushed_by_rule(criterion, text, uses):
    """A push of that program, by a text that defines what becomes of it."""
    return ruled(
        criterion,
        f"{OWN_RULE.strip()}\n\ndef case(a, a_dot):\n    return {text}",
        uses,
        (Normal((3,)), Normal((3,))),
        f"a, a_dot: {BY_RULES} * a_dot",
        f"a, a_dot: {BY_VALUES} * a_dot",
    )


def twice_by_rule(inner, outer):
    """A push of a program that multiplies by that program's slope."""
    return ruled(
        "nested",
        f"{OWN_RULE.strip()}\n\ndef case(a, a_dot):\n"
        f"    g = lambda a: a * {inner}\n    return {outer}",
        (inner.partition("(")[0],),
        (Normal(), Normal()),
        "a, a_dot: (np.sin(a) + 4 * a**2) * a_dot",
        "a, a_dot: (np.sin(a) * (1 - a**2) + 3 * a * np.cos(a)) * a_dot",
    )


def jacobian_by_rule(criterion, answer, *shape):
    """The Jacobian of that program, which is diagonal."""
    text = "a: np.diag(np.ravel({})).reshape(a.shape * 2)"
    return ruled(
        criterion,
        f"{OWN_RULE.strip()}\n\ndef case(a):\n    return {answer}(f)(a)",
        (answer,),
        (Normal(shape),),
        text.format(BY_RULES),
        text.format(BY_VALUES),
    )


def jacobian(criterion, text, truth, draw, label):
    """A Jacobian by the answer."""
    return Hidden(
        criterion,
        (Function(text, ("jacfwd",)), draw),
        Jacobian(truth, at=(1,)),
        tolerance=1e-11,
        check="ps5.ran",
        label=label,
    )


def sloped(criterion, text, truth, label):
    """A derivative of a function of one number, in closed form."""
    uses = ("derivative",) if "derivative" in text else ()
    return Hidden(
        criterion,
        (Function(text, uses), Signed(0.5, 2.0)),
        Value(truth, at=(1,)),
        tolerance=1e-12,
        check="ps5.slope",
        label=label,
    )


def target(criterion, simulator, controls, wanted, label):
    """A simulator to aim; where it starts and ends is drawn."""
    simulator = simulator.strip()
    return Hidden(
        criterion,
        (
            Function(
                f"{simulator}\n{AIM.format(runs=ENDLESS)}",
                ("aim",),
            ),
            controls,
            wanted,
        ),
        check="ps5.aimed",
        label=label,
        options={"simulate": simulator},
    )


HIDDEN = {
    "ps5-heron": (),
    "ps5-push": (
        triple(
            "value",
            ALL_MOVE,
            "y",
            Value("lambda a, b, c: a * b + np.sin(c)", at=(1, 2, 3)),
            (3,),
        ),
        triple(
            "contributions",
            ALL_MOVE,
            "y_dot",
            Jvp(
                "lambda a, b, c: a * b + np.sin(c)",
                at=(1, 2, 3),
                along=(4, 5, 6),
            ),
            (2, 3),
        ),
        triple(
            "contributions",
            TWO_MOVE,
            "y_dot",
            Value(
                "lambda a, b, c, a_dot, b_dot, c_dot: "
                "a_dot * b + c_dot * np.cos(c)",
                at=(1, 2, 3, 4, 5, 6),
            ),
            (4,),
        ),
        valued(
            "contributions",
            SHARED.strip(),
            "push",
            "lambda a, b: (b + 2 * a * b, 3 * b + 2 * a * b, b, a * b)",
            Normal((3,)),
            Normal((3,)),
            label="tangents that are used twice",
        ),
        triple(
            "one evaluation",
            ALL_MOVE,
            "float(len(runs)), y",
            Value(
                "lambda a, b, c: (1 + 0 * a[0], a * b + np.sin(c))",
                at=(1, 2, 3),
            ),
            (2,),
        ),
    ),
    "ps5-jvp": (
        pushed("value and tangent", MIXED, Normal((3,)), Normal((3,))),
        pushed("value and tangent", MIXED, Normal((2, 3)), Normal(())),
        pushed("value and tangent", LAYER, Normal((2, 3)), Normal((3,))),
        pushed("value and tangent", LAYER, Normal((3, 3)), Normal((3,))),
        pushed("value and tangent", REAL, Signed(0.4, 2.0, (5,))),
        pushed("value and tangent", OUTER, Normal((4,))),
        pushed("value and tangent", PIECES, Normal((6,))),
        pushed(
            "value and tangent",
            "lambda a: a ** 3 / 1e6",
            Normal((3,), scale=1e4),
            differences=None,
            label="large numbers",
        ),
        valued(
            "value and tangent",
            "lambda a, b: jvp(lambda a: np.sin(a) * a, (a,), (b,))[0]",
            "jvp",
            "lambda a, b: np.sin(a) * a",
            Normal((3,)),
            Normal((3,)),
            label="the value",
        ),
        Hidden(
            "value and tangent",
            (
                Function("lambda a, b: (np.sin(a) * b, a, b + a)"),
                (Normal((3,)), Normal((3,))),
                (Normal((3,)), Normal((3,))),
            ),
            check="inputs_unchanged",
        ),
        pushed_by_rule(
            "value and tangent", "jvp(f, (a,), (a_dot,))[1]", ("jvp",)
        ),
        pushed_by_rule(
            "control flow",
            "jvp(lambda a: f(a) if np.sum(a) < 99 else a, (a,), (a_dot,))[1]",
            ("jvp",),
        ),
        pushed(
            "control flow",
            HALVE,
            Uniform(4.2, 7.8),
            truth="lambda a: (a / 8) ** 2",
            label="a while loop",
        ),
        pushed(
            "control flow",
            RECURSION,
            Normal((4,)),
            truth="lambda a: np.prod(np.sin(a))",
            label="a recursion",
        ),
        pushed(
            "control flow",
            CAREFUL,
            Signed(0.5, 2.0, (6,)),
            truth=(
                "lambda a: np.sum(np.where(a < 0, a ** 3, np.sqrt(np.abs(a))))"
            ),
            label="exceptions",
        ),
        pushed(
            "control flow",
            BOUNCE,
            Uniform(0.05, 0.15, (2,)),
            truth=("lambda a: np.stack([(a[0] + 3 * a[1]) ** 2, a[1] ** 2])"),
            label="a loop with branches",
        ),
        pushed(
            "control flow",
            BOUNCE,
            Uniform(0.5, 0.6, (2,)),
            truth=(
                "lambda a: np.stack([(2 - a[0] - 3 * a[1]) ** 2, a[1] ** 2])"
            ),
            label="a loop with branches",
        ),
        checked(
            "trees and constants",
            """
def case(a, b, a_dot, b_dot):
    def f(p):
        return {"first": p["w"] * abs(p["c"][0]), "then": (p["c"], np.ones(4))}
    pack = lambda a, b: {"w": a, "c": [b]}
    y, y_dot = jvp(f, (pack(a, b),), (pack(a_dot, b_dot),))
    (b_dot,), still = y_dot["then"]
    return y_dot["first"], b_dot, still
""".strip(),
            "jvp",
            None,
            (Normal((3,)), Signed(0.5, 2.0)),
            "lambda a, b: (a * np.abs(b), 1.0 * b, np.ones(4) + 0 * b)",
            "a dictionary in, a dictionary out",
        ),
        checked(
            "trees and constants",
            """
def case(a, b, a_dot, b_dot):
    def f(p):
        total = 0.0
        for key, value in sorted(p.items()):
            total = total + np.sum(np.sin(value)) * len(key)
        return total
    return jvp(f, ({"aa": a, "b": b},), ({"aa": a_dot, "b": b_dot},))[1]
""".strip(),
            "jvp",
            None,
            (Normal((3,)), Normal(())),
            "lambda a, b: 2 * np.sum(np.sin(a)) + np.sin(b)",
            "a dictionary, read entry by entry",
        ),
        pushed(
            "trees and constants",
            "lambda a, b: (b, [a * b, a], np.eye(2))",
            Normal((2,)),
            Normal(()),
            truth=(
                "lambda a, b: (1.0 * b, (a * b, 1.0 * a), np.eye(2) + 0 * b)"
            ),
            label="tuples and lists",
        ),
        pushed_by_rule(
            "trees and constants",
            "jvp(lambda p: [f(p['a'])], ({'a': a},), ({'a': a_dot},))[1][0]",
            ("jvp",),
        ),
        pushed(
            "nested",
            "lambda a: a * jvp(lambda b: np.sin(a * b), (a,), (1.0,))[1]",
            Signed(0.3, 1.2),
            truth="lambda a: a ** 2 * np.cos(a ** 2)",
            label="jvp within jvp",
        ),
        pushed(
            "nested",
            "lambda a: a * (1 + jvp(lambda b: a, (2.0,), (1.0,))[1])",
            Normal((2,)),
            truth="lambda a: 1.0 * a",
            label="an inner function that does not move",
        ),
        pushed(
            "nested",
            (
                "lambda a: jvp(lambda b: b * jvp(lambda c: a * b * c, "
                "(2 * a,), (1.0,))[1], (a,), (1.0,))[1]"
            ),
            Signed(0.5, 1.5),
            truth="lambda a: 2 * a ** 2",
            label="three deep",
        ),
        pushed(
            "nested",
            (
                "lambda a: jvp(lambda b: np.sum(np.exp(b) * a), (a ** 2,), "
                "(np.cos(a),))[1]"
            ),
            Normal((3,), scale=0.5),
            truth="lambda a: np.sum(np.exp(a ** 2) * a * np.cos(a))",
            label="a directional derivative, differentiated",
        ),
        twice_by_rule("jvp(f, (a,), (1.0,))[1]", "jvp(g, (a,), (a_dot,))[1]"),
    ),
    "ps5-linearize": (
        replayed("value and pushes", MIXED, Normal((3,)), Normal((3,))),
        replayed("value and pushes", MIXED, Normal(()), Normal((2, 2))),
        replayed("value and pushes", LAYER, Normal((2, 3)), Normal((3,))),
        replayed("value and pushes", OUTER, Normal((4,))),
        replayed("value and pushes", PIECES, Normal((5,))),
        replayed("value and pushes", REAL, Signed(0.4, 2.0, (5,))),
        replayed(
            "value and pushes",
            "lambda a, b: (a * b, a, a, np.ones(2) + 0 * b)",
            Normal((2,)),
            Normal((2,)),
            label="several outputs",
        ),
        replayed(
            "value and pushes",
            "lambda a, b: (b, [a * b, (a, np.eye(2))])",
            Normal((2,)),
            Normal(()),
            truth=(
                "lambda a, b: (1.0 * b, (a * b, (1.0 * a, np.eye(2) + 0 * b)))"
            ),
            label="outputs within outputs",
        ),
        replayed(
            "value and pushes",
            CAREFUL,
            Signed(0.5, 2.0, (6,)),
            truth=(
                "lambda a: np.sum(np.where(a < 0, a ** 3, np.sqrt(np.abs(a))))"
            ),
            label="exceptions",
        ),
        valued(
            "value and pushes",
            "lambda a, b: linearize(lambda a, b: np.cos(a) * b, a, b)[0]",
            "linearize",
            "lambda a, b: np.cos(a) * b",
            Normal((3,)),
            Normal((3,)),
            label="the value",
        ),
        checked(
            "value and pushes",
            """
def case(a, b, c, a_dot, b_dot, c_dot):
    f = lambda p, q: np.stack([p["b"] * q[0], p["a"], q[0] ** 2])
    y, f_jvp = linearize(f, {"b": b, "a": a}, [c])
    return f_jvp({"b": b_dot, "a": a_dot}, [c_dot])
""".strip(),
            "linearize",
            None,
            (Normal((2,)), Normal((2,)), Normal((2,))),
            "lambda a, b, c: np.stack([b * c, a, c ** 2])",
            "a dictionary and a list of inputs",
        ),
        pushed_by_rule(
            "value and pushes", "linearize(f, a)[1](a_dot)", ("linearize",)
        ),
        checked(
            "one run",
            f"""
def case(a, a_dot):
    runs = []
    {LOOP.strip().replace(chr(10), chr(10) + "    ")}
    y, f_jvp = linearize(f, a)
    pushes = [f_jvp(k * a_dot) for k in (5.0, -2.0, 1.0)]
    return len(runs), pushes[-1]
""".strip(),
            "linearize",
            None,
            (Normal((3,)),),
            "lambda a: np.sin(a * a) ** 2",
            "three pushes",
            check="ps5.ran_once",
        ),
        replayed(
            "nested",
            "lambda a: a * linearize(lambda b: np.sin(a * b), a)[1](1.0)",
            Signed(0.3, 1.2),
            truth="lambda a: a ** 2 * np.cos(a ** 2)",
            label="linearize within linearize",
        ),
        valued(
            "nested",
            """
def case(a, b):
    def f(a):
        inner = linearize(lambda c: np.sum(a * c ** 3), 2 * a)[1]
        return inner(b)
    return linearize(f, a)[1](b)
""".strip(),
            "linearize",
            "lambda a, b: np.sum(36 * a ** 2 * b ** 2)",
            Normal((3,)),
            Normal((3,)),
            label="a push, linearized",
        ),
        twice_by_rule("linearize(f, a)[1](1.0)", "linearize(g, a)[1](a_dot)"),
    ),
    "ps5-jacfwd": (
        jacobian(
            "value",
            f"lambda x: jacfwd({PIECES})(x)",
            PIECES,
            Normal((5,)),
            "five inputs",
        ),
        jacobian(
            "value",
            f"lambda x: jacfwd({OUTER})(x)",
            OUTER,
            Normal((3,)),
            "three inputs, three outputs",
        ),
        jacobian(
            "value",
            f"lambda x: jacfwd({REAL})(x)",
            REAL,
            Signed(0.4, 2.0, (4,)),
            "four inputs",
        ),
        jacobian(
            "shapes and argnums",
            "lambda X: jacfwd(lambda X: np.tanh(X @ X.T))(X)",
            "lambda X: np.tanh(X @ X.T)",
            Normal((2, 3)),
            "a matrix in, a matrix out",
        ),
        jacobian(
            "shapes and argnums",
            "lambda x: jacfwd(lambda a, x: np.sin(a * x), argnums=1)(3.0, x)",
            "lambda x: np.sin(3.0 * x)",
            Normal((2,)),
            "the second argument",
        ),
        jacobian_by_rule("value", "jacfwd", 3),
        jacobian_by_rule("shapes and argnums", "jacfwd", 2, 2),
        jacobian(
            "shapes and argnums",
            "lambda t: jacfwd(lambda t: np.array([1.0, 2.0]) * t ** 3)(t)",
            "lambda t: np.array([1.0, 2.0]) * t ** 3",
            Signed(0.5, 1.5),
            "a number in, a vector out",
        ),
        jacobian(
            "shapes and argnums",
            "lambda x: jacfwd(lambda x: np.sum(x ** 2) / 2)(x)",
            "lambda x: np.sum(x ** 2) / 2",
            Normal((2, 2)),
            "a matrix in, a number out",
        ),
        Hidden(
            "shapes and argnums",
            (Function(COLUMNS_OF_TREES.strip(), ("jacfwd",)), Normal((3,))),
            Value(
                "def truth(*a):\n    import jax\n    return jax.jacfwd("
                "lambda a: (np.sin(a) * a[0], a @ a, a[1:]))(*a)",
                at=(1,),
            ),
            tolerance=1e-11,
            check="ps5.ran",
            label="a dictionary of outputs",
            options={"names": ("block y", "block 0 of z", "block 1 of z")},
        ),
        Hidden(
            "one run",
            (Function(COLUMNS_OF.strip(), ("jacfwd",)), Normal((4,))),
            Jacobian("lambda x: np.cumsum(np.sin(x))[1:] * x[0]", at=(1,)),
            tolerance=1e-11,
            check="ps5.counted_runs",
            label="four inputs",
            options={
                "advice": "linearize runs it once and writes the lines "
                "down; each column only reads them"
            },
        ),
        valued(
            "shapes and argnums",
            "lambda x, y: jacfwd(lambda x, y: x @ y, (1, 0))(x, y)",
            "jacfwd",
            "lambda x, y: (x, y)",
            Normal((3,)),
            Normal((3,)),
            label="both arguments, the second first",
        ),
        valued(
            "shapes and argnums",
            "lambda x, y: jacfwd(lambda a, x, y: a * x @ y, (1, 2))(2., x, y)",
            "jacfwd",
            "lambda x, y: (2 * y, 2 * x)",
            Normal((3,)),
            Normal((3,)),
            label="two of three arguments",
        ),
    ),
    "ps5-confusion": (
        sloped(
            "one derivative",
            "lambda x: 2 * x * x * x + -3 * x + 1",
            "lambda x: 6 * x ** 2 - 3",
            "a polynomial",
        ),
        sloped(
            "one derivative", "lambda x: 4.0", "lambda x: 0 * x", "a constant"
        ),
        sloped(
            "nested",
            "lambda x: x * derivative(lambda y: x * y, 3.0)",
            "lambda x: 2 * x",
            "two levels",
        ),
        sloped(
            "nested",
            "lambda x: x * derivative(lambda y: x, 2.0)",
            "lambda x: 0 * x",
            "an inner function that does not move",
        ),
        sloped(
            "nested",
            (
                "lambda x: x.parts(x.level)[0] * (x.parts(x.level + 2)[0] * "
                "x.parts(x.level)[0])"
            ),
            "lambda x: x ** 2",
            "x^3, of which two factors stand still",
        ),
        sloped(
            "nested",
            "lambda x: derivative(lambda y: y * y * x, x)",
            "lambda x: 4 * x",
            "at a point that moves",
        ),
        sloped(
            "nested",
            (
                "lambda x: derivative(lambda y: derivative(lambda z: "
                "x * y * z * z, y), x)"
            ),
            "lambda x: 8 * x",
            "three deep",
        ),
        sloped(
            "nested",
            (
                "lambda x: x * derivative(lambda y: y * derivative("
                "lambda z: z + y + x, 1.0), x) + derivative(lambda y: "
                "y * x, 1.0) * x"
            ),
            "lambda x: 1 + 2 * x",
            "side by side",
        ),
    ),
    "ps5-programs": (),
    "ps5-target": (
        target(
            "a throw",
            THROW.replace("height", "1.5"),
            Uniform(8.0, 11.0, (3,)),
            (Uniform(15.0, 25.0), Uniform(5.0, 10.0), Uniform(2.0, 3.0)),
            "three controls, three targets",
        ),
        target(
            "a throw",
            THROW.replace("height", "30.0"),
            Uniform(2.0, 6.0, (3,)),
            (Uniform(5.0, 15.0), Uniform(10.0, 20.0), Uniform(3.0, 4.0)),
            "from a tower",
        ),
        target(
            "many controls",
            CART,
            Uniform(0.0, 1.0, (12,)),
            (Uniform(1.0, 4.0), Uniform(-0.3, 0.3)),
            "twelve controls, two targets",
        ),
        target(
            "many controls",
            SWING,
            Uniform(-0.3, 0.3, (7,)),
            (Uniform(-0.5, 0.5), Uniform(-0.3, 0.3)),
            "seven controls, two targets",
        ),
    ),
}


# --- reverse ---

ONE = Uniform(1.0, 1.0)  # the cotangent of a number

WALK = """
def case(parents, ends):
    from chainrule.reverse import Node
    looks, limit = [0], 500 + 50 * sum(len(above) for above in parents)

    class TooManyLooks(Exception):
        pass

    class Watched(Node):
        __slots__ = ("above",)

        @property
        def parents(self):
            looks[0] += 1
            if looks[0] > limit:
                raise TooManyLooks
            return self.above

        @parents.setter
        def parents(self, above):
            self.above = above

    nodes = []
    for above in parents:
        nodes.append(Watched([nodes[k] for k in above]))
    place = {id(node): k for k, node in enumerate(nodes)}
    found = order([nodes[k] for k in ends])
    return [place.get(id(node), -1) for node in found]
"""
TANGLE = (
    (),
    (),
    *(((7 * k * k + 3) % k, (5 * k + 1) % k, k // 2) for k in range(2, 60)),
)
PLAY = """
def case(A, B, C, y_bar, z_bar):
    from chainrule.engine.table import Rule
    from chainrule.reverse import Node
    calls = []

    def node(name, parents, *matrices):
        def pulling(k):
            def pull(y_bar, y, *primals):
                calls.append(name + str(k))
                return y_bar if matrices[k] is None else matrices[k].T @ y_bar
            return pull
        rules = [pulling(k) for k in range(len(parents))]
        places, primals = list(range(len(parents))), [p.y for p in parents]
        rule = Rule(name, None, (), rules)
        return Node(list(parents), places, rule, np.zeros(len(A)), primals)

    x, w = Node(y=np.zeros(len(A))), Node(y=np.zeros(len(A)))
    p = node("p", [x, w], A, C)
    q = node("q", [p, p, x], None, B, C)
    r = node("r", [w, q, p], None, A, None)
    s = node("s", [q, r], None, None)
    unused = node("t", [s, x], A, B)
    nodes, y_bars = [r, s, q, s], [y_bar, z_bar, y_bar, y_bar]
    bars = backward(nodes, y_bars)
    {result}
"""
PLAYED = """
def played(A, B, C, y_bar, z_bar):
    import jax
    def f(x, w):
        p = A @ x + C @ w
        q = p + B @ p + C @ x
        r = w + A @ q + p
        s = q + r
        return y_bar @ r + (z_bar + y_bar) @ s + y_bar @ q
    x = np.zeros(len(A))
    return jax.grad(f, (0, 1))(x, x)
"""
PLAY_RESULTS = {
    "sums": "return bars[x], bars[w]",
    "each rule once": "return (bars[x], bars[w]), calls",
    "nothing spoiled": (
        "first = np.copy(bars[x]), np.copy(bars[w])\n"
        "    again = backward(nodes, y_bars)\n"
        "    return first, (again[x], again[w])"
    ),
}
CALLS = "p0 p1 q0 q1 q2 r0 r1 r2 s0 s1".split()

AFFINE = "lambda a, b, c: np.tanh(a @ b + c)"
PICK = (
    "lambda a: a[np.array([0, 2, 2, 1])] * a[np.array([3, 3, 0, 1])] "
    "+ a[1:][::-1][0]"
)
SMOOTH = "lambda a: np.exp(a) / np.sum(np.exp(a))"
SPLIT = "lambda a, b: (np.sum(a * b, axis=0), b / (1 + a ** 2), np.mean(a))"
CHOOSE = "lambda a, b: np.where(a > b, a * b, b - a ** 3)"
STACKED = (
    "lambda a, b: np.stack([a, np.cumsum(b) * a, np.concatenate([b[2:], "
    "a[:2]])], axis=1)"
)
FOR = """
def f(a):
    x, trail = a, []
    for k in range(12):
        x = x + 0.1 * np.sin(x[::-1]) * a
        trail.append(np.sum(x))
    return np.stack(trail)
"""
BRANCH = """
def f(a):
    total, k = 0.0, 0
    while total < 3 and k < 40:
        total = total + np.sum(a ** 2)
        a = a * 0.9 if k % 2 else a + 0.1
        k = k + 1
    return total
"""
BRANCH_TRUTH = """
def f(a):
    total = 0.0
    for k in range(40):
        go = total < 3
        total = np.where(go, total + np.sum(a ** 2), total)
        a = np.where(go, a * 0.9 if k % 2 else a + 0.1, a)
    return total
"""
UNUSED = "lambda a, b, c: (np.sin(a), 3 * a)"
IN_TREES = """
def case(a, b, c, y_bar, z_bar):
    f = lambda p, q: [np.sin(p["a"]) * q[0], {"z": q[0] @ q[0]}]
    _, pullback = vjp(f, {"b": b, "a": a}, (c, b))
    p_bar, q_bar = pullback([y_bar, {"z": z_bar}])
    return p_bar["a"], p_bar["b"], *q_bar
"""
TREES = """
def trees(a, b, c, y_bar, z_bar):
    import jax
    f = lambda a, c: (np.sin(a) * c, c @ c)
    a_bar, c_bar = jax.vjp(f, a, c)[1]((y_bar, z_bar))
    return a_bar, 0 * b, c_bar, 0 * b
"""
SWEPT = """
def case(x, y_bar):
    runs = []
    def f(x):
        runs.append("run")
        return np.cumsum(x ** 2) * x[0]
    y, pullback = vjp(f, x)
    bars = [pullback(y_bar)[0] for _ in range(4)]
    return bars[-1], len(runs)
"""

CUMULATED = "lambda a: np.cumsum(a)[1::2] * a[0]"
NORM = "lambda a: np.sqrt(np.sum(a ** 2)) + np.prod(np.cos(a))"
BILINEAR = "lambda a, b, c: np.sum(np.tanh(a @ b) * c)"
HEADER = "def truth(*a):\n    import jax\n    return "
TWICE = "lambda a: grad(lambda b: np.sum(np.sin(b * a) * b))(a) @ a"
MIXED_UP = "lambda a: a * grad(lambda b: grad(lambda c: a * b * c * c)(b))(a)"

ROWS = "lambda a: jacrev({f})(a)"
OUTER_SUM = "lambda a: np.outer(a, a ** 2) + np.sum(a)"
NARROW = "lambda a: np.cos(a) @ np.array([1.0, -2.0, 0.5])"
CURVE = "lambda a: np.stack([np.sin(a), a ** 3, np.exp(-a)])"
ROWS_RUN = """
def case(a):
    from chainrule.reverse import primitive
    runs, sweeps = [], []

    @primitive
    def wave(a):
        return np.sin(a) * a

    def rule(y_bar, y, a):
        sweeps.append("sweep")
        return (np.cos(a) * a + np.sin(a)) * y_bar

    wave.defvjp(rule)

    def f(a):
        runs.append("run")
        return np.cumsum(wave(a))[2:] * a[0]

    return jacrev(f)(a), len(runs), len(sweeps)
"""
ROWS_OF_TREES = """
def case(a):
    f = lambda a: {"y": np.sin(a) * a[0], "z": (a @ a, a[1:])}
    J = jacrev(f)(a)
    return J["y"], *J["z"]
"""
ROWS_OF_TWO = "lambda a, b: jacrev(lambda a, b: a @ b, (1, 0))(a, b)"

ORBIT = """
def orbit(M, e):
    E = M + 0.85 * e * np.sign(np.sin(M))
    for _ in range(6):
        E = E - (E - e * np.sin(E) - M) / (1 - e * np.cos(E))
    return E
"""
SOLVED = """
def case(M, e, E_bar):
    E = M + 0.85 * e * np.sign(np.sin(M))
    for _ in range(6):
        E = E - (E - e * np.sin(E) - M) / (1 - e * np.cos(E))
    return {rule}(E_bar, E, M, e)
"""
PULLED = """
def case(M, e, E_bar):
    from chainrule.reverse import vjp
    return vjp(kepler, M, e)[1](E_bar)
"""
CURVED = """
def case(M, e):
    from chainrule.reverse import grad
    in_M, in_e = grad(kepler), grad(kepler, argnums=1)
    return grad(in_M)(M, e), grad(in_e)(M, e), grad(in_e, argnums=1)(M, e)
"""

RESIDUAL = """
def residual(X, *p):
    H = np.tanh(X @ p[0] + p[1])
    for k in range(2, len(p) - 2, 2):
        H = H + np.tanh(H @ p[k] + p[k + 1])
    return H @ p[-2] + p[-1]
"""
DEEP_VALUE = f"""
{RESIDUAL.strip()}

def value(p, X):
    return residual(X, *p)
"""
DEEP_GRADIENT = """
def case(X, Z_bar, *parameters):
    from chainrule.reverse import vjp
    Z, pullback = vjp(lambda X, *p: residual(p, X), X, *parameters)
    return pullback(Z_bar)
"""

PASSED = """
def case(x, y_bar):
    from chainrule.reverse import vjp
    y, pullback = vjp({program}, x)
    return y, pullback(y_bar)[0]
"""
TWICE_PASSED = """
def case(x):
    from chainrule.reverse import grad
    f = lambda x: np.sum(stop(x) * x ** 2 + rounded(x) * x + turn(x) ** 3)
    first = lambda x: np.sum(grad(f)(x))
    return grad(f)(x), grad(first)(x)
"""
NAMES = ("the value", "the cotangent")
VALUE = "ps5.vjp_value"
AFFINE_DRAWS = Normal((4, 3)), Normal((3, 2)), Normal((2,))
SPLIT_DRAWS = Normal((2, 3)), Normal((3,))
BILINEAR_DRAWS = Normal((2, 3)), Normal((3,)), Normal((2,))
MATRIX = Normal((2, 3))


def walk(criterion, parents, ends, label):
    """A tape by the parents of its nodes, and where the walk begins."""
    return Hidden(
        criterion,
        (Function(WALK.strip(), ("order",)), parents, ends),
        check="ps5.ordered",
        label=label,
    )


def play(criterion, n):
    """A tape made by hand, with random matrices on it."""
    checks = {"sums": "ran", "each rule once": "once_each"}
    text = PLAY.replace("{result}", PLAY_RESULTS[criterion]).strip()
    return Hidden(
        criterion,
        (
            Function(text, ("backward",)),
            *(Normal((n, n)),) * 3,
            *(Normal((n,)),) * 2,
        ),
        tuple(CALLS)
        if criterion == "each rule once"
        else Value(PLAYED.strip(), at=(1, 2, 3, 4, 5)),
        tolerance=1e-10,
        check=f"ps5.{checks.get(criterion, 'clean')}",
        label=f"ten edges, vectors of {n}",
        options={"names": ("the cotangent of x", "the cotangent of w")},
    )


def pulled(criterion, text, primals, y_bar, label, truth=None, check=None):
    """A program pulled back by vjp; the truth may be another program."""
    at = tuple(range(1, len(primals) + 1))
    expected = Vjp(
        (truth or text).strip(), at=at, back=len(at) + 1, single=False
    )
    if check == "ps5.vjp_value":
        expected = Value((truth or text).strip(), at=at)
    return Hidden(
        criterion,
        (Function(text.strip()), *primals)
        + (() if check == "ps5.vjp_value" else (y_bar,)),
        expected,
        tolerance=1e-10,
        check=check or "ps5.vjp_cotangents",
        label=label,
    )


def program(criterion, text, uses, arguments, truth, label, **more):
    """A program that calls the answers, against a truth by JAX."""
    return Hidden(
        criterion,
        (Function(text.strip(), uses), *arguments),
        truth,
        tolerance=more.pop("tolerance", 1e-10),
        check=more.pop("check", "ps5.ran"),
        label=label,
        options={"names": more.pop("names", None), **more},
    )


def slope(criterion, text, xs, label, **options):
    """What grad, or value_and_grad with names, makes of a function."""
    answer = "value_and_grad" if "names" in options else "grad"
    argnums = options.get("argnums", 0)
    plain = text.replace("grad(", "jax.grad(")
    call = f"jax.{answer}({plain}, {argnums})(*a)"
    return Hidden(
        criterion,
        (Function(text, ("grad",) if "grad(" in text else ()), *xs),
        Value(HEADER + call, at=tuple(range(1, len(xs) + 1))),
        tolerance=1e-10,
        check="ps5.gradient",
        label=label,
        options={"answers": (answer,), **options},
    )


def slope_by_rule(criterion, inputs, truth, wrong, **options):
    """The gradient of a program with a primitive with a rule of its own."""
    program = OWN_RULE.replace("f(a)", f"f({inputs})")
    answer = "value_and_grad" if "names" in options else "grad"
    return ruled(
        criterion,
        program.replace("return wave(a) * a", "return np.sum(wave(a) * a)"),
        (),
        (Normal((3,)),) * len(inputs.split()),
        f"{inputs}: {truth}",
        f"{inputs}: {wrong}",
        check="ps5.gradient",
        answers=(answer,),
        **options,
    )


def refused(text, x, label):
    """A function without a gradient."""
    return Hidden(
        "numbers only",
        (Function(text), x),
        check="ps5.refuses",
        label=label,
        options={"answers": ("grad",)},
    )


def rows(criterion, f, shape, label):
    """A Jacobian by rows."""
    return program(
        criterion,
        ROWS.format(f=f),
        ("jacrev",),
        (Normal(shape),),
        Jacobian(f, at=(1,)),
        label,
    )


def comet(rule, shape, low=0.1, high=0.7):
    """One rule of kepler, called where the equation holds."""
    criterion = f"rule for {rule[-1]}"
    entry = ("M", "e").index(rule[-1])
    return program(
        criterion,
        SOLVED.replace("{rule}", rule),
        (rule,),
        (Uniform(0.3, 6.0, shape), Uniform(low, high), Signed(0.5, 2, shape)),
        Value(
            f"{ORBIT.strip()}\n\ndef truth(M, e, E_bar):\n    import jax\n"
            f"    return jax.vjp(orbit, M, e)[1](E_bar)[{entry}]",
            at=(1, 2, 3),
        ),
        f"M of shape {shape}",
        tolerance=1e-9 if rule == "pull_e" else 1e-12,
        answers=(rule,),
    )


def orbited(shape, low, high):
    """The pullback of kepler, by the engine."""
    return program(
        "registered",
        PULLED,
        ("kepler",),
        (Uniform(0.3, 6.0, shape), Uniform(low, high), Signed(0.5, 2, shape)),
        Vjp(ORBIT.strip(), at=(1, 2), back=3, single=False),
        f"M of shape {shape}",
        tolerance=1e-9,
        names=("M_bar", "e_bar"),
        answers=("kepler",),
    )


def weights(widths):
    """Draws of a network's parameters: W, c, W, c, ..."""
    drawn = []
    for k, m in pairwise(widths):
        drawn += [Normal((k, m), 0.7), Normal((m,), 0.7)]
    return tuple(drawn)


def deep_value(b, widths):
    """The value of a residual network."""
    return Hidden(
        "value",
        (weights(widths), Normal((b, widths[0]))),
        Value(DEEP_VALUE.strip(), at=(0, 1)),
        tolerance=1e-10,
        check="ps5.returned",
        label=f"{len(widths) - 1} layers",
    )


def deep_gradient(b, widths):
    """All cotangents of a residual network, by the engine."""
    drawn, layers = weights(widths), range(1, len(widths))
    at = (1, *range(3, 3 + len(drawn)))
    return program(
        "gradient",
        DEEP_GRADIENT,
        ("residual",),
        (Normal((b, widths[0])), Normal((b, widths[-1])), *drawn),
        Vjp(RESIDUAL.strip(), at=at, back=2, single=False),
        f"{len(widths) - 1} layers",
        names=("X_bar", *(f"{n}{k}_bar" for k in layers for n in "Wc")),
    )


def passed(criterion, what, truth, x, y_bar):
    """A value and what comes back, against formulas of x and y_bar."""
    used = tuple(n for n in ("stop", "turn", "rounded") if n in what)
    return program(
        criterion,
        PASSED.replace("{program}", what),
        used,
        (x, y_bar),
        Value(f"lambda x, y_bar: {truth}", at=(1, 2)),
        f"x of shape {x.shape}",
        names=NAMES,
        answers=used,
    )


REVERSE = {
    "ps5-predict-sweeps": (),
    "ps5-predict-rules": (),
    "ps5-order": (
        walk("each before its parents", TANGLE, (59,), "sixty nodes"),
        walk(
            "each before its parents",
            TANGLE,
            (12, 59, 3, 40, 12),
            "sixty nodes, five outputs",
        ),
        walk(
            "each before its parents",
            ((), (), (1, 0), (1, 2), (0, 3, 2), (2, 2, 4), (5, 0, 1)),
            (6,),
            "seven nodes",
        ),
        walk(
            "each before its parents",
            ((), (0,), (1,), (2,), (3, 0), (0, 4), (1, 5), (0,)),
            (7, 6),
            "a short way and a long one",
        ),
        walk(
            "large tapes",
            ((), (), *((k, k + 1, k) for k in range(70))),
            (71,),
            "seventy steps",
        ),
        walk(
            "large tapes",
            ((), *((k, 0) for k in range(7000))),
            (7000,),
            "a loop of 7000 steps",
        ),
        walk(
            "large tapes",
            ((), *((0,),) * 3000, tuple(range(1, 3001))),
            (3001,),
            "one input with 3000 users",
        ),
    ),
    "ps5-backward": (
        play("sums", 3),
        play("sums", 1),
        play("sums", 5),
        play("each rule once", 2),
        play("nothing spoiled", 3),
    ),
    "ps5-vjp": (
        pulled("value", AFFINE, AFFINE_DRAWS, None, "a layer", None, VALUE),
        pulled(
            "value", SPLIT, SPLIT_DRAWS, None, "three outputs", None, VALUE
        ),
        pulled(
            "value",
            BRANCH,
            (Normal((3,)),),
            None,
            "a while loop",
            BRANCH_TRUTH,
            VALUE,
        ),
        pulled("cotangents", AFFINE, AFFINE_DRAWS, Normal((4, 2)), "a layer"),
        pulled("cotangents", PICK, (Normal((4,)),), Normal((4,)), "indices"),
        pulled("cotangents", SMOOTH, (Normal((5,)),), Normal((5,)), "softmax"),
        pulled(
            "cotangents",
            CHOOSE,
            (Normal((3, 2)), Normal((2,))),
            Normal((3, 2)),
            "a choice",
        ),
        pulled(
            "cotangents",
            STACKED,
            (Normal((3,)), Normal((3,))),
            Normal((3, 3)),
            "joined pieces",
        ),
        pulled("cotangents", FOR, (Normal((3,)),), Normal((12,)), "a loop"),
        pulled(
            "cotangents",
            BRANCH,
            (Normal((3,)),),
            Signed(1.0, 2.0),
            "a while loop",
            BRANCH_TRUTH,
        ),
        ruled(
            "cotangents",
            OWN_RULE,
            (),
            (Normal((3,)), Normal((3,))),
            f"a, y_bar: ({BY_RULES} * y_bar,)",
            f"a, y_bar: ({BY_VALUES} * y_bar,)",
            check="ps5.vjp_cotangents",
        ),
        ruled(
            "trees and unused inputs",
            OWN_RULE.replace("return", "return a,"),
            (),
            (Normal((3,)), (Normal((3,)), Normal((3,)))),
            f"a, y_bar: ({BY_RULES} * y_bar[1] + y_bar[0],)",
            f"a, y_bar: ({BY_VALUES} * y_bar[1] + y_bar[0],)",
            check="ps5.vjp_cotangents",
        ),
        pulled(
            "trees and unused inputs",
            SPLIT,
            SPLIT_DRAWS,
            (Normal((3,)), Normal((2, 3)), Normal()),
            "three outputs",
        ),
        pulled(
            "trees and unused inputs",
            UNUSED,
            (Normal((2,)), Normal(), Normal((2, 2))),
            (Normal((2,)), Normal((2,))),
            "two inputs that f never uses",
        ),
        pulled(
            "trees and unused inputs",
            "lambda a: (a, a, 2 * a[0])",
            (Normal((2,)),),
            (Normal((2,)), Normal((2,)), Normal()),
            "an output that is an input, twice",
        ),
        program(
            "trees and unused inputs",
            IN_TREES,
            ("vjp",),
            (*(Normal((3,)),) * 4, Normal()),
            Value(TREES.strip(), at=(1, 2, 3, 4, 5)),
            "dictionaries, lists and tuples",
            names=("a_bar", "b_bar", "c_bar", "the last one"),
        ),
        Hidden(
            "one run, kept",
            (
                Function("lambda a, b: a * np.sin(b) + a[::-1]"),
                Normal((3,)),
                Normal((3,)),
                Normal((3,)),
            ),
            check="ps5.vjp_steady",
        ),
        program(
            "one run, kept",
            SWEPT,
            ("vjp",),
            (Normal((4,)), Normal((4,))),
            Vjp("lambda x: np.cumsum(x ** 2) * x[0]", at=(1,), back=2),
            "four sweeps",
            check="ps5.counted_runs",
        ),
    ),
    "ps5-grad": (
        slope("gradient", NORM, (Normal((4,)),), "a norm and a product"),
        slope("gradient", NORM, (Signed(0.5, 2.0, (2, 3)),), "a matrix"),
        slope("gradient", TWICE, (Normal((3,)),), "a gradient inside"),
        slope("gradient", MIXED_UP, (Normal(),), "two gradients inside"),
        slope("argnums", BILINEAR, BILINEAR_DRAWS, "the last", argnums=2),
        slope("argnums", BILINEAR, BILINEAR_DRAWS, "the second", argnums=1),
        slope(
            "argnums", BILINEAR, BILINEAR_DRAWS, "two of them", argnums=(2, 0)
        ),
        slope("argnums", BILINEAR, BILINEAR_DRAWS, "one", argnums=(1,)),
        slope(
            "value and gradient",
            BILINEAR,
            BILINEAR_DRAWS,
            "three arguments",
            argnums=(1,),
            names=("the value", "the gradient"),
        ),
        slope(
            "value and gradient",
            NORM,
            (Normal((3,)),),
            "one argument",
            names=("the value", "the gradient"),
        ),
        slope(
            "value and gradient",
            BILINEAR,
            BILINEAR_DRAWS,
            "all of them",
            argnums=(2, 1, 0),
            names=("the value", "the gradient"),
        ),
        slope_by_rule("gradient", "a", BY_RULES, BY_VALUES),
        slope_by_rule("argnums", "b, a", BY_RULES, BY_VALUES, argnums=1),
        slope_by_rule(
            "value and gradient",
            "a",
            f"(np.sum(np.sin(a) * a), {BY_RULES})",
            f"(np.sum(np.sin(a) * a), {BY_VALUES})",
            names=("the value", "the gradient"),
        ),
        refused("lambda a: a * a", Normal((1, 1)), "one row, one column"),
        refused("lambda a: np.sin(a)", Normal((3,)), "three numbers"),
        refused("lambda a: (np.sum(a), np.sum(a))", Normal((3,)), "a tuple"),
    ),
    "ps5-jacrev": (
        rows("value", SMOOTH, (5,), "five inputs, five outputs"),
        rows("value", CUMULATED, (4,), "four inputs, two outputs"),
        program(
            "value",
            f"lambda a: jacrev(jacrev({NORM}))(a)",
            ("jacrev",),
            (Normal((3,)),),
            Value(HEADER + f"jax.hessian({NORM})(*a)", at=(1,)),
            "a Jacobian of a Jacobian",
        ),
        jacobian_by_rule("value", "jacrev", 3),
        jacobian_by_rule("shapes and argnums", "jacrev", 2, 2),
        rows("shapes and argnums", OUTER_SUM, (3,), "a matrix out"),
        rows("shapes and argnums", NARROW, (2, 3), "a matrix in"),
        rows("shapes and argnums", CURVE, (), "a number in"),
        rows("shapes and argnums", NORM, (3,), "a number out"),
        program(
            "shapes and argnums",
            ROWS_OF_TWO,
            ("jacrev",),
            (Normal((2, 3)), Normal((3,))),
            Value(
                HEADER + "jax.jacrev(lambda a, b: a @ b, (1, 0))(*a)", (1, 2)
            ),
            "both arguments, the second first",
            names=("block 0", "block 1"),
        ),
        program(
            "shapes and argnums",
            ROWS_OF_TREES,
            ("jacrev",),
            (Normal((3,)),),
            Value(
                HEADER + "jax.jacrev(lambda a: (np.sin(a) * a[0], a @ a, "
                "a[1:]))(*a)",
                (1,),
            ),
            "a dictionary of outputs",
            names=("block y", "block 0 of z", "block 1 of z"),
        ),
        program(
            "one run",
            ROWS_RUN,
            ("jacrev",),
            (Normal((5,)),),
            Jacobian("lambda a: np.cumsum(np.sin(a) * a)[2:] * a[0]", at=(1,)),
            "five inputs, three outputs",
            check="ps5.counted_runs",
            sweeps=3,
        ),
    ),
    "ps5-primitive": (
        comet("pull_M", ()),
        comet("pull_M", (6,)),
        comet("pull_M", (3,), 0.85, 0.95),
        comet("pull_e", ()),
        comet("pull_e", (6,)),
        comet("pull_e", (1,)),
        comet("pull_e", (3,), 0.85, 0.95),
        orbited((4,), 0.2, 0.75),
        orbited((3,), 0.85, 0.95),
        program(
            "registered",
            CURVED,
            ("kepler",),
            (Uniform(0.5, 2.5), Uniform(0.3, 0.7)),
            Value(
                f"{ORBIT.strip()}\n\ndef truth(M, e):\n    import jax\n"
                "    (a, _), (b, c) = jax.hessian(orbit, (0, 1))(M, e)\n"
                "    return a, b, c",
                at=(1, 2),
            ),
            "second derivatives",
            tolerance=1e-8,
            names=("in M twice", "in e, then M", "in e twice"),
            answers=("kepler",),
        ),
    ),
    "ps5-train": (
        deep_value(3, (4, 5, 5, 5, 2)),
        deep_value(1, (2, 3, 4)),
        deep_value(5, (3, 3, 3, 3, 3, 3, 3)),
        deep_gradient(3, (4, 5, 5, 5, 2)),
        deep_gradient(2, (2, 3, 3, 3, 3, 1)),
    ),
    "ps5-passing": (
        passed("stop", "stop", "(x, 0 * y_bar)", Normal((2, 3)), MATRIX),
        passed("stop", "stop", "(x, 0 * y_bar)", Normal(), Normal()),
        passed("turn", "turn", "(x, -y_bar)", Normal((2, 3)), MATRIX),
        passed("turn", "turn", "(x, -y_bar)", Normal(), Normal()),
        passed(
            "rounded",
            "rounded",
            "(np.round(x), y_bar)",
            Normal((2, 3), 4.0),
            MATRIX,
        ),
        passed(
            "rounded",
            "rounded",
            "(np.round(x), y_bar)",
            Normal((), 4.0),
            Normal(),
        ),
        passed(
            "in a program",
            "lambda x: stop(np.sin(x)) * x + turn(x * rounded(3 * x))",
            "(np.sin(x) * x + x * np.round(3 * x), "
            "y_bar * (np.sin(x) - 3 * x - np.round(3 * x)))",
            Normal((4,)),
            Normal((4,)),
        ),
        program(
            "in a program",
            TWICE_PASSED,
            ("stop", "turn", "rounded"),
            (Normal((3,), 2.0),),
            Value(
                "lambda x: (2 * x ** 2 + np.round(x) + x - 3 * x ** 2, "
                "2 * x + 2 + 6 * x)",
                at=(1,),
            ),
            "the gradient of a gradient",
            names=("the gradient", "its own gradient"),
        ),
    ),
}

HIDDEN = {**HIDDEN, **REVERSE}
