"""Visible cases of problem set 5, and the properties it adds.

Assignment: given.
"""

import hashlib

import numpy as np

from chainrule.cases import Case, Exercise, NoAnswer, Source
from chainrule.compare import Mismatch, kind_of, require_same
from chainrule.properties import (
    compare_with_references,
    error_name,
    observe,
    observe_source,
    refinement,
)

RUNS = 20  # how often a simulator may run
NEAR = (-6e-4, 0.0, 6e-4)  # how far a number to predict may be cut off


def digest(name, place, number):
    """What stands in this file in the place of a number to predict."""
    text = f"{number:.3f}".replace("-0.000", "0.000")
    return hashlib.sha256(f"{name} {place} {text}".encode()).hexdigest()[:12]


def guessed(case, answer):
    """The predicted numbers are right to three decimals; nan is one, too.

    The right ones do not stand here, only their digests.
    """
    if answer is None:
        raise NoAnswer
    name, digests = case.options["name"], case.options["digests"]
    try:
        numbers = np.asarray(answer, dtype=float)
    except (TypeError, ValueError):
        numbers = np.array(np.nan)
    numbers = np.ravel(numbers)  # three times three are nine as well
    if numbers.shape != (case.options["count"],):
        raise Mismatch(
            f"your answer should be {case.options['count']} numbers, but it "
            f"is {kind_of(answer)}{case.options.get('write', '')}"
        )
    for message, wrong in case.options.get("hints", ()):
        if np.allclose(numbers, wrong, rtol=0, atol=2e-3, equal_nan=True):
            raise Mismatch(message)
    right = [
        wanted in [digest(name, place, numbers[place] + d) for d in NEAR]
        for place, wanted in digests.items()
    ]
    if not all(right):
        first = list(digests)[right.index(False)]
        advice = case.options.get("advice", {}).get(first, "")
        raise Mismatch(
            f"not right yet: {sum(right)} of these {len(right)} numbers are"
            + advice
        )


def told(watch, *arguments):
    """Observe; an error that many meet is explained.

    Its own text is left out, since it may hold what a hidden case holds.
    """
    try:
        return watch(*arguments)
    except Exception as error:
        for kind, words, advice in EXPLAINED:
            if kind == error_name(error) and words in str(error):
                raise Mismatch(f"{kind}: {advice}") from None
        raise


def ran(case, *implementations):
    """What a program that calls the answer returns is right."""
    run, *arguments = case.arguments
    result, _ = told(observe_source, run, *arguments)
    compare_named(case, result)


def compare_named(case, result):
    """Compare; messages call the entries of a tuple by their names."""
    names = case.options.get("names")
    if names is None:
        compare_with_references(case, result)
        return
    require_tuple(result, names)
    for message, wrong in case.mistakes:
        if same(result, wrong):
            raise Mismatch(message)
    swapped = len(names) == 2 and same(list(result)[::-1], case.expected)
    if swapped and not same(result, case.expected):
        raise Mismatch(f"the order is ({', '.join(names)}): value first")
    for name, found, wanted in zip(names, result, case.expected):
        require_same(found, wanted, case.tolerance, name)


def slope(case, derivative):
    """A derivative of one number is right; a whole number will do."""
    result, _ = observe(derivative, *case.arguments)
    whole = isinstance(result, int) and not isinstance(result, bool)
    compare_with_references(case, float(result) if whole else result)


def require_tuple(result, names):
    """The result is a tuple with one entry for each name."""
    if not isinstance(result, tuple | list) or len(result) != len(names):
        raise Mismatch(
            f"the result should be a tuple ({', '.join(names)}), but it is "
            f"{kind_of(result)}"
        )


def same(found, expected):
    """Whether a value equals another, as a yes or no."""
    try:
        require_same(found, expected, 1e-6)
    except Mismatch:
        return False
    return True


def returned(case, implementation):
    """What the answer returns is right, entry by entry."""
    result, _ = told(observe, implementation, *case.arguments)
    compare_named(case, result)


def ran_once(case, linearize):
    """The function ran once, however many tangents were pushed."""
    run, *arguments = case.arguments
    result, _ = told(observe_source, run, *arguments)
    require_tuple(result, ("runs of f", "pushes"))
    runs, pushes = result
    require_same(pushes, case.expected, case.tolerance, "what was pushed")
    if runs != 1:
        raise Mismatch(
            f"f ran {runs} times, for {len(pushes)} tangents. linearize runs "
            "it once and writes the lines down; f_jvp only reads them"
        )


def aimed(case, aim):
    """The controls that were found hit the target within the runs."""
    run, *arguments = case.arguments
    try:
        result, changed = observe_source(run, *arguments)
    except Exception as error:
        if error_name(error) != "TooManyRuns":
            raise
        raise Mismatch(
            f"simulate ran more than {RUNS} times. One run of linearize "
            "gives the value and the whole derivative: is it called once "
            "in each step, and does nothing else run simulate?"
        ) from None
    controls, target = map(np.asarray, arguments)
    require_same(result, np.zeros(controls.shape), np.inf, "the controls")
    if changed:
        raise Mismatch(
            "aim changes the controls that it is given. += writes into the "
            "caller's array; controls = controls + ... makes a new one"
        )
    simulate = Source(case.options["simulate"]).resolve()
    miss = float(np.max(np.abs(simulate(result) - target)))
    if not miss <= 1e-6:
        advice = "Take another step, from where the last one landed"
        if not miss <= 0.1:
            advice = (
                "Do your misses shrink? Column j of J is what the one-hot j "
                "gives, and J delta = target - y"
            )
        raise Mismatch(
            f"the controls miss the target by {miss:.1e}; allowed is 1e-6. "
            + advice
        )


def aiming(simulator):
    """A program that aims a simulator and counts how often it runs.

    Args:
        simulator: Text of one `def simulator(controls): ...`.

    Returns:
        source: Source of a function from controls: (n,) and target: (m,).
    """
    return Source(
        f"{simulator.strip()}\n\n"
        "def case(controls, target):\n"
        "    class TooManyRuns(Exception):\n"
        "        pass\n"
        "    runs = []\n"
        "    def counted(controls):\n"
        "        runs.append(controls)\n"
        f"        if len(runs) > {RUNS}:\n"
        "            raise TooManyRuns\n"
        "        return simulator(controls)\n"
        "    return aim(counted, controls, target)\n",
        ("aim",),
    )


EXPLAINED = (
    (
        "TypeError",
        "cannot unpack non-iterable NoneType",
        "lines[0] to lines[n - 1] stand for the n inputs and are None: do "
        "the lines after them",
    ),
    (
        "IndexError",
        "tuple index out of range",
        "did the function get one tuple in the place of its arguments? "
        "Write f(*arguments)",
    ),
    (
        "KeyError",
        "<node ",
        "no cotangent has arrived at a node: is it reached before its "
        "users, or is it not used at all (then ask with bars.get)?",
    ),
    (
        "ValueError",
        "a vjp rule of kepler returned shape",
        "defvjp takes the rules in the order of the arguments: the rule for "
        "M first, then that for e",
    ),
)
POINT, STEP = np.array([3.0, 4.0]), np.array([1.0, 2.0])
FOUR = np.array([-1.0, 0.0, 0.5, 2.0])
SLOPES = np.array(
    [0.19609504439167436, 1.0, 1.2484317246552137, 0.18526317177400886]
)
TOY = np.array([1.0, 2.0, -1.0])
TOY_A = np.array([[0.0, 2.0, -1.0], [3.0, 1.5, 2.0]])
PAIR = ("y", "y_dot")
HERON = {
    0: "1e4c7d1055d6",
    1: "393f093fd4a2",
    2: "f1d0aa9872c1",
    3: "ba78c620aacd",
}
RELUS = {
    0: "0ead19455ea9",
    1: "3ad8bff5aefb",
    2: "ee1c7dca4f6f",
    3: "e6dc2b307c35",
}
OTHERS = {
    4: "943ff91fbd74",
    5: "f833fab34c1c",
}

SUM_OF_POWERS = """
def f(x):
    total, term = 0.0, 1.0
    while term > 0.2:
        term = term * x
        total = total + term
    return total
"""
FACTORS = """
def f(x):
    def product(k):
        return 1.0 if k == len(x) else x[k] * product(k + 1)
    return product(0)
"""
BRANCH = """
def f(x):
    if np.sum(x) > 0:
        return np.sin(x)
    return x[::-1] ** 2
"""
PUSHED = """
def case(a, b, a_dot, b_dot):
    from chainrule.engine.table import Rule
    runs = []
    def function(a, b):
        runs.append("run")
        return a ** 2 * b
    rules = [lambda t, y, a, b: 2 * a * b * t, lambda t, y, a, b: a ** 2 * t]
    def missing(*_):
        raise TypeError(
            "an argument that does not move has no rule here; skip a "
            "tangent that is None"
        )
    if a_dot is None:
        rules[0] = missing
    if b_dot is None:
        rules[1] = missing
    rule = Rule("a^2 b", function, jvp=rules)
    pair = push(rule, (a, b), (a_dot, b_dot))
    if not isinstance(pair, tuple) or len(pair) != 2:
        raise TypeError("push should return a tuple (y, y_dot)")
    y, y_dot = pair
    return {result}
"""
ADDED = """
def case(a, b, a_dot, b_dot):
    from chainrule.engine.table import find
    y_dot = push(find(np.add), (a, b), (a_dot, b_dot))[1]
    return y_dot, a_dot
"""
UNRULED = """
def case(a, b):
    from chainrule.engine.primitive import primitive

    @primitive
    def product(a, b):
        return a * b

    product.defjvp(lambda a_dot, y, a, b: a_dot * b)
    try:
        push(product.rule, (a, b), (1.0, 1.0))
    except TypeError:
        return "refused"
    return "pushed"
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
        return np.cumsum(x) * x[0]
    return jacfwd(f)(x), len(runs)
"""
THROW = """
def simulator(velocity):
    place, time = np.array([0.0, 1.0]), 0.0
    while place[1] > 0:
        before = place
        drag = 0.05 * velocity * np.sqrt(np.sum(velocity ** 2))
        velocity = velocity - 0.05 * (np.array([0.5, 9.81]) + drag)
        place = place + 0.05 * velocity
        time = time + 0.05
    part = before[1] / (before[1] - place[1])
    landing = before[0] + part * (place[0] - before[0])
    return np.stack([landing, time - 0.05 * (1 - part)])
"""
CART = """
def simulator(pushes):
    place, speed, k = 0.0, 0.0, 0
    while k < len(pushes):
        speed = speed + 0.5 * (pushes[k] - np.tanh(speed))
        place = place + 0.5 * speed
        k = k + 1
    return np.stack([place, speed])
"""


def pushed(criterion, text, primals, tangents, expected, label, **more):
    """A case of `jvp`: one program, with what must come out."""
    uses = ("jvp",) if "jvp(" in text else ()
    return Case(
        criterion,
        (Source(text.strip(), uses, more.pop("names", {})), primals, tangents),
        expected,
        tolerance=more.pop("tolerance", 1e-11),
        check="ps5.returned",
        label=label,
        options={"names": PAIR},
        **more,
    )


def program(criterion, text, arguments, expected, label, **more):
    """A case in which a program calls the answer, named by `uses`."""
    return Case(
        criterion,
        (Source(text.strip(), more.pop("uses")), *arguments),
        expected,
        tolerance=1e-11,
        check=more.pop("check", "ps5.ran"),
        label=label,
        options={"names": more.pop("names", None)},
        **more,
    )


def aim_at(criterion, simulator, controls, target, label):
    """A case of `aim`."""
    return Case(
        criterion,
        (aiming(simulator), np.array(controls), np.array(target)),
        check="ps5.aimed",
        label=label,
        options={"simulate": simulator.strip()},
    )


def sloped(criterion, text, x, expected, label, mistakes=()):
    """A case of `derivative`, which the text may call, too."""
    uses = ("derivative",) if "derivative" in text else ()
    return Case(
        criterion,
        (Source(text, uses), x),
        expected,
        check="ps5.slope",
        label=label,
        mistakes=mistakes,
    )


EXERCISES = {
    "ps5-heron": Exercise(
        answers=("predicted_heron",),
        points={"prediction": 1},
        cases=(
            Case(
                "prediction",
                check="ps5.guessed",
                options={
                    "name": "heron",
                    "count": 4,
                    "digests": HERON,
                    "advice": {
                        0: ". What is (x + a / x) / 2, with x = a at first?",
                        1: (
                            ". In the first step both x and a move, with "
                            "tangent 1: push it through (x + a / x) / 2"
                        ),
                        2: (
                            ". What do 20 steps come close to? Round to "
                            "three decimals, do not cut"
                        ),
                        3: (
                            ". What is the slope of what 20 steps come "
                            "close to? Round to three decimals, do not cut"
                        ),
                    },
                    "hints": (
                        (
                            "after one step this is the derivative of the "
                            "root. But one step computes something else: "
                            "write it down, with the first guess x = a",
                            (1.5, 0.354, 1.414, 0.354),
                        ),
                        (
                            "the first guess is a itself, so it moves with a",
                            (1.5, 0.25, 1.414, 0.354),
                        ),
                        (
                            "in a / x, both a and x move",
                            (1.5, 0.75, 1.414, 0.354),
                        ),
                        (
                            "after 20 steps, the value is the root of a. Its "
                            "derivative with respect to a is not 1/2 any more",
                            (1.5, 0.5, 1.414, 0.5),
                        ),
                        (
                            "that is the derivative of a root with respect "
                            "to a, without the 2",
                            (1.5, 0.5, 1.414, 0.707),
                        ),
                    ),
                },
            ),
        ),
    ),
    "ps5-push": Exercise(
        answers=("push",),
        points={"value": 0.5, "contributions": 1, "one evaluation": 0.5},
        cases=(
            program(
                "value",
                PUSHED.format(result="y"),
                (np.array([3.0, 4.0]), 2.0, STEP, 5.0),
                np.array([18.0, 32.0]),
                "a^2 b",
                uses=("push",),
                mistakes=(
                    (
                        "this is the tangent. The order is (y, y_dot): "
                        "value first",
                        np.array([57.0, 112.0]),
                    ),
                ),
            ),
            program(
                "contributions",
                PUSHED.format(result="y_dot"),
                (np.array([3.0, 4.0]), 2.0, STEP, 5.0),
                np.array([57.0, 112.0]),
                "a^2 b, both move",
                uses=("push",),
                mistakes=(
                    (
                        "this is the contribution of a alone. Add up one for "
                        "each argument that moves",
                        np.array([12.0, 32.0]),
                    ),
                    (
                        "this is the contribution of b alone. Add up one for "
                        "each argument that moves",
                        np.array([45.0, 80.0]),
                    ),
                    (
                        "each rule got a tangent of ones. It needs the "
                        "tangent of its own argument",
                        np.array([21.0, 32.0]),
                    ),
                ),
            ),
            program(
                "contributions",
                PUSHED.format(result="y_dot"),
                (np.array([3.0, 4.0]), 2.0, STEP, None),
                np.array([12.0, 32.0]),
                "a^2 b, only a moves",
                uses=("push",),
            ),
            program(
                "contributions",
                PUSHED.format(result="y_dot"),
                (np.array([3.0, 4.0]), 2.0, None, 5.0),
                np.array([45.0, 80.0]),
                "a^2 b, only b moves",
                uses=("push",),
                mistakes=(
                    (
                        "the tangent of b went into the rule of a. Tangent "
                        "number i belongs to rule.jvp[i]",
                        np.array([60.0, 80.0]),
                    ),
                ),
            ),
            program(
                "contributions",
                ADDED,
                (POINT, POINT, STEP, 10 * STEP),
                (11 * STEP, STEP),
                "a + b",
                uses=("push",),
                names=("the tangent of a + b", "the tangent of a afterwards"),
                mistakes=(
                    (
                        "+= wrote into a tangent that is not yours: the rule "
                        "of np.add returns it as it is. Write "
                        "y_dot = y_dot + part",
                        (11 * STEP, 11 * STEP),
                    ),
                ),
            ),
            program(
                "contributions",
                PUSHED.format(result="y_dot"),
                (np.array([3.0, 4.0]), 2.0, np.zeros(2), 0.0),
                np.zeros(2),
                "a^2 b, pushed by zeros",
                uses=("push",),
            ),
            program(
                "contributions",
                UNRULED,
                (3.0, 4.0),
                "refused",
                "a product with one rule, both move",
                uses=("push",),
                mistakes=(
                    (
                        "argument 1 moves, and has no rule: its tangent was "
                        "dropped in silence. Ask for rule.jvp[i], which "
                        "complains",
                        "pushed",
                    ),
                ),
            ),
            program(
                "one evaluation",
                PUSHED.format(result="float(len(runs)), y"),
                (np.array([3.0, 4.0]), 2.0, STEP, 5.0),
                (1.0, np.array([18.0, 32.0])),
                "a^2 b",
                uses=("push",),
                names=("the number of evaluations of a^2 b", "the value"),
                mistakes=tuple(
                    (
                        f"rule.function ran {runs} times. Once is enough: "
                        "hand the same y to every rule, and return it",
                        (float(runs), np.array([18.0, 32.0])),
                    )
                    for runs in (2, 3, 4)
                ),
            ),
        ),
    ),
    "ps5-jvp": Exercise(
        answers=("jvp",),
        points={
            "value and tangent": 0.5,
            "control flow": 0.5,
            "trees and constants": 0.5,
            "nested": 0.5,
        },
        cases=(
            pushed(
                "value and tangent",
                "lambda x: np.stack([x[0] * x[1] ** 2, x[0] * x[1]])",
                (POINT,),
                (STEP,),
                (np.array([48.0, 12.0]), np.array([64.0, 10.0])),
                "(x1 x2^2, x1 x2)",
                mistakes=(
                    (
                        "this pushes a tangent of ones in place of the one "
                        "that was given",
                        (np.array([48.0, 12.0]), np.array([40.0, 7.0])),
                    ),
                    (
                        "these are the tangents alone, the value is missing",
                        (np.array([64.0, 10.0]), np.array([64.0, 10.0])),
                    ),
                ),
            ),
            pushed(
                "value and tangent",
                "lambda x: np.exp(np.tanh(x))",
                (FOUR,),
                (np.ones(4),),
                (np.exp(np.tanh(FOUR)), SLOPES),
                "exp(tanh x)",
            ),
            pushed(
                "value and tangent",
                "lambda x, y: x ** 2 * np.sin(y)",
                (1.3, 1.3),
                (1.0, 1.0),
                (1.69 * np.sin(1.3), 2.9573243024602545),
                "two arguments",
                mistakes=(
                    (
                        "only the first argument moved. Every primal gets "
                        "its own tangent",
                        (1.69 * np.sin(1.3), 2.6 * np.sin(1.3)),
                    ),
                    (
                        "only the last argument moved. Every primal gets "
                        "its own tangent",
                        (1.69 * np.sin(1.3), 1.69 * np.cos(1.3)),
                    ),
                ),
            ),
            pushed(
                "control flow",
                SUM_OF_POWERS,
                (0.5,),
                (3.0,),
                (0.875, 3 * (1 + 1 + 0.75)),
                "a while loop",
            ),
            pushed(
                "control flow",
                FACTORS,
                (np.array([2.0, 3.0, 5.0]),),
                (np.array([1.0, 0.0, -1.0]),),
                (30.0, 9.0),
                "a recursion",
            ),
            pushed(
                "control flow",
                BRANCH,
                (np.array([1.0, -3.0]),),
                (np.array([1.0, 1.0]),),
                (np.array([9.0, 1.0]), np.array([-6.0, 2.0])),
                "an if",
            ),
            pushed(
                "trees and constants",
                "lambda x: (x ** 2 + np.sin(x ** 2), A @ np.sin(x ** 2))",
                (TOY,),
                (np.array([1.0, 3.0, 4.0]),),
                (
                    (
                        np.array([1.8414709848, 3.2431975047, 1.8414709848]),
                        np.array([-2.3550759754, 3.0721511811]),
                    ),
                    (
                        np.array([3.0806046117, 4.1562765496, -12.3224184469]),
                        np.array([-11.3650284538, -17.1686082342]),
                    ),
                ),
                "the toy function",
                tolerance=1e-9,
                names={"A": TOY_A},
            ),
            pushed(
                "trees and constants",
                "lambda x: (x, np.array([5.0, 6.0, 7.0]))",
                (STEP,),
                (POINT,),
                (
                    (STEP, np.array([5.0, 6.0, 7.0])),
                    (POINT, np.zeros(3)),
                ),
                "an output that does not move",
            ),
            pushed(
                "trees and constants",
                "lambda p: p['w'] * p['c'][0]",
                ({"w": np.array([2.0, 3.0]), "c": [4.0]},),
                ({"w": np.array([1.0, 0.0]), "c": [0.5]},),
                (np.array([8.0, 12.0]), np.array([5.0, 1.5])),
                "a dictionary of inputs",
            ),
            pushed(
                "trees and constants",
                "lambda p: sum(np.sum(v) for v in p.values())",
                ({"w": np.array([2.0, 3.0]), "c": 4.0},),
                ({"w": np.array([1.0, 0.0]), "c": 0.5},),
                (9.0, 1.5),
                "a dictionary, read entry by entry",
            ),
            pushed(
                "nested",
                "lambda x: x * jvp(lambda y: x + y, (1.0,), (1.0,))[1]",
                (1.0,),
                (1.0,),
                (1.0, 1.0),
                "x d/dy (x + y)",
                mistakes=(
                    (
                        "the answer is 1, and your engine says 2: each call "
                        "of jvp has to begin a level of its own",
                        (1.0, 2.0),
                    ),
                    (
                        "the answer is 1, and your engine says 2: each call "
                        "of jvp has to begin a level of its own",
                        (2.0, 2.0),
                    ),
                ),
            ),
            pushed(
                "nested",
                "lambda x: jvp(np.sin, (x,), (1.0,))[1]",
                (0.7,),
                (2.0,),
                (np.cos(0.7), -2 * np.sin(0.7)),
                "the second derivative of sin",
            ),
        ),
    ),
    "ps5-linearize": Exercise(
        answers=("linearize",),
        points={"value and pushes": 1, "one run": 0.5, "nested": 0.5},
        cases=(
            program(
                "value and pushes",
                """
def case(x, *tangents):
    f = lambda x: np.stack([x[0] * x[1] ** 2, x[0] * x[1]])
    y, f_jvp = linearize(f, x)
    return (y, *[f_jvp(x_dot) for x_dot in tangents])
""",
                (POINT, STEP, np.array([0.0, 1.0]), STEP),
                (
                    np.array([48.0, 12.0]),
                    np.array([64.0, 10.0]),
                    np.array([24.0, 3.0]),
                    np.array([64.0, 10.0]),
                ),
                "(x1 x2^2, x1 x2)",
                uses=("linearize",),
                names=(
                    "y",
                    "what the first tangent gives",
                    "what the second tangent gives",
                    "what the first tangent gives once more",
                ),
            ),
            program(
                "value and pushes",
                """
def case(x, y, x_dot, y_dot):
    f = lambda x, y: (np.sin(x) @ y, x * x, np.ones(2))
    return linearize(f, x, y)[1](x_dot, y_dot)
""",
                (
                    np.array([0.0, np.pi / 2]),
                    np.array([3.0, 5.0]),
                    np.array([1.0, 2.0]),
                    np.array([7.0, -4.0]),
                ),
                (-1.0, np.array([0.0, 2 * np.pi]), np.zeros(2)),
                "two inputs, three outputs",
                uses=("linearize",),
                names=("entry 0", "entry 1", "entry 2, which does not move,"),
            ),
            program(
                "value and pushes",
                """
def case(w, c, w_dot, c_dot):
    f = lambda p: np.stack([p["w"][0], p["c"], p["w"][1] * p["c"]])
    return linearize(f, {"w": w, "c": c})[1]({"w": w_dot, "c": c_dot})
""",
                (np.array([2.0, 3.0]), 5.0, STEP, 7.0),
                np.array([1.0, 7.0, 31.0]),
                "a dictionary of inputs",
                uses=("linearize",),
            ),
            program(
                "one run",
                """
def case(x, tangents):
    runs = []
    def f(x):
        runs.append("run")
        while x > 1:
            x = x / 2
        return x
    y, f_jvp = linearize(f, x)
    pushes = np.array([float(f_jvp(t)) for t in tangents] + [y])
    return len(runs), pushes
""",
                (10.0, (1.0, -3.0, 8.0)),
                np.array([1.0, -3.0, 8.0, 10.0]) / 16,
                "a loop",
                uses=("linearize",),
                check="ps5.ran_once",
            ),
            program(
                "nested",
                """
def case(x):
    def outer(x):
        return x * linearize(lambda y: x * y * y, x)[1](1.0)
    return linearize(outer, x)[1](1.0)
""",
                (2.0,),
                24.0,
                "x d/dy (x y^2) at y = x",
                uses=("linearize",),
            ),
        ),
    ),
    "ps5-jacfwd": Exercise(
        answers=("jacfwd",),
        points={"value": 0.5, "shapes and argnums": 1, "one run": 0.5},
        cases=(
            program(
                "value",
                """
def case(x):
    return jacfwd(lambda x: np.stack([x[0] * x[1] ** 2, x[0] * x[1]]))(x)
""",
                (POINT,),
                np.array([[16.0, 24.0], [4.0, 3.0]]),
                "(x1 x2^2, x1 x2)",
                uses=("jacfwd",),
            ),
            program(
                "value",
                "lambda x: jacfwd(lambda x: np.cumsum(x) ** 2)(x)",
                (np.array([1.0, 2.0, 4.0]),),
                2 * np.array([[1.0, 0, 0], [3, 3, 0], [7, 7, 7]]),
                "three inputs, three outputs",
                uses=("jacfwd",),
            ),
            program(
                "shapes and argnums",
                "lambda X: jacfwd(lambda X: np.sum(X, axis=0))(X)",
                (np.arange(6.0).reshape(2, 3),),
                np.stack([np.eye(3), np.eye(3)], axis=1),
                "a matrix in, a vector out",
                uses=("jacfwd",),
            ),
            program(
                "shapes and argnums",
                "lambda x, y: jacfwd(lambda x, y: x * y, argnums=1)(x, y)",
                (np.array([2.0, 3.0]), 5.0),
                np.array([2.0, 3.0]),
                "the second argument, a number",
                uses=("jacfwd",),
            ),
            program(
                "shapes and argnums",
                "lambda x, y: jacfwd(lambda x, y: x * y, (0, 1))(x, y)",
                (np.array([2.0, 3.0]), 5.0),
                (np.diag([5.0, 5.0]), np.array([2.0, 3.0])),
                "both arguments",
                uses=("jacfwd",),
            ),
            program(
                "shapes and argnums",
                COLUMNS_OF_TREES,
                (np.array([0.0, 2.0]),),
                (
                    np.array([[0.0, 0.0], [np.sin(2.0), 0.0]]),
                    np.array([0.0, 4.0]),
                    np.array([[0.0, 1.0]]),
                ),
                "a dictionary of outputs",
                uses=("jacfwd",),
                names=("block y", "block 0 of z", "block 1 of z"),
            ),
            Case(
                "one run",
                (Source(COLUMNS_OF.strip(), ("jacfwd",)), POINT),
                np.array([[6.0, 0.0], [10.0, 3.0]]),
                check="ps5.counted_runs",
                label="two inputs",
                options={
                    "advice": "linearize runs it once and writes the lines "
                    "down; each column only reads them"
                },
            ),
        ),
    ),
    "ps5-confusion": Exercise(
        answers=("derivative",),
        points={"one derivative": 0.5, "nested": 1.5},
        cases=(
            sloped(
                "one derivative",
                "lambda x: x * x * x + 2 * x",
                2.0,
                14.0,
                "x^3 + 2 x",
            ),
            sloped(
                "one derivative",
                "lambda x: 7.0",
                2.0,
                0.0,
                "a constant",
            ),
            sloped(
                "nested",
                "lambda x: x * derivative(lambda y: x + y, 1.0)",
                1.0,
                1.0,
                "x d/dy (x + y)",
                (
                    (
                        "2: the two derivatives still share a level. Each "
                        "call of derivative takes a new one; or parts gives "
                        "a tangent to a level that is not its own",
                        2.0,
                    ),
                ),
            ),
            sloped(
                "nested",
                "lambda x: x * derivative(lambda y: x, 1.0)",
                2.0,
                0.0,
                "x d/dy (x)",
                (
                    (
                        "the inner function returned x, a number of the "
                        "outer level; seen from the inner one it does not "
                        "move. Ask parts",
                        1.0,
                    ),
                ),
            ),
            sloped(
                "nested",
                "lambda x: x.parts(x.level)[0] * x.parts(x.level + 1)[0]",
                3.0,
                3.0,
                "3 x, by parts",
                (
                    (
                        "seen from another level a number stays whole, with "
                        "its tangent inside: parts returns self",
                        0.0,
                    ),
                    (
                        "at its own level, the value of a number is its "
                        "primal alone",
                        6.0,
                    ),
                ),
            ),
            sloped(
                "nested",
                "lambda x: derivative(lambda y: x * x * y, x)",
                3.0,
                6.0,
                "d/dy (x^2 y) at y = x",
                (
                    (
                        "the tangent of the outer derivative is lost inside "
                        "the inner one. Seen from another level a number "
                        "stays whole",
                        0.0,
                    ),
                    (
                        "for the inner derivative, x is a constant. Which "
                        "level does its tangent belong to?",
                        27.0,
                    ),
                ),
            ),
        ),
    ),
    "ps5-programs": Exercise(
        answers=("predicted_slopes",),
        points={"relu at 0": 1, "identity and root": 1},
        cases=(
            Case(
                "relu at 0",
                check="ps5.guessed",
                options={
                    "name": "programs",
                    "count": 6,
                    "write": ". Write nan as np.nan",
                    "digests": RELUS,
                    "advice": {
                        0: ". In 1 the two are equal: read the first rule",
                        1: ". In 2, which of the two does np.where pick at 0?",
                        2: ". In 3, which branch runs at 0?",
                        3: (
                            ". In 4, take the tangent of x * x at 0, and "
                            "what the root multiplies it by"
                        ),
                    },
                },
            ),
            Case(
                "identity and root",
                check="ps5.guessed",
                options={
                    "name": "programs",
                    "count": 6,
                    "write": ". Write nan as np.nan",
                    "digests": OTHERS,
                    "advice": {
                        4: ". In 5, which branch runs, and what is computed?",
                        5: (
                            ". In 6, what is the tangent after np.where, and "
                            "what does the root multiply it by?"
                        ),
                    },
                },
            ),
        ),
    ),
    "ps5-target": Exercise(
        answers=("aim",),
        points={"a throw": 1, "many controls": 1},
        cases=(
            aim_at(
                "a throw",
                THROW,
                [6.0, 6.0],
                [9.0, 2.0],
                "two controls, two targets",
            ),
            aim_at(
                "many controls",
                CART,
                [0.5] * 8,
                [3.0, 0.0],
                "eight controls, two targets",
            ),
        ),
    ),
}


# --- reverse ---

TOO_OFTEN = (
    "the walk looks at parents far more often than there are parents. Visit "
    "each node once, not once for each path that leads there; and count the "
    "users once: do not search the list again for each node"
)
DEEP = (
    "Python stops at about 1000 calls inside each other, and a loop of a few "
    "thousand steps makes a longer chain. Keep a list of your own"
)


def ordered(case, order):
    """Every node that the ends rest on stands once, before its parents."""
    run, parents, ends = case.arguments
    try:
        found, _ = observe_source(run, parents, ends)
    except Exception as error:
        why = {"RecursionError": DEEP, "TooManyLooks": TOO_OFTEN}
        if error_name(error) not in why:
            raise
        raise Mismatch(why[error_name(error)]) from None
    require_nodes(found, reached(parents, ends))
    place = {node: k for k, node in enumerate(found)}
    for node in found:
        late = [k for k in parents[node] if place[k] < place[node]]
        if not late:
            continue
        text = "a node stands before one that uses it"
        if all(place[k] < place[n] for n in found for k in parents[n]):
            text = "this is the order of the run. Turn the list around"
        raise Mismatch(
            f"{text}: when its turn comes it has not got all of its cotangent",
            f"node {late[0]} stands before node {node}: {brief(found)}",
        )


def require_nodes(found, wanted):
    """The list holds the wanted nodes, each once, and nothing else."""
    if not isinstance(found, list) or -1 in found:
        raise Mismatch("the list should hold nodes of the tape, nothing else")
    if len(set(found)) < len(found):
        raise Mismatch(
            "a node is listed more than once. A node with two users is "
            "reached twice, but its turn comes once",
            brief(found),
        )
    missing, more = wanted - set(found), set(found) - wanted
    if missing:
        raise Mismatch(
            f"{len(missing)} of {len(wanted)} nodes are missing",
            f"for example node {min(missing)} in {brief(found)}",
        )
    if more:
        raise Mismatch(
            "the list holds nodes that the given ones do not rest on",
            f"for example node {min(more)}",
        )


def brief(found):
    """A list of numbers, if it is short enough to be read."""
    return f"{found}" if len(found) < 30 else f"{len(found)} nodes"


def reached(parents, ends):
    """Numbers of the nodes from which a path leads to an end."""
    found, new = set(ends), list(ends)
    while new:
        more = {k for node in new for k in parents[node]} - found
        found, new = found | more, list(more)
    return found


@refinement
def once_each(case, backward):
    """Every rule of the graph is called once."""
    run, *arguments = case.arguments
    (_, calls), _ = observe_source(run, *arguments)
    if len(calls) > 10 * len(case.expected):
        raise Mismatch(
            f"{len(calls)} rules are called in one sweep, expected "
            f"{len(case.expected)}. Call a node's vjp once, with the sum of "
            "all that has arrived"
        )
    most = max((calls.count(name) for name in calls), default=0)
    if most > 1:
        raise Mismatch(
            f"a node's vjp is called {most} times in one sweep. Call it "
            "once, with the sum of all that has arrived"
        )
    if sorted(calls) != sorted(case.expected):
        raise Mismatch(
            f"{len(calls)} rules are called, expected {len(case.expected)}: "
            "one for each parent of a node that the outputs rest on"
        )


@refinement
def clean(case, backward):
    """The caller's cotangents stay, and a second sweep gives the same."""
    run, *arguments = case.arguments
    (first, second), changed = observe_source(run, *arguments)
    if changed:
        raise Mismatch(
            "the sweep changes a cotangent that it was given. bar += more "
            "writes into an array that others hold; bar + more is a new one"
        )
    if not same(second, first):
        raise Mismatch(
            "a second sweep over the same tape gives something else. What "
            "did the first one leave behind?"
        )


def value_and_pullback(vjp, function, primals):
    """Call vjp; return the value and the pullback."""
    result, _ = observe(vjp, function, *primals)
    require_tuple(result, ("y", "pullback"))
    if not callable(result[1]):
        raise Mismatch(
            "the second entry should be the pullback, a function, but it is "
            f"{kind_of(result[1])}"
        )
    return result


def vjp_value(case, vjp):
    """The value of f is right."""
    function, *primals = case.arguments
    y, _ = value_and_pullback(vjp, function, primals)
    compare_with_references(case, y, "y")


def vjp_cotangents(case, vjp):
    """The pullback returns one right cotangent for every primal."""
    function, *primals, y_bar = case.arguments
    _, pullback = value_and_pullback(vjp, function, primals)
    result, _ = told(observe, pullback, y_bar)
    if len(primals) == 1 and isinstance(result, np.ndarray | np.generic):
        raise Mismatch(
            "the pullback should return a tuple, as JAX's does, also for one "
            f"primal: (x_bar,). It returned {kind_of(result)}"
        )
    require_tuple(result, [f"cotangent {k + 1}" for k in range(len(primals))])
    compare_with_references(case, result, "what the pullback returns")


@refinement
def vjp_steady(case, vjp):
    """A pullback remembers its own run, however often it is called."""
    function, *primals, y_bar = case.arguments
    _, pullback = value_and_pullback(vjp, function, primals)
    first, changed = observe(pullback, y_bar)
    if changed:
        raise Mismatch("the pullback changes the cotangent it is given")
    others = [2 * x + 0.25 for x in primals]
    _, other = value_and_pullback(vjp, function, others)
    observe(other, y_bar)
    if not same(observe(pullback, y_bar)[0], first):
        raise Mismatch(
            "a pullback called again returns something else. Each call of "
            "vjp has a tape of its own, and each sweep starts from nothing"
        )


def gradient(case, implementation):
    """What the returned function gives at the point is right."""
    function, *xs = case.arguments
    more = [case.options[k] for k in ("argnums",) if k in case.options]
    derivative = derivative_of(implementation, function, *more)
    result, _ = observe(derivative, *xs)
    compare_named(case, result)


def derivative_of(implementation, *arguments):
    """Call grad, value_and_grad or their like; return the function."""
    derivative, _ = observe(implementation, *arguments)
    if not callable(derivative):
        raise Mismatch(
            "the result should be a function of the point, but it is "
            f"{kind_of(derivative)}"
        )
    return derivative


def refuses(case, implementation):
    """Outputs that have no gradient end in a TypeError that says so."""
    function, *xs = case.arguments
    derivative = derivative_of(implementation, function)
    try:
        result, _ = observe(derivative, *xs)
    except Exception as error:
        if error_name(error) == "TypeError":
            return
        if error_name(error) == "NotImplementedError":
            raise
        raise Mismatch(
            f"the {error_name(error)} that comes does not say what is wrong: "
            "f returns no number. require_number(y) raises the right error"
        ) from None
    raise Mismatch(
        "only a function whose value is a number has a gradient. This one "
        f"returns an array, and you returned {kind_of(result)}. "
        "require_number raises the right error"
    )


@refinement
def counted_runs(case, implementation):
    """However many sweeps are made, f runs once; and no sweep too many."""
    run, *arguments = case.arguments
    (result, *counts), _ = told(observe_source, run, *arguments)
    compare_with_references(case, result)
    if counts[0] != 1:
        advice = "One tape serves all sweeps: call f once, and only the "
        raise Mismatch(
            f"f ran {counts[0]} times. "
            + case.options.get("advice", advice + "pullback again")
        )
    wanted = case.options.get("sweeps")
    if wanted and counts[1] != wanted:
        raise Mismatch(
            f"{counts[1]} sweeps were made, for {wanted} outputs. One sweep "
            "gives one row, whatever the number of inputs"
        )


SWEEPS = {0: "7085f5a1e5f8", 1: "fac28b93293c"}
GRADIENTS = {
    0: "25af14f3f2e1",
    1: "753804ad79fe",
    2: "0d137a35df99",
    3: "0e46e7c82286",
    4: "f3c98f19c410",
    5: "2f955e6ebc8e",
    6: "241ca49d2124",
    7: "4c04e78ad135",
    8: "bd54632e1324",
}
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
    if found is None:
        raise TypeError("order returned None: is there a return?")
    found, looks[0] = list(found), 0
    if found != list(order([nodes[k] for k in ends])):
        raise TypeError("a second call of order returns something else")
    return [place.get(id(node), -1) for node in found]
"""
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
    u = node("u", [x], A)
    v = node("v", [u, x, u], B, None, C)
    y = node("y", [v, w, v], None, None, B)
    z = node("z", [u, y], None, A)
    bars = backward([y, z, y], [y_bar, z_bar, z_bar])
    if not hasattr(bars, "keys"):
        kind = type(bars).__name__
        text = "backward should return a dictionary from nodes to cotangents"
        raise TypeError(text + ", but it returned: " + kind)
    RETURN
"""
LEAVES = "return bars[x], bars[w]"
CALLS = "return (bars[x], bars[w]), calls"
AGAIN = """first = np.copy(bars[x]), np.copy(bars[w])
    again = backward([y, z, y], [y_bar, z_bar, z_bar])
    return first, (again[x], again[w])"""
TURN_LEFT = np.array([[0.0, -1.0], [1.0, 0.0]])
SHEAR = np.array([[1.0, 2.0], [0.0, 1.0]])
STRETCH = np.array([[3.0, 0.0], [1.0, -1.0]])
GRAPH = (
    TURN_LEFT,
    SHEAR,
    STRETCH,
    np.array([1.0, -2.0]),
    np.array([0.5, 3.0]),
)
RULES = ("u0", "v0", "v1", "v2", "y0", "y1", "y2", "z0", "z1")
TOY_TEXT = """
def f(x, A):
    y = x ** 2
    z = np.sin(y)
    return y + z, A @ z
"""
TOY_BARS = np.array([1.0, 0.1, 3.0]), np.array([0.4, -0.3])
TOY_BACK = np.array([2.1080604612, -0.7765585176, -8.1612092235])
IN_TREES = """
def case(x, w, c, y_bar, z_bar):
    f = lambda x, p: (x[1] * p["w"], [x])
    _, pullback = vjp(f, x, {"w": w, "c": c})
    x_bar, p_bar = pullback((y_bar, [z_bar]))
    return x_bar, p_bar["w"], p_bar["c"]
"""
SWEPT = """
def case(x, y_bar):
    runs = []
    def f(x):
        runs.append("run")
        return np.cumsum(x) * x
    y, pullback = vjp(f, x)
    bars = [pullback(y_bar)[0] for _ in range(3)]
    return bars[-1], len(runs)
"""
ROWS_OF = """
def case(x):
    from chainrule.reverse import primitive
    runs, sweeps = [], []

    @primitive
    def cube(x):
        return x ** 3

    def rule(y_bar, y, x):
        sweeps.append("sweep")
        return 3 * x ** 2 * y_bar

    cube.defvjp(rule)

    def f(x):
        runs.append("run")
        return np.sum(cube(x)) * x[:2]

    return jacrev(f)(x), len(runs), len(sweeps)
"""
MOONS, MOONS_BAR = np.array([0.5, 2.0, 4.0]), np.array([1.0, -2.0, 3.0])
SOLVED = """
def case(M, e, E_bar):
    E = M + e * np.sin(M)
    for _ in range(40):
        E = E - (E - e * np.sin(E) - M) / (1 - e * np.cos(E))
    return RULE(E_bar, E, M, e)
"""
PULLED = """
def case(M, e, E_bar):
    from chainrule.reverse import vjp
    return vjp(kepler, M, e)[1](E_bar)
"""
CURVED = """
def case(M, e):
    from chainrule.reverse import grad
    bend = grad(grad(kepler))
    return bend(M, e), grad(grad(kepler, argnums=1))(M, e)
"""
PASSED = """
def case(x, y_bar):
    from chainrule.reverse import vjp
    y, pullback = vjp(PROGRAM, x)
    return y, pullback(y_bar)[0]
"""
DEEP_GRADIENT = """
def case(X, Z_bar, *parameters):
    from chainrule.reverse import vjp
    Z, pullback = vjp(lambda *p: residual(p, X), *parameters)
    return pullback(Z_bar)
"""
LAYERS = (
    np.array([[1.0, -0.5], [0.5, 1.0]]),
    np.array([0.1, -0.2]),
    np.array([[0.5, 1.0], [-1.0, 0.25]]),
    np.array([0.3, 0.0]),
    np.array([[1.0, 2.0, 0.0], [-1.0, 1.0, 1.0]]),
    np.array([0.0, 0.5, -0.5]),
)
EXAMPLES = np.array([[1.0, 0.5], [-0.5, 1.0], [0.2, -0.4]])
EXAMPLES_BAR = np.array([[1.0, 0.0, -1.0], [0.5, 2.0, 0.0], [-1.0, 1.0, 1.0]])


def walk(criterion, parents, ends, label):
    """A case of `order`: a tape, given by the parents of each node."""
    return Case(
        criterion,
        (Source(WALK.strip(), ("order",)), parents, ends),
        check="ps5.ordered",
        label=label,
    )


def play(criterion, returned, check, expected, **more):
    """A case of `backward`, on a small tape made by hand."""
    return Case(
        criterion,
        (Source(PLAY.replace("RETURN", returned), ("backward",)), *GRAPH),
        expected,
        tolerance=1e-12,
        check=check,
        options={"names": ("the cotangent of x", "the cotangent of w")},
        **more,
    )


def backs(criterion, text, arguments, expected, label, **more):
    """A case of `vjp`: one program, pulled back; the last is y_bar."""
    return Case(
        criterion,
        (Source(text.strip()), *arguments),
        expected,
        tolerance=more.pop("tolerance", 1e-11),
        check=more.pop("check", "ps5.vjp_cotangents"),
        label=label,
        **more,
    )


def slope_of(criterion, text, xs, expected, label, **more):
    """A case of `grad`, or of `value_and_grad` with two names."""
    answer = "value_and_grad" if "names" in more else "grad"
    options = {"answers": (answer,)}
    for name in ("argnums", "names"):
        if name in more:
            options[name] = more.pop(name)
    return Case(
        criterion,
        (Source(text.strip(), ("grad",) if "grad(" in text else ()), *xs),
        expected,
        tolerance=1e-11,
        check=more.pop("check", "ps5.gradient"),
        label=label,
        options=options,
        **more,
    )


def orbit(criterion, text, answer, arguments, expected, label, *mistakes):
    """A case of ps5-primitive: a program that calls a rule, or kepler."""
    text = text.replace("RULE", answer).strip()
    names = ("M", "e") if isinstance(expected, tuple) else None
    return Case(
        criterion,
        (Source(text, (answer,)), *arguments),
        expected,
        tolerance=1e-12 if answer != "kepler" else 1e-9,
        check="ps5.ran",
        label=label,
        mistakes=mistakes,
        options={"answers": (answer,), "names": names},
    )


def passed(criterion, what, x, y_bar, expected, label, *mistakes):
    """A case of ps5-passing: a value, and what comes back."""
    text = PASSED.replace("PROGRAM", what).strip()
    used = tuple(n for n in ("stop", "turn", "rounded") if n in what)
    return Case(
        criterion,
        (Source(text, used), x, y_bar),
        expected,
        tolerance=1e-11,
        check="ps5.ran",
        label=label,
        mistakes=mistakes,
        options={"names": ("the value", "the cotangent"), "answers": used},
    )


LADDER = ((), *((k, k) for k in range(60)))
DEEP_CHAIN = ((), *((k,) for k in range(4999)))
DIAMOND = ((), (0,), (1, 0), (1,), (3, 2), (0,))
LATTICE = ((), (), *((k, k + 1) for k in range(40)))
THREE = np.array([1.4, -0.6, 2.5])
THREE_BAR = np.array([2.25, -1.5, 0.75])

REVERSE = {
    "ps5-predict-sweeps": Exercise(
        answers=("predicted_sweeps",),
        points={"prediction": 1},
        cases=(
            Case(
                "prediction",
                check="ps5.guessed",
                options={
                    "name": "sweeps",
                    "count": 2,
                    "digests": SWEEPS,
                    "hints": (
                        (
                            "33 is the true slope. A hands on too early, and "
                            "B twice: follow them node by node",
                            (33.0, 33.0),
                        ),
                        (
                            "these are the slopes of B and A, in this order",
                            (39.0, 15.0),
                        ),
                    ),
                    "advice": {
                        0: (
                            ". A: what does y hold when A first gets there, "
                            "and what does the product still hand to x?"
                        ),
                        1: (
                            ". B: y hands on twice. What does it hold the "
                            "second time?"
                        ),
                    },
                },
            ),
        ),
    ),
    "ps5-order": Exercise(
        answers=("order",),
        points={"each before its parents": 2, "large tapes": 1},
        cases=(
            walk(
                "each before its parents",
                ((), (0,), (0, 1)),
                (2,),
                "c of a and b, b of a",
            ),
            walk(
                "each before its parents",
                DIAMOND,
                (4,),
                "six nodes, one of them not needed",
            ),
            walk(
                "each before its parents",
                ((), (0, 0), (1, 0), (2, 1)),
                (3,),
                "x * x uses one parent twice",
            ),
            walk(
                "each before its parents",
                DIAMOND,
                (1, 4, 4),
                "two outputs, one of them listed twice",
            ),
            walk(
                "each before its parents",
                DIAMOND,
                (0,),
                "an output that is an input",
            ),
            walk("large tapes", LADDER, (60,), "2^60 paths"),
            walk("large tapes", DEEP_CHAIN, (4999,), "a chain of 5000 nodes"),
            walk("large tapes", LATTICE, (41,), "forty nodes, two users each"),
        ),
    ),
    "ps5-backward": Exercise(
        answers=("backward",),
        points={"sums": 2, "each rule once": 0.5, "nothing spoiled": 0.5},
        cases=(
            play(
                "sums",
                LEAVES,
                "ps5.ran",
                (np.array([30.0, -36.5]), np.array([4.5, 0.5])),
                label="two outputs, one listed twice",
                mistakes=(
                    (
                        "only the last contribution to each node is kept. "
                        "A node with several users adds up what they send",
                        (np.array([-5.5, -14.5]), np.array([3.0, -0.5])),
                    ),
                    (
                        "an output that is listed twice brings two "
                        "cotangents: add them. A dictionary made from pairs "
                        "keeps the last",
                        (np.array([24.0, -28.5]), np.array([3.5, 2.5])),
                    ),
                    (
                        "an output that is listed twice brings two "
                        "cotangents: add them. Only the first is kept",
                        (np.array([27.0, -32.5]), np.array([4.0, -2.5])),
                    ),
                    (
                        "the sweep starts with ones. It should start with "
                        "the cotangents that it is given",
                        (np.array([19.0, -25.0]), np.array([3.0, 1.0])),
                    ),
                    (
                        "an output may be used by another output: then it "
                        "has its own cotangent and collects more",
                        (np.array([21.0, -24.5]), np.array([3.0, -0.5])),
                    ),
                ),
            ),
            Case(
                "sums",
                (
                    Source(
                        "def case(y_bar):\n"
                        "    from chainrule.reverse import record\n"
                        "    f = lambda x: x + x\n"
                        "    _, outputs, inputs = record(f, (y_bar,))\n"
                        "    return backward(outputs, [y_bar])[inputs[0]]",
                        ("backward",),
                    ),
                    STEP,
                ),
                2 * STEP,
                check="ps5.ran",
                label="x + x",
                mistakes=(
                    (
                        "x + x has slope 2: both of its parents are x, and "
                        "both contributions count",
                        STEP,
                    ),
                ),
            ),
            play("each rule once", CALLS, "ps5.once_each", RULES),
            play("nothing spoiled", AGAIN, "ps5.clean", None),
        ),
    ),
    "ps5-vjp": Exercise(
        answers=("vjp",),
        points={
            "value": 0.5,
            "cotangents": 0.5,
            "trees and unused inputs": 0.5,
            "one run, kept": 0.5,
        },
        cases=(
            backs(
                "value",
                "lambda x: x ** 2 * np.sin(x)",
                (1.3,),
                1.69 * np.sin(1.3),
                "x^2 sin x",
                check="ps5.vjp_value",
            ),
            backs(
                "value",
                TOY_TEXT,
                (TOY, TOY_A),
                (
                    np.array([1.8414709848, 3.2431975047, 1.8414709848]),
                    np.array([-2.3550759754, 3.0721511811]),
                ),
                "the toy function",
                tolerance=1e-9,
                check="ps5.vjp_value",
            ),
            backs(
                "cotangents",
                "lambda x: x ** 2 * np.sin(x)",
                (1.3, 2.0),
                (2 * 2.9573243024602545,),
                "x^2 sin x, y_bar = 2",
                mistakes=(
                    (
                        "this is the derivative. Where is y_bar?",
                        (2.9573243024602545,),
                    ),
                ),
            ),
            backs(
                "cotangents",
                "lambda x: np.exp(np.tanh(x))",
                (FOUR, np.array([1.0, -2.0, 3.0, 0.5])),
                (SLOPES * np.array([1.0, -2.0, 3.0, 0.5]),),
                "exp(tanh x)",
                mistakes=(
                    (
                        "this is right for a cotangent of ones alone. Start "
                        "the sweep with the y_bar that comes in",
                        (SLOPES,),
                    ),
                ),
            ),
            backs(
                "cotangents",
                "lambda x: np.sum(x ** 2)",
                (POINT, 0.5),
                (POINT,),
                "a sum of squares, y_bar = 0.5",
            ),
            backs(
                "cotangents",
                "lambda x, y: x * y + x",
                (np.array([1.0, 2.0]), 3.0, np.array([1.0, 10.0])),
                (np.array([4.0, 40.0]), 21.0),
                "two primals, one of them a number",
            ),
            backs(
                "trees and unused inputs",
                TOY_TEXT,
                (TOY, TOY_A, TOY_BARS),
                (TOY_BACK, np.outer([0.4, -0.3], np.sin([1.0, 4.0, 1.0]))),
                "the toy function",
                tolerance=1e-9,
            ),
            Case(
                "trees and unused inputs",
                (
                    Source(IN_TREES.strip(), ("vjp",)),
                    POINT,
                    np.array([1.0, 2.0, 3.0]),
                    5.0,
                    np.array([1.0, 0.0, 2.0]),
                    STEP,
                ),
                (np.array([1.0, 9.0]), np.array([4.0, 0.0, 8.0]), 0.0),
                check="ps5.ran",
                label="a dictionary with an entry that f never uses",
                options={"names": ("x_bar", "w_bar", "c_bar")},
            ),
            backs(
                "trees and unused inputs",
                "lambda x, y: 3 * x",
                (POINT, np.ones((2, 2)), STEP),
                (3 * STEP, np.zeros((2, 2))),
                "an input that f never uses",
            ),
            backs(
                "one run, kept",
                "lambda x, y: (x + y) * x + x",
                (POINT, np.array([1.0, -1.0]), STEP),
                None,
                "called twice",
                check="ps5.vjp_steady",
            ),
            Case(
                "one run, kept",
                (Source(SWEPT.strip(), ("vjp",)), POINT, STEP),
                np.array([14.0, 22.0]),
                check="ps5.counted_runs",
                label="three sweeps",
            ),
        ),
    ),
    "ps5-grad": Exercise(
        answers=("grad", "value_and_grad"),
        points={
            "gradient": 0.5,
            "argnums": 0.5,
            "value and gradient": 0.5,
            "numbers only": 0.5,
        },
        cases=(
            slope_of(
                "gradient",
                "lambda x: x ** 2 * np.sin(x)",
                (1.3,),
                2.9573243024602545,
                "x^2 sin x",
            ),
            slope_of(
                "gradient",
                "lambda x: np.sum(x ** 2 * np.array([1.0, 10.0]))",
                (POINT,),
                np.array([6.0, 80.0]),
                "two inputs",
            ),
            slope_of(
                "gradient",
                "lambda x: grad(grad(lambda y: y ** 2 * x))(x) * x",
                (3.0,),
                12.0,
                "a gradient inside a gradient",
            ),
            Case(
                "gradient",
                (
                    Source(
                        "lambda x: "
                        "grad(lambda x, power=2: x ** power)(x, power=3)",
                        ("grad",),
                    ),
                    2.0,
                ),
                12.0,
                check="ps5.ran",
                label="a keyword",
                options={"answers": ("grad",)},
                mistakes=(("the keyword of f has got lost on the way", 4.0),),
            ),
            slope_of(
                "argnums",
                "lambda x, y, name: x ** 2 * y if name == 'xy' else 0.0 * x",
                (3.0, 5.0, "xy"),
                9.0,
                "the second of three, and the last is a string",
                argnums=1,
                mistakes=(
                    ("this is the gradient of the first argument", 30.0),
                ),
            ),
            slope_of(
                "argnums",
                "lambda x, y: np.sum(x) * y",
                (POINT, 5.0),
                (7.0, np.array([5.0, 5.0])),
                "argnums = (1, 0)",
                argnums=(1, 0),
            ),
            slope_of(
                "value and gradient",
                "lambda x: np.sum(x ** 3)",
                (STEP,),
                (9.0, np.array([3.0, 12.0])),
                "x^3",
                names=("the value", "the gradient"),
                mistakes=(
                    (
                        "the value comes first, then the gradient",
                        (np.array([3.0, 12.0]), 9.0),
                    ),
                ),
            ),
            slope_of(
                "value and gradient",
                "lambda x, y: x * y",
                (3.0, 5.0),
                (15.0, (5.0, 3.0)),
                "argnums = (0, 1)",
                argnums=(0, 1),
                names=("the value", "the gradient"),
            ),
            slope_of(
                "value and gradient",
                "lambda x, y: x * y",
                (3.0, 5.0),
                (15.0, (3.0,)),
                "argnums = (1,)",
                argnums=(1,),
                names=("the value", "the gradient"),
                mistakes=(
                    (
                        "argnums is a tuple of one number, so the gradient "
                        "is a tuple of one, too",
                        (15.0, 3.0),
                    ),
                ),
            ),
            slope_of(
                "numbers only",
                "lambda x: 2 * x",
                (POINT,),
                None,
                "f returns two numbers",
                check="ps5.refuses",
            ),
            slope_of(
                "numbers only",
                "lambda x: 2 * x",
                (np.array([3.0]),),
                None,
                "f returns an array with one entry",
                check="ps5.refuses",
            ),
        ),
    ),
    "ps5-jacrev": Exercise(
        answers=("jacrev",),
        points={"value": 0.5, "shapes and argnums": 1, "one run": 0.5},
        cases=(
            program(
                "value",
                """
def case(x):
    return jacrev(lambda x: np.stack([x[0] * x[1] ** 2, x[0] * x[1]]))(x)
""",
                (POINT,),
                np.array([[16.0, 24.0], [4.0, 3.0]]),
                "(x1 x2^2, x1 x2)",
                uses=("jacrev",),
                mistakes=(
                    (
                        "this is the transpose: each one-hot cotangent "
                        "gives a row",
                        np.array([[16.0, 4.0], [24.0, 3.0]]),
                    ),
                ),
            ),
            program(
                "value",
                "lambda x: jacrev(lambda x: np.cumsum(x) ** 2)(x)",
                (np.array([1.0, 2.0, 4.0]),),
                2 * np.array([[1.0, 0, 0], [3, 3, 0], [7, 7, 7]]),
                "three inputs, three outputs",
                uses=("jacrev",),
            ),
            program(
                "value",
                "lambda x: jacrev(jacrev(lambda x: np.sum(x ** 3)))(x)",
                (STEP,),
                np.diag([6.0, 12.0]),
                "a Jacobian of a Jacobian",
                uses=("jacrev",),
            ),
            program(
                "shapes and argnums",
                "lambda X: jacrev(lambda X: np.sum(X, axis=0))(X)",
                (np.arange(6.0).reshape(2, 3),),
                np.stack([np.eye(3), np.eye(3)], axis=1),
                "a matrix in, a vector out",
                uses=("jacrev",),
            ),
            program(
                "shapes and argnums",
                "lambda x: jacrev(lambda x: np.outer(x, x))(x)",
                (STEP,),
                np.array([[[2.0, 0], [2, 1]], [[2, 1], [0, 4]]]),
                "a vector in, a matrix out",
                uses=("jacrev",),
            ),
            program(
                "shapes and argnums",
                "lambda x: jacrev(lambda x: np.sum(x ** 2))(x)",
                (STEP,),
                np.array([2.0, 4.0]),
                "a vector in, a number out",
                uses=("jacrev",),
            ),
            program(
                "shapes and argnums",
                "lambda x, y: jacrev(lambda x, y: x * y, argnums=1)(x, y)",
                (np.array([2.0, 3.0]), 5.0),
                np.array([2.0, 3.0]),
                "the second argument, a number",
                uses=("jacrev",),
            ),
            program(
                "shapes and argnums",
                "lambda x, y: jacrev(lambda x, y: x * y, (0, 1))(x, y)",
                (np.array([2.0, 3.0]), 5.0),
                (np.diag([5.0, 5.0]), np.array([2.0, 3.0])),
                "both arguments",
                uses=("jacrev",),
                names=("block 0", "block 1"),
            ),
            Case(
                "one run",
                (
                    Source(ROWS_OF.strip(), ("jacrev",)),
                    np.array([1.0, 2.0, -1.0]),
                ),
                np.array([[11.0, 12.0, 3.0], [6.0, 32.0, 6.0]]),
                check="ps5.counted_runs",
                label="three inputs, two outputs",
                options={"sweeps": 2},
            ),
        ),
    ),
    "ps5-predict-rules": Exercise(
        answers=("predicted_gradients",),
        points={"prediction": 1},
        cases=(
            Case(
                "prediction",
                check="ps5.guessed",
                options={
                    "name": "gradients",
                    "count": 9,
                    "digests": GRADIENTS,
                    "advice": {
                        0: ". In 1, how often is x[0] read?",
                        1: ". In 1, how often is x[1] read?",
                        2: ". In 1, how often is x[2] read?",
                        3: ". In 2, how many rows read b?",
                        6: ". In 3, two entries are largest, and equal",
                        7: ". In 3, does the middle one matter?",
                        8: ". In 3, two entries are largest, and equal",
                    },
                },
            ),
        ),
    ),
    "ps5-primitive": Exercise(
        answers=("pull_M", "pull_e", "kepler"),
        points={"rule for M": 1, "rule for e": 1, "registered": 1},
        cases=(
            orbit(
                "rule for M",
                SOLVED,
                "pull_M",
                (MOONS, 0.6, MOONS_BAR),
                np.array(
                    [1.4717465377811887, -1.385122674655347, 1.983351432807289]
                ),
                "three comets, e = 0.6",
                (
                    "E_bar comes back as it is: that is what the loop says",
                    MOONS_BAR,
                ),
                (
                    "E_bar is missing: a rule pulls, it is no slope",
                    np.array([1.4717465377812, 0.6925613373277, 0.66111714]),
                ),
                (
                    "multiply by dE/dM, which is 1 / (1 - e cos E), not by "
                    "its inverse",
                    np.array([0.6794648224603, -2.8878308565668, 4.53777372]),
                ),
                (
                    "the cosine is taken at M. The slope belongs to the "
                    "place E, which the rule is handed as well",
                    np.array(
                        [2.1121533897063, -1.6003993291718, 2.1548842096123]
                    ),
                ),
                (
                    "the sign in front of e cos E: differentiate "
                    "E - e sin E = M once more",
                    np.array(
                        [0.7572687324113, -3.5965752364358, 6.1549980970766]
                    ),
                ),
            ),
            orbit(
                "rule for M",
                SOLVED,
                "pull_M",
                (1.2, 0.25, 2.0),
                2.0631146246041823,
                "one comet, e = 0.25",
            ),
            orbit(
                "rule for e",
                SOLVED,
                "pull_e",
                (MOONS, 0.6, MOONS_BAR),
                -0.7185742577306443,
                "three comets, e = 0.6",
                (
                    "e is one number that all comets share: add up what "
                    "they send back",
                    np.array(
                        [1.2441293674036, -0.9318577790882, -1.0308458460456]
                    ),
                ),
                (
                    "this is a mean. Every comet uses e: their cotangents "
                    "add up",
                    -0.2395247525768813,
                ),
                (
                    "E_bar is missing: a rule pulls, it is no slope",
                    1.3664429749323452,
                ),
                (
                    "E_bar is missing, and the comets' shares are not added "
                    "up: a rule pulls, it is no slope",
                    np.array([1.2441293674036, 0.4659288895441, -0.343615282]),
                ),
                (
                    "what multiplies e_dot is sin E, not cos E",
                    0.11662549322188398,
                ),
                (
                    "multiply by dE/dM, which is 1 / (1 - e cos E), not by "
                    "its inverse",
                    -3.7269478226521504,
                ),
                (
                    "a factor is missing: what multiplies e_dot?",
                    2.069975295933,
                ),
                (
                    "this is sin E times what came in. E itself moves, too: "
                    "solve for E_dot",
                    -2.0594300785401895,
                ),
            ),
            orbit(
                "rule for e",
                SOLVED,
                "pull_e",
                (1.2, 0.25, 2.0),
                2.047609987481216,
                "one comet, e = 0.25",
            ),
            orbit(
                "registered",
                PULLED,
                "kepler",
                (MOONS, 0.6, MOONS_BAR),
                (
                    np.array(
                        [1.47174653778119, -1.38512267465535, 1.98335143280729]
                    ),
                    -0.7185742577306443,
                ),
                "vjp of kepler",
            ),
            orbit(
                "registered",
                CURVED,
                "kepler",
                (0.5, 0.6),
                (-1.6168987960832135, -0.2096804652085869),
                "second derivatives of kepler",
                (
                    "the second derivatives are wrong. Use the E that the "
                    "rule is handed: a second search would be on the tape, "
                    "with wrong slopes",
                    (-1.0986258534168911, -0.1424705000663376),
                ),
            ),
        ),
    ),
    "ps5-train": Exercise(
        answers=("residual",),
        points={"value": 1, "gradient": 1},
        cases=(
            Case(
                "value",
                (LAYERS, EXAMPLES),
                np.array(
                    [
                        [
                            1.1264432512943752,
                            4.193635540407653,
                            -0.01975032073,
                        ],
                        [-1.375946723359729, 0.954045746526939, 0.5686463977],
                        [1.4970938176567343, 1.5269482979648, -1.15574644578],
                    ]
                ),
                tolerance=1e-10,
                check="ps5.returned",
                label="three layers",
                mistakes=(
                    (
                        "this is a plain network. The inner layer adds to "
                        "what it gets",
                        np.array(
                            [
                                [0.05501464318, 2.64290428486, 0.1776249995],
                                [-0.69380836038, -0.0270966003, -0.21315996],
                                [0.79305804591, 1.9319800858, -0.5513786687],
                            ]
                        ),
                    ),
                    (
                        "the first layer does not add: it may change the "
                        "width. Begin with H = tanh(X W + c)",
                        np.array(
                            [
                                [1.34377146888, 6.97630732282, 0.7629214617],
                                [-3.16034438902, -0.34000273179, 1.326895349],
                                [2.15201848127, 1.93654726868, -1.45582989796],
                            ]
                        ),
                    ),
                    (
                        "what the layer gets is added outside of tanh: "
                        "H + tanh(H W + c)",
                        np.array(
                            [
                                [0.39146081893, 2.95156313238, 0.0562138315],
                                [-1.11264617495, 0.65087668581, 0.2920563452],
                                [1.35886230508, 1.49105658423, -1.0755560086],
                            ]
                        ),
                    ),
                ),
            ),
            Case(
                "value",
                ((*LAYERS[:2], *LAYERS[4:]), EXAMPLES[:1]),
                np.array([[1.071428608110911, 2.05073125555, -0.69737532022]]),
                tolerance=1e-10,
                check="ps5.returned",
                label="two layers, so none is an inner one",
            ),
            Case(
                "gradient",
                (
                    Source(DEEP_GRADIENT.strip(), ("residual",)),
                    EXAMPLES,
                    EXAMPLES_BAR,
                    *LAYERS,
                ),
                (
                    np.array(
                        [
                            [-2.968026430239732, -1.8370778407451935],
                            [6.024547232513847, -2.8937353995501174],
                        ]
                    ),
                    np.array([11.887450133607501, -1.276497587993143]),
                    np.array(
                        [
                            [0.8239604773853217, -0.5100025519463616],
                            [2.5721007316450493, -0.5186041282040973],
                        ]
                    ),
                    np.array([4.66784639379516, 3.2870161641661024]),
                    np.array(
                        [
                            [0.611695395888, 0.22674672065, -0.7653455586935],
                            [1.670319323930, 1.48154634971, -1.1359961250558],
                        ]
                    ),
                    np.array([0.5, 3.0, 0.0]),
                ),
                tolerance=1e-10,
                check="ps5.ran",
                label="vjp of residual",
                options={
                    "names": tuple(
                        f"{name}{k}_bar" for k in (1, 2, 3) for name in "Wc"
                    )
                },
            ),
        ),
    ),
    "ps5-passing": Exercise(
        answers=("stop", "turn", "rounded"),
        points={"stop": 0.5, "turn": 0.5, "rounded": 1, "in a program": 1},
        cases=(
            passed(
                "stop",
                "stop",
                THREE,
                THREE_BAR,
                (THREE, np.zeros(3)),
                "three numbers",
                (
                    "the value is zero, too. Only the cotangent is stopped",
                    (np.zeros(3), np.zeros(3)),
                ),
                (
                    "the cotangent passes: nothing is stopped",
                    (THREE, THREE_BAR),
                ),
            ),
            passed(
                "turn",
                "turn",
                THREE,
                THREE_BAR,
                (THREE, -THREE_BAR),
                "three numbers",
                (
                    "a rule returns a cotangent: y_bar with its sign turned, "
                    "not x",
                    (THREE, -THREE),
                ),
                (
                    "a rule returns a cotangent. Where is y_bar?",
                    (THREE, -np.ones(3)),
                ),
                (
                    "the value is turned as well. It should stay",
                    (-THREE, -THREE_BAR),
                ),
            ),
            passed(
                "rounded",
                "rounded",
                THREE,
                THREE_BAR,
                (np.array([1.0, -1.0, 2.0]), THREE_BAR),
                "three numbers",
                (
                    "this is the slope of a staircase. The cotangent should "
                    "pass as if rounded(x) were x",
                    (np.array([1.0, -1.0, 2.0]), np.zeros(3)),
                ),
                (
                    "y_bar is rounded on its way back. It passes as it is",
                    (np.array([1.0, -1.0, 2.0]), np.round(THREE_BAR)),
                ),
                (
                    "a rule returns a cotangent: y_bar passes, not a slope",
                    (np.array([1.0, -1.0, 2.0]), np.ones(3)),
                ),
                (
                    "the value is not rounded",
                    (THREE, THREE_BAR),
                ),
            ),
            passed(
                "in a program",
                "lambda x: stop(x) * x + 10 * turn(x) + 100 * rounded(x) * x",
                2.25,
                3.25,
                (477.5625, 3.25 * (2.25 - 10 + 100 * (2 + 2.25))),
                "all three",
            ),
            passed(
                "in a program",
                "lambda x: turn(turn(x) * x) + rounded(x * x)",
                THREE,
                THREE_BAR,
                (
                    THREE**2 + np.round(THREE**2),
                    THREE_BAR * 2 * THREE,
                ),
                "turned twice",
            ),
        ),
    ),
}

EXERCISES = {**EXERCISES, **REVERSE}
