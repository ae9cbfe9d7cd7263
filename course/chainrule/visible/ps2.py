"""Visible cases of problem set 2, and the properties it adds.

Assignment: given.
"""

import hashlib
from dataclasses import replace

import numpy as np

from chainrule.cases import Case, Exercise, NoAnswer, OutOfTime, Source
from chainrule.compare import Mismatch, Partial, kind_of, require_same
from chainrule.properties import (
    compare_with_references,
    error_name,
    observe,
    observe_source,
    refinement,
)


def selected(case):
    """The case with only those references that its options ask for."""
    entry = case.options.get("entry")
    if entry is None:
        return case
    case = replace(case, expected=_pick(case.expected, entry))
    if case.differences is not None:
        approximate, tolerance = case.differences
        case = replace(
            case, differences=(_pick(approximate, entry), tolerance)
        )
    return case


def _pick(values, entry):
    if isinstance(entry, tuple):
        return tuple(values[i] for i in entry)
    return values[entry]


def entry(case, implementation):
    """The value equals the chosen part of the reference."""
    result, _ = observe(implementation, *case.arguments)
    compare_with_references(selected(case), result)


def pair(result, first, second):
    """Return a result that must be two things, or say what is missing."""
    if not isinstance(result, tuple | list) or len(result) != 2:
        raise Mismatch(
            f"the function should return a pair, {first} and {second}, "
            f"but it returned {kind_of(result)}"
        )
    return result


def pushed(case, jvp):
    """A JVP rule returns the value and the right tangent."""
    result, changed = observe(jvp, *case.arguments)
    y, y_dot = pair(result, "y", "y_dot")
    _require_value(case, y, case.arguments[0])
    compare_with_references(case, y_dot, "y_dot")
    if changed:
        raise Mismatch("the rule changes its own arguments. Work on copies")


SPOILED = (
    "x_bar is right, but the pullback changes the caller's y_bar. Another "
    "branch may still need it"
)
DIAGONAL = (
    "for 2000 entries the rule fills {0:.0f} MB, where a few vectors of "
    "0.016 MB would do. The diagonal of its matrix is all you need"
)


def pulled(case, vjp):
    """A VJP rule returns the value and a pullback that can be reused."""
    *primals, y_bar = case.arguments
    result, spoiled = observe(vjp, *primals)
    y, pullback = pair(result, "y", "the pullback")
    _require_value(case, y, *primals)
    if spoiled:
        raise Mismatch("the rule changes its own arguments. Work on copies")
    if not callable(pullback):
        raise Mismatch(
            f"the pullback should be a function, but it is {kind_of(pullback)}"
        )
    x_bar, changed = observe(pullback, y_bar)
    compare_with_references(case, x_bar, "x_bar")
    if changed:
        raise Mismatch(SPOILED)
    first = np.array(x_bar)
    observe(pullback, 2 * y_bar)
    again, _ = observe(pullback, y_bar)
    require_same(again, first, 1e-12, "x_bar of a later call")
    require_same(x_bar, first, 1e-12, "the first x_bar, after later calls")


def _require_value(case, y, *primals):
    f = case.options.get("f")
    if f is not None:
        require_same(y, f.resolve()(*primals), 1e-12, "the value y")


@refinement
def large(case, vjp):
    """For many entries the rule stays within the memory of vectors."""
    program, x = case.arguments
    _, pullback = pair(observe(vjp, x[:2])[0], "y", "the pullback")
    if not callable(pullback):
        raise Mismatch("the pullback should be a function")
    (x_bar, filled), _ = observe_source(program, x)
    require_same(x_bar, x, np.inf, "x_bar")
    if filled > 1e6:
        raise Mismatch(DIAGONAL.format(filled / 1e6))


EVALUATES = (
    "the pullback evaluates exp, tanh, cosh or the like itself. Express the "
    "slope by the output y, which the forward pass knew, and let the "
    "pullback keep y"
)


@refinement
def evaluations(case, implementation):
    """The pullback itself evaluates no exp and no tanh."""
    program, *arguments = case.arguments
    calls, _ = observe_source(program, *arguments)
    if calls != 0:
        raise Mismatch(EVALUATES)


def runs(case, *implementations):
    """A small program that calls the answer returns the right value."""
    program, *arguments = case.arguments
    try:
        result, changed = observe_source(program, *arguments)
    except Exception as error:
        explain(program, error)
        raise
    try:
        compare_with_references(selected(case), result)
    except Mismatch as found:
        message = found.message
        for place, name in enumerate(case.options.get("names", ())):
            message = message.replace(f"entry {place} of the result", name)
        raise Mismatch(message, found.detail) from None
    if changed:
        raise Mismatch("the value is right, but an argument was changed")


ENDLESS = (
    "a pullback that calls itself: a lambda looks its names up when it is "
    "called, and then they mean the last things they were given. Collect "
    "the pullbacks in a list"
)
NOT_A_PAIR = (
    "vjp_chain should return y and a function of y_bar, but the second "
    "cannot be called"
)
UNFIT = (
    "a cotangent has another length than y. One-hot cotangents are as long "
    "as y, and y, pullback = vjp(x) shows how long that is"
)


def explain(program, error):
    """Raise what an error in a program of ours means, if that is known."""
    if "the cotangent has shape" in str(error):
        raise Mismatch(UNFIT) from None
    if "vjp_chain" in getattr(program, "uses", ()):
        if error_name(error) == "RecursionError":
            raise Mismatch(ENDLESS) from None
        if "not callable" in str(error):
            raise Mismatch(NOT_A_PAIR) from None


@refinement
def products(case, *implementations):
    """A Jacobian is built from as few products as possible."""
    program, *arguments = case.arguments
    try:
        counts, _ = observe_source(program, *arguments)
    except Exception as error:
        explain(case.arguments[0], error)
        raise
    for name, count, enough in zip(case.label.split(), counts, case.expected):
        if count != enough:
            raise Mismatch(
                f"{name} is called {count} times, but {enough} would do"
            )


def jacobian(case, build):
    """A Jacobian that is built from products has the right entries."""
    try:
        result, _ = observe(build, *case.arguments)
    except Exception as error:
        explain(case.arguments[0], error)
        raise
    compare_with_references(case, result)


def seal(*parts):
    """What stands here for an answer, so that this file gives none away."""
    text = ":".join(str(part).removesuffix(".0") for part in parts)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def prediction(case, answer):
    """Whole numbers, predicted; neither message nor case holds them."""
    if answer is None:
        raise NoAnswer
    wanted = len(case.expected)
    try:
        numbers = [float(number) for number in answer]
    except (TypeError, ValueError):
        numbers = []
    if len(numbers) != wanted or isinstance(answer, str | dict):
        raise Mismatch(
            f"your answer should be {wanted} numbers, but it is "
            f"{kind_of(answer)}"
        )
    pairs = enumerate(zip(numbers, case.expected))
    wrong = [i + 1 for i, (a, b) in pairs if seal(i, a) != b]
    if wrong:
        known = {sealed: message for message, sealed in case.mistakes}
        advice = (
            f"number {wrong[0]} is not right yet. {case.options['advice']}"
        )
        raise Mismatch(known.get(seal(*numbers), advice))


def bingo(case, answer):
    """Rows of the card on which every map has its own transpose."""
    if answer is None:
        raise NoAnswer
    if not isinstance(answer, dict):
        raise Mismatch("your answer should be a dictionary")
    if any(isinstance(number, str) for number in answer.values()):
        raise Mismatch("write numbers, such as 3, and not texts")
    right = [seal(k, answer.get(k)) == s for k, s in case.expected.items()]
    rows = sum(all(right[i : i + 3]) for i in (0, 3, 6))
    if rows < 3:
        raise Partial(
            rows / 3,
            f"{rows} of 3 rows of the card are full. Try <u, L x> with x "
            "and u that are zero but for one 1",
        )


NO_DICTIONARY = (
    "your answer should be a dictionary from the letters P, Q, R and S to "
    "line numbers"
)


def line(case, answer):
    """The line named for one suspect is the wrong one."""
    if answer is None:
        raise NoAnswer
    suspect = case.options["suspect"]
    if not isinstance(answer, dict):
        raise Mismatch(NO_DICTIONARY)
    if seal(suspect, answer.get(suspect)) != case.expected:
        raise Mismatch(case.options["clue"])


def target_value(x):
    """The function whose derivative is to be forged."""
    return np.array([x[0] * x[1], np.sin(x[0]) + x[1]])


def target_jacobian(x):
    """Jacobian of the function whose derivative is to be forged."""
    return np.array([[x[1], x[0]], [np.cos(x[0]), 1.0]])


CAUGHT = {
    "ones": "caught by the cotangent of ones. It adds up the rows of J: "
    "which errors vanish in that sum?",
    "one entry": "caught by one random entry, with a tolerance of 0.01. It "
    "is drawn anew each time: no entry may be far off",
    "same author": "caught by your own JVP: the pairing does not hold. "
    "Forge the JVP with the same wrong matrix",
}
NO_FORGERY = (
    "this is no forgery: for random cotangents x_bar is right to within "
    "0.001. Be wrong by more than that"
)


def forged(case, forged_jvp, forged_vjp):
    """The forgery is wrong, and one weak checker does not notice."""
    x = case.arguments[0]
    rng = np.random.default_rng(case.options["seed"])
    J, value = target_jacobian(x), target_value(x)

    def pull(y_bar):
        result = observe(forged_vjp, x)[0]
        y, pullback = pair(result, "y", "the pullback")
        require_same(y, value, 1e-12, "the value y")
        x_bar, _ = observe(pullback, y_bar)
        require_same(x_bar, J.T @ y_bar, np.inf, "x_bar")
        return x_bar

    cotangents = rng.normal(size=(12, 2))
    if max(np.max(np.abs(pull(u) - J.T @ u)) for u in cotangents) < 1e-3:
        if case.options["checker"] != "ones":
            raise Mismatch("first be wrong: see the first line")
        raise Mismatch(NO_FORGERY)
    _WEAK[case.options["checker"]](forged_jvp, pull, x, J, rng)


def _ones(jvp, pull, x, J, rng):
    if np.max(np.abs(pull(np.ones(2)) - J.sum(axis=0))) > 1e-6:
        raise Mismatch(CAUGHT["ones"])


def _one_entry(jvp, pull, x, J, rng):
    for i, j in rng.integers(0, 2, size=(20, 2)):
        if abs(pull(np.eye(2)[i])[j] - J[i, j]) >= 1e-2:
            raise Mismatch(CAUGHT["one entry"])


def _same_author(jvp, pull, x, J, rng):
    x_dot, y_bar = rng.normal(size=2), rng.normal(size=2)
    y, y_dot = pair(observe(jvp, x, x_dot)[0], "y", "y_dot")
    require_same(y, target_value(x), 1e-12, "the value y of your JVP")
    require_same(y_dot, J @ x_dot, np.inf, "y_dot")
    if abs(y_bar @ y_dot - pull(y_bar) @ x_dot) > 1e-9:
        raise Mismatch(CAUGHT["same author"])


_WEAK = {"ones": _ones, "one entry": _one_entry, "same author": _same_author}


NO_VERDICT = "check_derivatives should return True or raise an AssertionError"


def judged(checker, item):
    """What a checker says: whether it accepts, and its words."""
    try:
        result, _ = observe(checker, *item)
    except OutOfTime:
        raise
    except Exception as error:
        name = error_name(error)
        if name in ("NotImplementedError", "Ended"):
            raise
        return False, f"{name}: {error}"
    if isinstance(result, bool | np.bool_):
        return bool(result), ""
    raise Mismatch(f"{NO_VERDICT}, but it returned {kind_of(result)}")


def reason(said):
    """Which property a rejection names, or else the error's name."""
    error, _, text = said.partition(": ")
    for name in NAMES:
        if error == "AssertionError" and text.startswith(name):
            return f"{name} does not hold"
    return error or "returned False"


def exam(case, checker):
    """Faulty implementations are rejected, right ones are accepted."""
    through, alarms, words, faulty = [], [], [], 0
    items = case.options["exam"]
    for kind, item in items:
        right = kind.startswith("right")
        faulty += not right
        accepted, said = judged(checker, item)
        if accepted and not right:
            through.append(kind)
        elif right and not accepted:
            alarms.append(f"{kind}: {reason(said)}")
            words.append(f"{kind}: {said or 'it returned False'}")
    good = len(items) - faulty
    parts = []
    if through:
        parts.append(
            f"it lets {len(through)} of {faulty} faulty implementations "
            f"through ({'; '.join(through)})"
        )
    if alarms:
        parts.append(
            f"it rejects {len(alarms)} of {good} right ones "
            f"({'; '.join(alarms)})"
        )
    if parts:
        raise Partial(
            1 - len(through) / faulty - len(alarms) / good,
            " and ".join(parts),
            "; ".join(words),
        )


def names(case, checker):
    """The message of a rejection starts with the property's name."""
    for name, item in case.options["exam"]:
        accepted, said = judged(checker, item)
        if accepted or not said.startswith("AssertionError: " + name):
            raise Mismatch(
                f"here {name!r} fails first. The checker should raise an "
                "AssertionError whose message starts with that word",
                f"it said {said!r}" if said else "it accepted",
            )


def practice():
    """The practice exam as functions: (kind, (f, jvp, vjp, x)) each."""
    return [
        (kind, (f.resolve(), jvp.resolve(), vjp.resolve(), x.copy()))
        for kind, (f, jvp, vjp, x) in PRACTICE
    ]


def item(f, jvp, vjp, x):
    """One implementation of the exam, as texts."""
    return Source(f), Source(jvp), Source(vjp), x


NAMES = ("value", "shape", "unchanged", "repeat", "difference", "pairing")
AT = np.array([0.4, -0.9, 1.3])
SIN = "lambda x: np.sin(x)"
SIN_JVP = "lambda x, x_dot: (np.sin(x), np.cos(x) * x_dot)"
SIN_VJP = "lambda x: (np.sin(x), lambda y_bar: np.cos(x) * y_bar)"
RUN = "lambda x: np.cumsum(x**2)"
RUN_JVP = "lambda x, x_dot: (np.cumsum(x**2), np.cumsum(2 * x * x_dot))"
RUN_VJP = (
    "lambda x: (np.cumsum(x**2), lambda u: 2 * x * np.cumsum(u[::-1])[::-1])"
)
UNSUMMED = item(
    "lambda x: np.ones((4, 1)) * x**2",
    "lambda x, x_dot: (np.ones((4, 1)) * x**2, "
    "np.ones((4, 1)) * 2 * x * x_dot)",
    "lambda x: (np.ones((4, 1)) * x**2, lambda u: 2 * x * u)",
    AT,
)
MASKED = item(
    "lambda x: np.maximum(x, 0.1)",
    "lambda x, x_dot: (np.maximum(x, 0.1), (x > 0.1) * x_dot)",
    "def vjp(x):\n"
    "    def pullback(y_bar):\n"
    "        y_bar[x <= 0.1] = 0\n"
    "        return y_bar\n"
    "    return np.maximum(x, 0.1), pullback",
    AT,
)
SUMMING = item(
    SIN,
    SIN_JVP,
    "def vjp(x):\n"
    "    x_bar = np.zeros_like(x)\n"
    "    def pullback(y_bar):\n"
    "        x_bar[:] += np.cos(x) * y_bar\n"
    "        return x_bar.copy()\n"
    "    return np.sin(x), pullback",
    AT,
)
TWICE = item(
    SIN,
    "lambda x, x_dot: (np.sin(x), -np.cos(x) * x_dot)",
    "lambda x: (np.sin(x), lambda y_bar: -np.cos(x) * y_bar)",
    AT,
)
WAY = item(
    RUN,
    RUN_JVP,
    "lambda x: (np.cumsum(x**2), lambda u: 2 * x * np.cumsum(u))",
    AT,
)
WRONG_VALUE = item(
    RUN,
    RUN_JVP,
    "lambda x: (x**2, lambda u: 2 * x * np.cumsum(u[::-1])[::-1])",
    AT,
)
PRACTICE = (
    ("the map itself in place of its transpose", WAY),
    (
        "the incoming cotangent ignored",
        item(SIN, SIN_JVP, "lambda x: (np.sin(x), lambda u: np.cos(x))", AT),
    ),
    ("the same mistake in both rules", TWICE),
    ("an argument changed in place", MASKED),
    ("memory of an earlier call", SUMMING),
    ("a gradient that is not summed", UNSUMMED),
    ("a wrong value beside a right derivative", WRONG_VALUE),
    ("right", item(SIN, SIN_JVP, SIN_VJP, AT)),
    ("right, a sum that runs along", item(RUN, RUN_JVP, RUN_VJP, AT)),
    (
        "right, and very large",
        item(
            "lambda x: 1e9 * np.sin(x)",
            "lambda x, x_dot: (1e9 * np.sin(x), 1e9 * np.cos(x) * x_dot)",
            "lambda x: (1e9 * np.sin(x), lambda u: 1e9 * np.cos(x) * u)",
            AT,
        ),
    ),
)

EVALUATIONS = ("exp", "expm1", "exp2", "tanh", "cosh", "sinh")
COUNT = (  # an array that reports, and functions of NumPy that do
    "def count(x, y_bar):\n"
    "    seen = []\n"
    "    class Watched(np.ndarray):\n"
    "        def __array_ufunc__(self, ufunc, method, *given, **more):\n"
    "            seen.append(ufunc.__name__)\n"
    "            more.pop('out', None)\n"
    "            plain = [g.view(np.ndarray) if isinstance(g, Watched)\n"
    "                     else g for g in given]\n"
    "            if ufunc is np.power and np.ndim(plain[-1]):\n"
    "                seen.append('exp')\n"
    "            found = getattr(ufunc, method)(*plain, **more)\n"
    "            return np.asarray(found).view(Watched)\n"
    "    def reporting(name, plain):\n"
    "        def function(*given, **more):\n"
    "            seen.append(name)\n"
    "            return plain(*given, **more)\n"
    "        return function\n"
    "    y, pullback = {name}(x.view(Watched))\n"
    "    seen.clear()\n"
    f"    names = {EVALUATIONS}\n"
    "    before = {n: getattr(np, n) for n in names}\n"
    "    try:\n"
    "        for n in names:\n"
    "            setattr(np, n, reporting(n, before[n]))\n"
    "        pullback(y_bar)\n"
    "    finally:\n"
    "        for n in names:\n"
    "            setattr(np, n, before[n])\n"
    "    return sum(n in names for n in seen)"
)
MEASURE = (
    "def measure(x):\n"
    "    import tracemalloc\n"
    "    already = tracemalloc.is_tracing()\n"
    "    tracemalloc.start()\n"
    "    tracemalloc.reset_peak()\n"
    "    before = tracemalloc.get_traced_memory()[0]\n"
    "    try:\n"
    "        x_bar = {name}(x)[1](x)\n"
    "        return x_bar, tracemalloc.get_traced_memory()[1] - before\n"
    "    finally:\n"
    "        if not already:\n"
    "            tracemalloc.stop()"
)
MANY = np.linspace(-1.0, 1.0, 2000)


def rule(criterion, name, arguments, f, expected, label, mistakes=()):
    """A case of ps2-elementwise: one rule at a few numbers."""
    return Case(
        criterion,
        arguments,
        np.array(expected),
        check="ps2.pushed" if name.endswith("jvp") else "ps2.pulled",
        label=label,
        mistakes=mistakes,
        options={"answers": (name,), "f": Source(f)},
    )


def watched(name, what):
    """A case of ps2-elementwise: what the pullback evaluates."""
    return Case(
        "forward pass kept",
        (Source(COUNT.replace("{name}", name), (name,)), AT, np.ones(3)),
        check="ps2.evaluations",
        label=what,
        options={"answers": (name,)},
    )


def diagonal(name, what):
    """A case of ps2-elementwise: how much memory the rule fills."""
    return Case(
        "no diagonal",
        (Source(MEASURE.replace("{name}", name), (name,)), MANY),
        check="ps2.large",
        label=what,
        options={"answers": (name,)},
    )


def suspect(letter, sealed, clue):
    """A case of ps2-which-line."""
    return Case(
        f"suspect {letter}",
        expected=sealed,
        check="ps2.line",
        options={"suspect": letter, "clue": clue},
    )


def forgery(criterion, points):
    """A case of ps2-fool: one weak checker."""
    return Case(
        criterion,
        (np.array(points),),
        check="ps2.forged",
        label=f"x = {points}",
        options={"checker": criterion, "seed": 3},
    )


CHAIN = (
    "    from collections import namedtuple\n"
    "    P = namedtuple('Primitive', 'apply jvp vjp')\n"
    "    def entries(f):\n"
    "        d = lambda x: np.imag(f(x + 1e-30j)) / 1e-30\n"
    "        return P(f, lambda x, v: (f(x), d(x) * v),\n"
    "                 lambda x: (f(x), lambda u: d(x) * u))\n"
    "    def linear(A):\n"
    "        return P(lambda x: A @ x, lambda x, v: (A @ x, A @ v),\n"
    "                 lambda x: (A @ x, lambda u: A.T @ u))\n"
    "    tanh, exp = entries(np.tanh), entries(np.exp)\n"
    "    square = entries(np.square)\n"
)


def push_program(functions):
    """A program that pushes a tangent through a list of primitives."""
    return Source(
        f"def push(x, x_dot):\n{CHAIN}"
        f"    return jvp_chain({functions}, x, x_dot)",
        ("jvp_chain",),
    )


def pull_program(functions, result):
    """A program that pulls a cotangent back through a list."""
    return Source(
        f"def pull(x, y_bar):\n{CHAIN}"
        f"    y, pullback = vjp_chain({functions}, x)\n"
        f"    return {result}",
        ("vjp_chain",),
    )


COUNTING = (
    "def count(x):\n"
    "    calls = {'jvp': 0, 'vjp': 0, 'pullback': 0}\n"
    "    def jvp(x, x_dot):\n"
    "        calls['jvp'] += 1\n"
    "        return x[:2] ** 2, 2 * x[:2] * x_dot[:2]\n"
    "    def vjp(x):\n"
    "        calls['vjp'] += 1\n"
    "        def pullback(y_bar):\n"
    "            calls['pullback'] += 1\n"
    "            if np.shape(y_bar) != (2,):\n"
    "                raise ValueError('the cotangent has shape '\n"
    "                                 f'{np.shape(y_bar)}')\n"
    "            x_bar = np.zeros_like(x)\n"
    "            x_bar[:2] = 2 * x[:2] * y_bar\n"
    "            return x_bar\n"
    "        return x[:2] ** 2, pullback\n"
)


def counting_program(name, rule, result):
    """A program that counts how often a Jacobian asks for a product."""
    text = COUNTING + f"    {name}({rule}, x)\n    return {result}"
    return Source(text, (name,))


TOY_X = np.array([1.0, 2.0, -1.0])
TOY_A = np.array([[0.0, 2.0, -1.0], [3.0, 1.5, 2.0]])
TOY_BACK = (np.array([1.0, 0.1, 3.0]), np.array([0.4, -0.3]))
FOUR = np.array([-1.0, 0.0, 0.5, 2.0])
EXP_TANH = np.array(
    [0.19609504439167436, 1.0, 1.2484317246552137, 0.18526317177400886]
)
TWICE_APPLIED = np.array(
    [0.9949040034, 2.7182818285, 3.7949892484, 3.6523469342]
)
LAYER_X = np.array([[1.0, 2.0], [3.0, 0.0], [-1.0, 1.0]])
LAYER_W = np.array([[1.0, 0.0, 3.0, -1.0], [2.0, -1.0, 0.0, 1.0]])
LAYER_C = np.array([0.5, -0.5, 0.0, 1.0])
LAYER_BACK = np.array(
    [[1.0, 0.0, 0.0, 1.0], [0.0, 2.0, 1.0, 0.0], [1.0, 1.0, 0.0, -1.0]]
)

COUNT_SMALL = (
    "Count it for a function of 3 inputs and 2 outputs first: what does one "
    "product tell?"
)
ROUNDS_SMALL = (
    "Draw two rounds and count: the ways from the first y to the last, and "
    "the nodes where shares meet"
)
PIXELS_SMALL = (
    "Take three pixels first: write down the Jacobian, and then what its "
    "pullback has to know"
)


EXERCISES = {
    "ps2-how-many": Exercise(
        answers=("products_needed",),
        points={"prediction": 1},
        cases=(
            Case(
                "prediction",
                expected=(
                    "66b6abe2ea25",
                    "d6b5915c4605",
                    "cb8f3bd614c9",
                    "87e220e6c939",
                ),
                check="ps2.prediction",
                options={"advice": COUNT_SMALL},
                mistakes=(
                    (
                        "the Jacobian of the scores has 10 rows, and one "
                        "VJP reads one row",
                        "1d0617db2136",
                    ),
                    (
                        "the other way round: a JVP gives J times a column, "
                        "so it sees one direction of the input",
                        "b37a84172d56",
                    ),
                    (
                        "the gradient is the only row of its Jacobian. One "
                        "VJP reads a whole row",
                        "5677be699955",
                    ),
                ),
            ),
        ),
    ),
    "ps2-toy-jvp": Exercise(
        answers=("toy_jvp",),
        points={"value": 1.5, "input unchanged": 0.5},
        cases=(
            Case(
                "value",
                (TOY_X, TOY_A, np.array([1.0, 3.0, 4.0])),
                (
                    np.array([3.0806046117, 4.1562765496, -12.3224184469]),
                    np.array([-11.3650284538, -17.1686082342]),
                ),
                label="x = (1, 2, -1)",
                mistakes=(
                    (
                        "the first output is y + z, so u_dot has two parts",
                        (
                            np.array(
                                [1.080604611736, -7.84372345, -4.322418446945]
                            ),
                            np.array([-11.3650284538, -17.1686082342]),
                        ),
                    ),
                    (
                        "these are derivatives without their tangent: x_dot "
                        "appears nowhere",
                        (
                            np.array(
                                [3.080604611736, 1.3854255165, -3.0806046117]
                            ),
                            np.array([-4.148544355173, -2.841257113445]),
                        ),
                    ),
                    (
                        "y_dot is lost at the sine: z_dot is cos(y) y_dot",
                        (
                            np.array(
                                [2.540302305868, 11.3463563791, -7.4596976941]
                            ),
                            np.array([-1.847589547595, 1.721046098045]),
                        ),
                    ),
                    (
                        "z depends on x through y: its tangent takes y_dot, "
                        "not x_dot",
                        (
                            np.array(
                                [2.5403023059, 10.0390691374, -5.8387907765]
                            ),
                            np.array([-6.0830709487, 3.0019290707]),
                        ),
                    ),
                ),
            ),
            Case(
                "input unchanged",
                (TOY_X, TOY_A, np.array([1.0, 3.0, 4.0])),
                check="inputs_unchanged",
            ),
        ),
    ),
    "ps2-paths": Exercise(
        answers=("paths_and_additions",),
        points={"prediction": 1},
        cases=(
            Case(
                "prediction",
                expected=(
                    "65062f2ab127",
                    "25d306bc62a9",
                ),
                check="ps2.prediction",
                options={"advice": ROUNDS_SMALL},
                mistakes=(
                    (
                        "the paths multiply: every round doubles the ways "
                        "to get this far",
                        "910311949504",
                    ),
                    (
                        "the sweep does not walk along paths. It visits "
                        "each line once",
                        "1c870a8785e2",
                    ),
                    (
                        "adding two shares is one addition, not two",
                        "31aeb9479161",
                    ),
                    (
                        "the paths multiply: every round doubles the ways "
                        "to get this far",
                        "9e683a81d01a",
                    ),
                ),
            ),
        ),
    ),
    "ps2-toy-vjp": Exercise(
        answers=("toy_vjp",),
        points={"value": 1.5, "input unchanged": 0.5},
        cases=(
            Case(
                "value",
                (TOY_X, TOY_A, TOY_BACK),
                np.array([2.1080604612, -0.7765585176, -8.1612092235]),
                label="x = (1, 2, -1)",
                mistakes=(
                    (
                        "z is used twice, but one of its uses is lost: did "
                        "t_bar's part overwrite u_bar's?",
                        np.array([1.0274558494, -0.5151010692, -4.9193953883]),
                    ),
                    (
                        "y is used twice, in y + z and in sin y, but one of "
                        "the uses is lost",
                        np.array([0.1080604612, -1.1765585176, -2.161209223]),
                    ),
                    (
                        "t_bar has no effect. Is z_bar complete before it "
                        "is pulled back through the sine?",
                        np.array([3.0806046117, 0.1385425517, -9.2418138352]),
                    ),
                    (
                        "one array under two names: what is added to z_bar "
                        "shows up in y_bar as well",
                        np.array([0.3080604612, 0.6234414824, -6.1612092235]),
                    ),
                    (
                        "the cosine is taken of x. The sine was taken of "
                        "y: its slope is cos(y)",
                        np.array([2.1080604612, -0.3490643058, -8.1612092235]),
                    ),
                    (
                        "the cosine is taken of z. The sine was taken of "
                        "y: its slope is cos(y)",
                        np.array([2.1332733491, 1.7086632361, -8.6654669816]),
                    ),
                    (
                        "this is what cotangents of ones give. Use u_bar "
                        "and t_bar",
                        np.array([6.3224184469, -7.7655851755, -4.161209223]),
                    ),
                ),
            ),
            Case(
                "input unchanged",
                (TOY_X, TOY_A, TOY_BACK),
                check="inputs_unchanged",
            ),
        ),
    ),
    "ps2-which-line": Exercise(
        answers=("wrong_line",),
        points={f"suspect {letter}": 0.25 for letter in "PQRS"},
        cases=(
            suspect(
                "P",
                "688e45b1b6ec",
                "two names, one array. Which line shares it?",
            ),
            suspect(
                "Q",
                "303021f4cfa7",
                "y goes two ways. Which line forgets one?",
            ),
            suspect(
                "R",
                "3ac3601419af",
                "differentiate each line of the program alone",
            ),
            suspect(
                "S",
                "c0e6308e143e",
                "which line uses something not yet complete?",
            ),
        ),
    ),
    "ps2-elementwise": Exercise(
        answers=("exp_jvp", "exp_vjp", "tanh_jvp", "tanh_vjp"),
        points={
            "exp": 0.5,
            "tanh": 0.5,
            "no diagonal": 0.5,
            "forward pass kept": 0.5,
        },
        cases=(
            rule(
                "exp",
                "exp_jvp",
                (np.array([0.0, np.log(2.0)]), np.array([3.0, -1.0])),
                "lambda x: np.exp(x)",
                [3.0, -2.0],
                "x = (0, log 2)",
                (
                    (
                        "the tangent is lost: y_dot is the derivative alone",
                        np.array([1.0, 2.0]),
                    ),
                ),
            ),
            rule(
                "exp",
                "exp_vjp",
                (np.array([0.0, np.log(2.0)]), np.array([3.0, -1.0])),
                "lambda x: np.exp(x)",
                [3.0, -2.0],
                "x = (0, log 2)",
                (
                    (
                        "the cotangent is lost: this is the derivative alone",
                        np.array([1.0, 2.0]),
                    ),
                    (
                        "this is the power rule. The exponent is what "
                        "varies here",
                        np.array([0.0, -np.log(2.0)]),
                    ),
                ),
            ),
            rule(
                "tanh",
                "tanh_jvp",
                (np.array([0.0, np.log(2.0)]), np.array([2.0, 1.0])),
                "lambda x: np.tanh(x)",
                [2.0, 0.64],
                "x = (0, log 2)",
            ),
            rule(
                "tanh",
                "tanh_vjp",
                (np.array([0.0, np.log(2.0)]), np.array([2.0, 1.0])),
                "lambda x: np.tanh(x)",
                [2.0, 0.64],
                "x = (0, log 2)",
                (
                    (
                        "the cotangent is lost: this is the derivative alone",
                        np.array([1.0, 0.64]),
                    ),
                    (
                        "the slope of tanh is 1 - y^2 with the output y. "
                        "This is 1 - x^2",
                        np.array([2.0, 1 - np.log(2.0) ** 2]),
                    ),
                    (
                        "this is 1 - y. The derivative of tanh is 1 - y^2",
                        np.array([2.0, 0.4]),
                    ),
                ),
            ),
            diagonal("exp_vjp", "exp"),
            diagonal("tanh_vjp", "tanh"),
            watched("exp_vjp", "exp"),
            watched("tanh_vjp", "tanh"),
        ),
    ),
    "ps2-bingo": Exercise(
        answers=("transposes",),
        points={"full rows": 1},
        cases=(
            Case(
                "full rows",
                expected={
                    "A": "83f19585f59a",
                    "B": "268c48a8de78",
                    "C": "3176f54c80ff",
                    "D": "13ca27686a4a",
                    "E": "40bd61f2396a",
                    "F": "48997e08ab5f",
                    "G": "d5521392ed6c",
                    "H": "79095f67d938",
                    "I": "c3f3136509ab",
                },
                check="ps2.bingo",
            ),
        ),
    ),
    "ps2-transposes": Exercise(
        answers=("slice_back", "gather_back", "convolve_back"),
        points={"slice": 0.5, "gather": 0.75, "convolution": 0.75},
        cases=(
            Case(
                "slice",
                (np.array([5.0, 7.0]), 1, 2, 4),
                np.array([0.0, 5.0, 0.0, 7.0]),
                label="x[1::2] for n = 4",
                mistakes=(
                    (
                        "reading once more is no transpose. Write u into "
                        "zeros of length n",
                        np.array([7.0]),
                    ),
                ),
                options={"answers": ("slice_back",)},
            ),
            Case(
                "gather",
                (np.array([5.0, 7.0, 1.0]), np.array([2, 0, 2]), 4),
                np.array([7.0, 0.0, 6.0, 0.0]),
                label="index (2, 0, 2), n = 4",
                mistakes=(
                    (
                        "entry 2 was read twice, but only the last reader "
                        "is heard. x_bar[index] += u stores once an index: "
                        "look up np.add.at",
                        np.array([7.0, 0.0, 1.0, 0.0]),
                    ),
                    (
                        "reading once more is no transpose. Add u into "
                        "zeros of length n",
                        np.array([1.0, 5.0, 1.0]),
                    ),
                ),
                options={"answers": ("gather_back",)},
            ),
            Case(
                "convolution",
                (np.array([1.0, 0.0, 0.0, 2.0]), np.array([10.0, 1.0])),
                np.array([10.0, 0.0, 2.0]),
                label="u of 4, kernel of 2 numbers",
                mistakes=(
                    (
                        "this convolves with the kernel itself. Which way "
                        "does the transpose slide?",
                        np.array([1.0, 0.0, 20.0]),
                    ),
                    (
                        "which way does the kernel slide? And mode='valid' "
                        "keeps the places where it lies fully inside u",
                        np.array([10.0, 1.0, 0.0, 20.0, 2.0]),
                    ),
                    (
                        "mode='valid' keeps the places where "
                        "the kernel lies fully inside u",
                        np.array([1.0, 10.0, 0.0, 2.0, 20.0]),
                    ),
                    (
                        "mode='valid' keeps the places where "
                        "the kernel lies fully inside u",
                        np.array([1.0, 10.0, 0.0, 2.0]),
                    ),
                ),
                options={"answers": ("convolve_back",)},
            ),
        ),
    ),
    "ps2-sum-to": Exercise(
        answers=("sum_to_shape",),
        points={"added axes": 0.5, "stretched axes": 0.5},
        cases=(
            Case(
                "added axes",
                (np.arange(6.0).reshape(3, 2), (2,)),
                np.array([6.0, 9.0]),
                label="from (3, 2) to (2,)",
            ),
            Case(
                "added axes",
                (np.arange(12.0).reshape(2, 3, 2), (2,)),
                np.array([30.0, 36.0]),
                label="from (2, 3, 2) to (2,)",
            ),
            Case(
                "stretched axes",
                (np.arange(6.0).reshape(3, 2), (3, 1)),
                np.array([[1.0], [5.0], [9.0]]),
                label="from (3, 2) to (3, 1)",
                mistakes=(
                    (
                        "NumPy stretched an axis of length 1. Add up along "
                        "it, and keep it as 1",
                        np.arange(6.0).reshape(3, 2),
                    ),
                    (
                        "the stretched axis is added up, but gone: it "
                        "should stay, with length 1",
                        np.array([1.0, 5.0, 9.0]),
                    ),
                ),
            ),
        ),
    ),
    "ps2-batch": Exercise(
        answers=("vjp_x", "vjp_w"),
        points={"vjp_x": 1, "vjp_w": 1},
        cases=(
            Case(
                "vjp_x",
                (LAYER_X, LAYER_W, LAYER_C, LAYER_BACK),
                np.array([[0.0, 3.0], [3.0, -2.0], [2.0, 0.0]]),
                label="3 examples, 2 to 4",
                options={"answers": ("vjp_x",)},
            ),
            Case(
                "vjp_w",
                (LAYER_X, LAYER_W, LAYER_C, LAYER_BACK),
                (
                    np.array([[0.0, 5.0, 3.0, 2.0], [3.0, 1.0, 0.0, 1.0]]),
                    np.array([2.0, 3.0, 1.0, 0.0]),
                ),
                label="3 examples, 2 to 4",
                mistakes=(
                    (
                        "c_bar is a mean. Every example adds its part: no "
                        "1 / b stands in this function",
                        (
                            np.array(
                                [[0.0, 5.0, 3.0, 2.0], [3.0, 1.0, 0.0, 1.0]]
                            ),
                            np.array([2.0, 3.0, 1.0, 0.0]) / 3,
                        ),
                    ),
                    (
                        "c is broadcast over the rows: c_bar adds up the "
                        "rows of Y_bar",
                        (
                            np.array(
                                [[0.0, 5.0, 3.0, 2.0], [3.0, 1.0, 0.0, 1.0]]
                            ),
                            np.array(
                                [
                                    [1.0, 0.0, 0.0, 1.0],
                                    [0.0, 2.0, 1.0, 0.0],
                                    [1.0, 1.0, 0.0, -1.0],
                                ]
                            ),
                        ),
                    ),
                    (
                        "W_bar is transposed: it has the shape of W, inputs "
                        "by outputs",
                        (
                            np.array(
                                [
                                    [0.0, 3.0],
                                    [5.0, 1.0],
                                    [3.0, 0.0],
                                    [2.0, 1.0],
                                ]
                            ),
                            np.array([2.0, 3.0, 1.0, 0.0]),
                        ),
                    ),
                ),
                options={"answers": ("vjp_w",)},
            ),
        ),
    ),
    "ps2-memory": Exercise(
        answers=("numbers_stored",),
        points={"prediction": 1},
        cases=(
            Case(
                "prediction",
                expected=(
                    "7dfe5e08a76c",
                    "85062f12e160",
                ),
                check="ps2.prediction",
                options={"advice": PIXELS_SMALL},
                mistakes=(
                    (
                        "a million outputs by a million inputs: how many "
                        "entries does that matrix have?",
                        "5aef1f44ae15",
                    ),
                    (
                        "the Jacobian has as many rows as outputs and as "
                        "many columns as inputs, each a million",
                        "0c5180a185e2",
                    ),
                ),
            ),
        ),
    ),
    "ps2-jvp-chain": Exercise(
        answers=("jvp_chain",),
        points={"value and tangent": 1},
        cases=(
            Case(
                "value and tangent",
                (push_program("[tanh, exp]"), FOUR, np.ones(4)),
                (np.exp(np.tanh(FOUR)), EXP_TANH),
                check="ps2.runs",
                label="exp(tanh x), tangent of ones",
                options={"names": ("y", "y_dot")},
                mistakes=(
                    (
                        "the value is still x. Pass the new x on, beside "
                        "its tangent",
                        (FOUR, EXP_TANH),
                    ),
                    (
                        "every function saw the first x. Pass the new x "
                        "on, beside its tangent",
                        (
                            np.exp(FOUR),
                            np.exp(FOUR) * (1 - np.tanh(FOUR) ** 2),
                        ),
                    ),
                    (
                        "every function saw the first x. Pass the new x "
                        "on, beside its tangent",
                        (
                            FOUR,
                            np.exp(FOUR) * (1 - np.tanh(FOUR) ** 2),
                        ),
                    ),
                    (
                        "the value is right, but every tangent was pushed "
                        "at the first x. Pass the new x on to the next jvp",
                        (
                            np.exp(np.tanh(FOUR)),
                            np.exp(FOUR) * (1 - np.tanh(FOUR) ** 2),
                        ),
                    ),
                    (
                        "every function was applied twice: jvp returns the "
                        "value already",
                        (
                            np.exp(np.exp(np.tanh(np.tanh(FOUR)))),
                            TWICE_APPLIED,
                        ),
                    ),
                ),
            ),
            Case(
                "value and tangent",
                (
                    push_program(
                        "[linear(np.array([[1.0, 2.0]])), square, "
                        "linear(np.array([[1.0], [3.0], [0.0]]))]"
                    ),
                    np.array([3.0, -1.0]),
                    np.array([1.0, 1.0]),
                ),
                (np.array([1.0, 3.0, 0.0]), np.array([6.0, 18.0, 0.0])),
                check="ps2.runs",
                label="sizes 2 to 1 to 1 to 3",
                options={"names": ("y", "y_dot")},
            ),
        ),
    ),
    "ps2-vjp-chain": Exercise(
        answers=("vjp_chain",),
        points={"value": 0.5, "pulled back": 1, "used twice": 0.5},
        cases=(
            Case(
                "value",
                (pull_program("[tanh, exp]", "y"), FOUR, np.ones(4)),
                np.exp(np.tanh(FOUR)),
                check="ps2.runs",
                label="exp(tanh x)",
            ),
            Case(
                "pulled back",
                (
                    pull_program("[tanh, exp]", "pullback(y_bar)"),
                    FOUR,
                    np.ones(4),
                ),
                EXP_TANH,
                check="ps2.runs",
                label="exp(tanh x), cotangent of ones",
                mistakes=(
                    (
                        "every pullback was built at the end of the chain. "
                        "Each belongs to the input its function had",
                        np.array(
                            [
                                1.2922637662,
                                1.1416086212,
                                0.7534922142,
                                0.2875186364,
                            ]
                        ),
                    ),
                    (
                        "every pullback was built at x. Only the first "
                        "function has the input x",
                        np.array(
                            [0.1544999261, 1.0, 1.2966331056, 0.5220429083]
                        ),
                    ),
                    (
                        "the last function's pullback ran twice, and the "
                        "first one's never: a lambda in a loop looks its "
                        "names up when it is called",
                        np.array(
                            [0.2180156757, 1.0, 2.5199380415, 6.8761242685]
                        ),
                    ),
                ),
            ),
            Case(
                "pulled back",
                (
                    pull_program(
                        "[linear(np.array([[1.0, 2.0], [0.0, 1.0]])), square]",
                        "pullback(y_bar)",
                    ),
                    np.array([3.0, -1.0]),
                    np.ones(2),
                ),
                np.array([2.0, 2.0]),
                check="ps2.runs",
                label="a matrix, then a square",
                mistakes=(
                    (
                        "the pullbacks ran in the order of the program. A "
                        "cotangent meets the last function first",
                        np.array([2.0, -6.0]),
                    ),
                ),
            ),
            Case(
                "used twice",
                (
                    pull_program(
                        "[tanh, exp]", "(pullback(y_bar), pullback(y_bar))"
                    ),
                    FOUR,
                    np.ones(4),
                ),
                (EXP_TANH, EXP_TANH),
                check="ps2.runs",
                label="exp(tanh x), pulled back two times",
                options={"names": ("the first x_bar", "the second x_bar")},
                mistakes=(
                    (
                        "the second call returned y_bar itself: the first "
                        "one emptied the list of pullbacks",
                        (EXP_TANH, np.ones(4)),
                    ),
                ),
            ),
        ),
    ),
    "ps2-dag": Exercise(
        answers=("product_vjp",),
        points={"value": 0.5, "pulled back": 0.5},
        cases=(
            Case(
                "value",
                (
                    Source(
                        "lambda x, y_bar: product_vjp(x)[0]",
                        ("product_vjp",),
                    ),
                    np.array([1.3]),
                    np.array([1.0]),
                ),
                1.3**2 * np.sin(np.array([1.3])),
                check="ps2.runs",
                label="x = [1.3]",
            ),
            Case(
                "pulled back",
                (np.array([1.3]), np.array([1.0])),
                np.array([2.9573243024602545]),
                check="ps2.pulled",
                label="x = [1.3]",
                mistakes=(
                    (
                        "only the way through the square arrived. x is "
                        "used twice",
                        np.array([2.5052512821]),
                    ),
                    (
                        "only the way through the sine arrived. x is used "
                        "twice",
                        np.array([0.4520730204]),
                    ),
                    (
                        "this is the product of the two derivatives. The "
                        "ways are parallel: pull back along each, then add",
                        np.array([0.6954969544]),
                    ),
                ),
            ),
        ),
    ),
    "ps2-columns-rows": Exercise(
        answers=("jacobian_by_columns", "jacobian_by_rows"),
        points={"columns": 0.5, "rows": 0.5, "number of products": 1},
        cases=(
            Case(
                "columns",
                (
                    Source(
                        "lambda x, v: (np.array([x[0] * x[1]**2, "
                        "x[0] * x[1], x[0]]), np.array([x[1]**2 * v[0] + 2 "
                        "* x[0] * x[1] * v[1], x[1] * v[0] + x[0] * v[1], "
                        "v[0]]))"
                    ),
                    np.array([3.0, 4.0]),
                ),
                np.array([[16.0, 24.0], [4.0, 3.0], [1.0, 0.0]]),
                label="F(x) = (x1 x2^2, x1 x2, x1) at (3, 4)",
                mistakes=(
                    (
                        "the transpose: a JVP gives a column, and np.stack "
                        "lays things down as rows unless you say axis=1",
                        np.array([[16.0, 4.0, 1.0], [24.0, 3.0, 0.0]]),
                    ),
                ),
                options={"answers": ("jacobian_by_columns",)},
            ),
            Case(
                "rows",
                (
                    Source(
                        "def vjp(x):\n"
                        "    def pullback(u):\n"
                        "        if np.shape(u) != (3,):\n"
                        "            shape = np.shape(u)\n"
                        "            raise ValueError('the cotangent has '\n"
                        "                             f'shape {shape}')\n"
                        "        return np.array([\n"
                        "            x[1]**2 * u[0] + x[1] * u[1] + u[2],\n"
                        "            2 * x[0] * x[1] * u[0] + x[0] * u[1]])\n"
                        "    a = x[0] * x[1]\n"
                        "    return np.array([a * x[1], a, x[0]]), pullback"
                    ),
                    np.array([3.0, 4.0]),
                ),
                np.array([[16.0, 24.0], [4.0, 3.0], [1.0, 0.0]]),
                check="ps2.jacobian",
                label="F(x) = (x1 x2^2, x1 x2, x1) at (3, 4)",
                mistakes=(
                    (
                        "the transpose: a VJP with a one-hot cotangent "
                        "gives a row",
                        np.array([[16.0, 4.0, 1.0], [24.0, 3.0, 0.0]]),
                    ),
                ),
                options={"answers": ("jacobian_by_rows",)},
            ),
            Case(
                "number of products",
                (
                    counting_program(
                        "jacobian_by_columns", "jvp", "[calls['jvp']]"
                    ),
                    np.arange(1.0, 4.0),
                ),
                (3,),
                check="ps2.products",
                label="jvp",
            ),
            Case(
                "number of products",
                (
                    counting_program(
                        "jacobian_by_rows",
                        "vjp",
                        "[calls['vjp'], calls['pullback']]",
                    ),
                    np.arange(1.0, 4.0),
                ),
                (1, 2),
                check="ps2.products",
                label="vjp pullback",
            ),
        ),
    ),
    "ps2-fool": Exercise(
        answers=("forged_jvp", "forged_vjp"),
        points={"ones": 0.5, "one entry": 0.5, "same author": 1},
        cases=(
            forgery("ones", [0.5, 2.0]),
            forgery("one entry", [0.5, 2.0]),
            forgery("same author", [0.5, 2.0]),
        ),
    ),
    "ps2-exam": Exercise(
        answers=("check_derivatives",),
        points={"exam": 3, "names the property": 1},
        cases=(
            Case("exam", check="ps2.exam", options={"exam": list(PRACTICE)}),
            Case(
                "names the property",
                check="ps2.names",
                options={
                    "exam": [
                        ("value", WRONG_VALUE),
                        ("shape", UNSUMMED),
                        ("unchanged", MASKED),
                        ("repeat", SUMMING),
                        ("difference", TWICE),
                        ("pairing", WAY),
                    ]
                },
            ),
        ),
    ),
}
