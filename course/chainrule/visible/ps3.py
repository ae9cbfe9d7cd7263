"""Visible cases of problem set 3, and the properties it adds.

Assignment: given.
"""

import functools
import hashlib
import itertools
import sys
from dataclasses import replace

import numpy as np

from chainrule.cases import Case, Exercise, NoAnswer, OutOfTime, Source
from chainrule.compare import Mismatch, Partial, kind_of, require_same
from chainrule.count import Counted, Counter
from chainrule.properties import (
    compare_with_references,
    error_name,
    observe,
    observe_source,
    raises,
    refinement,
)


def whole(case, implementation):
    """The result is the expected whole number, or a tuple of them."""
    result, _ = observe(implementation, *case.arguments)
    require_whole(result, case.expected, case.mistakes)


def require_whole(result, expected, mistakes=(), name="the result"):
    """Raise Mismatch unless a result is an expected whole number."""
    if isinstance(expected, tuple):
        if not isinstance(result, tuple | list) or len(result) != len(
            expected
        ):
            raise Mismatch(
                f"{name} should be a tuple of {len(expected)} whole "
                f"numbers, but it is {kind_of(result)}"
            )
    parts = expected if isinstance(expected, tuple) else (expected,)
    found = result if isinstance(expected, tuple) else (result,)
    for number in found:
        if np.ndim(number) or not isinstance(
            number, int | float | np.number | np.ndarray
        ):
            raise Mismatch(
                f"{name} should hold whole numbers, but one is "
                f"{kind_of(number)}"
            )
    if all(a == round(float(b)) for a, b in zip(found, parts)):
        return
    for message, wrong in mistakes:
        wrong = wrong if isinstance(wrong, tuple) else (wrong,)
        if all(a == round(float(b)) for a, b in zip(found, wrong)):
            raise Mismatch(message, f"found {result!s}")
    raise Mismatch(
        f"{name} is wrong. Go through a chain of two, three, four Jacobians "
        "on paper",
        f"found {result!s}, expected {expected!s}",
    )


def counted(case, implementation):
    """Both counts are right, and a counter has seen the products."""
    program, *widths = case.arguments
    (result, seen, shapes), _ = observe_source(program, *widths)
    require_whole(result, case.expected, case.mistakes)
    wanted = {tuple(sorted(pair)) for pair in itertools.pairwise(widths)}
    if seen < sum(case.expected) or not wanted <= set(shapes):
        raise Partial(
            0.5,
            "the repair is right, but not proved: no counter has seen these "
            "products of J_1, J_2 and J_3. Run both on counted arrays and "
            "return what it says",
            f"the counters saw {seen:g} multiplications",
        )


def seal(*parts):
    """What stands here for an answer, so that this file gives none away."""
    text = ":".join(str(part).removesuffix(".0") for part in parts)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def sweeps(case, answer):
    """Both numbers of sweeps are right; else say which one is not."""
    if answer is None:
        raise NoAnswer
    try:
        numbers = [float(number) for number in answer]
    except (TypeError, ValueError):
        numbers = []
    if len(numbers) != 2 or isinstance(answer, str | dict):
        raise Mismatch(
            f"your answer should be two numbers, but it is {kind_of(answer)}"
        )
    right = [seal(k, n) == case.expected[k] for k, n in enumerate(numbers)]
    if all(right):
        return
    known = {sealed: message for message, sealed in case.mistakes}
    message = known.get(seal(*numbers))
    if message is None and not any(right):
        message = "neither number is right yet"
    if message is None:
        which = "second" if right[0] else "first"
        message = f"the {which} number is wrong, the other one is right"
    if seal(*numbers) not in known:
        message += (
            ". What does one sweep cost, and how many sweeps make a Jacobian?"
        )
    raise Mismatch(message)


def price(order, widths):
    """Multiplications of an order, which must name every Jacobian once."""
    cost, next_number = 0, len(widths) - 1
    todo, spans, product = [order], [], object()
    while todo:
        item = todo.pop()
        if item is product:
            (low, j), (_, high) = spans.pop(), spans.pop()
            cost += widths[low] * widths[j] * widths[high]
            spans.append((low, high))
        elif isinstance(item, tuple | list) and len(item) == 2:
            todo += [product, item[1], item[0]]
        elif isinstance(item, int | np.integer) and item == next_number:
            spans.append((next_number - 1, next_number))
            next_number -= 1
        else:
            raise Mismatch(
                "the order is not a bracketing of J_L ... J_1. Write "
                "pairs, and the numbers from L down to 1 from left to right",
                f"found {item!r:.60} where {next_number} or a pair belongs",
            )
    if next_number:
        raise Mismatch(f"the order has no Jacobian number {next_number}")
    return cost


def fan(widths, backward):
    """The order of forward mode, or of reverse mode."""
    numbers = range(1, len(widths))
    order, *rest = reversed(numbers) if backward else numbers
    for number in rest:
        order = (order, number) if backward else (number, order)
    return order


def observe_frugal(function, *arguments):
    """Observe a call; here, stop one that takes a million calls."""
    if hasattr(function, "observe"):
        return observe(function, *arguments)
    calls, before = itertools.count(), sys.getprofile()

    def watch(frame, event, argument):
        if event == "call" and next(calls) == 1_000_000:
            raise OutOfTime(
                "not done after a million calls of functions. How often is "
                "the same smaller polygon computed? functools.cache "
                "remembers it"
            )

    sys.setprofile(watch)
    try:
        return observe(function, *arguments)
    finally:
        sys.setprofile(before)


def cheapest(case, implementation):
    """The cost is the least there is, or the order really has it."""
    result, _ = observe_frugal(implementation, *case.arguments)
    if not isinstance(result, tuple | list) or len(result) != 2:
        raise Mismatch(
            "best_cost should return two values, cost and order, but the "
            f"result is {kind_of(result)}"
        )
    if case.options.get("part") != "order":
        require_whole(result[0], case.expected, case.mistakes, "the cost")
        return
    found = price(result[1], case.arguments[0])
    if found != round(case.expected):
        raise Mismatch(
            "the order is a bracketing, but not the cheapest one",
            f"it costs {found}, the best costs {case.expected}",
        )


def multiplied(case, implementation):
    """The product is right, or it takes the multiplications it should."""
    jacobians, order = case.arguments
    counter = Counter()
    counted = [counter.array(J) for J in jacobians]
    try:
        result, _ = observe(implementation, counted, order)
    except Exception as error:
        if error_name(error) != "ValueError" or "matmul" not in str(error):
            raise
        raise Mismatch(
            "two factors do not fit. Which one is on the left? An order is "
            "written like the product"
        ) from None
    if not isinstance(result, Counted):
        raise Mismatch(
            "multiply should return the product of the given arrays, but "
            f"it returned {kind_of(result)}"
        )
    product = functools.reduce(lambda early, J: J @ early, jacobians)
    require_same(counter.read(result), product, case.tolerance, "the product")
    if not case.options.get("count"):
        return
    widths = [jacobians[0].shape[1], *(len(J) for J in jacobians)]
    wanted = price(order, widths)
    if counter.multiplications != wanted:
        raise Mismatch(
            "the counter saw another number of multiplications than the "
            "order costs. Does the code follow the pairs of order?",
            f"counted {counter.multiplications}, expected {wanted} for "
            f"the order {order}",
        )


def sabotaged(case, answer):
    """One extreme costs at least 40 times what the given order costs."""
    if answer is None:
        raise NoAnswer
    try:
        widths, order = answer
        whole = [int(d) for d in widths]
        fractions = any(a != b for a, b in zip(whole, widths))
    except (TypeError, ValueError, OverflowError):
        raise Mismatch(
            "sabotage should be a pair: the widths, and an order"
        ) from None
    widths = whole
    if not 2 <= len(widths) - 1 <= 20:
        raise Mismatch("use 2 to 20 Jacobians, so 3 to 21 widths")
    if fractions or min(widths) < 1 or max(widths) > 100:
        raise Mismatch("every width must be a whole number from 1 to 100")
    best, mode = price(order, widths), case.options["mode"]
    cost = price(fan(widths, mode == "reverse"), widths)
    if cost < 40 * best:
        raise Mismatch(
            f"{mode} mode is only {cost / best:.1f} times as expensive as "
            "your order. Which widths does every one of its products hold?",
            f"{mode} mode costs {cost}, your order {best}",
        )


class Layers(Counter):
    """Counts evaluations of layers, and activations stored meanwhile.

    Args:
        kinds: Names of the functions that are layers.
        last: Name of the last layer, which is none of the others.
    """

    def __init__(self, kinds, last):
        super().__init__()
        self.kinds, self.last = {*kinds, last}, last
        self.size = self.stored = self.evaluations = 0
        self.resting = 1  # the cotangent that waits

    def dispatch(self, name, arguments, keywords):
        """Look at the memory before each evaluation of a layer."""
        if name not in self.kinds:
            return super().dispatch(name, arguments, keywords)
        stored = self.live // arguments[0].size - self.resting
        self.stored = max(self.stored, stored)
        self.evaluations += 1
        result = super().dispatch(name, arguments, keywords)
        if name == self.last:
            self.resting = 3  # the output and two cotangents
        return result


def checkpointed(case, implementation):
    """The pullback is right, stores little, or recomputes little."""
    run, x, y_bar, kinds, segments = case.arguments
    counter = Layers(kinds[:-1], kinds[-1])
    x, y_bar = counter.array(x), counter.array(y_bar)
    result, _ = observe_source(run, x, y_bar, kinds, segments)
    if not all(isinstance(array, Counted) for array in result):
        raise Mismatch(
            "y and x_bar should be arrays made from the given ones, but "
            f"they are {' and '.join(kind_of(array) for array in result)}"
        )
    length = len(kinds)
    if counter.evaluations < length:
        raise Mismatch(
            f"only {counter.evaluations} of {length} layers ran on the "
            "array that was handed in. Go from it through all of them"
        )
    part, size = case.options["part"], length // segments
    if part == "value":
        y, x_bar = (counter.read(array) for array in result)
        expected = case.arguments[1]
        for kind in kinds:
            expected = getattr(np, kind)(expected)
        require_same(y, expected, case.tolerance, "y")
        compare_with_references(case, x_bar, "x_bar")
    else:
        require_pulled(case, counter, result)
    most = segments + size - 1
    if part == "stored" and counter.stored > most + 2:
        raise Mismatch(
            f"{counter.stored} activations are stored at the peak, and "
            f"{most} are enough, with 2 more at work. Is a segment's last "
            "use followed by letting go of all its activations?",
        )
    again, allowed = counter.evaluations - 2 * length, length - size
    allowed -= segments - 1
    if part == "recomputed" and again > allowed:
        raise Mismatch(
            f"apply runs {again} steps again, and {allowed} are enough. "
            "The last segment is not computed again, and neither is an "
            "input that is stored",
        )


def require_pulled(case, counter, result):
    """Raise Mismatch unless y and x_bar are right: savings need a value."""
    _, y, x_bar, kinds, _ = case.arguments
    for kind in kinds:
        y, x_bar = getattr(np, kind)(y), x_bar * SLOPES[kind](y)
    try:
        require_same(counter.read(result[0]), y, 1e-7)
        require_same(counter.read(result[1]), x_bar, 1e-7)
    except Mismatch:
        raise Mismatch(
            "y or x_bar is wrong here, so what the run saves does not "
            "count yet. First make the value right"
        ) from None


@refinement
def refuses(case, implementation):
    """A model that does not exist ends in the error asked for."""
    raises(case, implementation)


def long_program(case, implementation):
    """A program of very many lines, each of which uses two earlier ones."""
    run, length, slope, backward = case.arguments
    expected = np.ones(length)
    if backward:
        expected[0] += (length - 2) * slope
    else:
        expected[1:] += slope * np.arange(length - 1)
    result, _ = observe_source(run, length, slope)
    require_same(result, expected, 1e-9)


def banded(case, implementation):
    """The bands are right, or few products suffice."""
    numbers, n, w = case.arguments
    rows = np.arange(n) + np.arange(-w, w + 1)[:, None]
    pattern = (3 * rows + np.arange(n)) % len(numbers)
    bands = numbers[pattern] * (1 + np.arange(n) / n)
    bands[(rows < 0) | (rows >= n)] = 0.0
    calls = []

    def push(x_dot):
        if np.shape(x_dot) != (n,):
            raise ValueError(f"push takes a tangent of shape ({n},)")
        calls.append(1)
        if case.options.get("count") and len(calls) > 2 * w + 1:
            raise RuntimeError("push is used up")
        y_dot = np.zeros(n + 2 * w)
        for k in range(2 * w + 1):
            y_dot[k : k + n] += bands[k] * x_dot
        return y_dot[w : w + n]

    try:
        result, _ = observe(implementation, push, n, w)
    except Exception:
        if not case.options.get("count") or len(calls) <= 2 * w + 1:
            raise
        result = None
    if case.options.get("count") and len(calls) > 2 * w + 1:
        raise Mismatch(
            f"push runs more than {2 * w + 1} times, and {2 * w + 1} are "
            "enough. Which columns never touch the same row?"
        )
    require_bands(case, result, bands, (rows >= 0) & (rows < n))


def require_bands(case, result, bands, inside):
    """Raise Mismatch unless bands are right; name what is usually wrong."""
    if result is None or np.shape(result) != bands.shape:
        raise Mismatch(
            f"bands should have shape {bands.shape}, but the result is "
            f"{kind_of(result)}"
        )
    plain = isinstance(result, np.ndarray)
    if plain and np.allclose(result[inside], bands[inside], 1e-9, 0):
        if np.any(result[~inside]):
            raise Mismatch(
                "some entries lie outside of the Jacobian and should be 0. "
                "Near its corners a band has fewer than n entries"
            )
    w = len(bands) // 2
    by_row = [np.roll(band, k - w) for k, band in enumerate(bands)]
    mistakes = (
        (
            "the bands are upside down: J[i, j] stands in row w + i - j, so "
            "the diagonal just above the main one is row w - 1",
            bands[::-1],
        ),
        (
            "the entry J[i, j] belongs into column j of bands, not into "
            "column i",
            np.array(by_row),
        ),
        (
            "the bands are upside down, and J[i, j] stands in column i "
            "instead of column j",
            np.array(by_row[::-1]),
        ),
    )
    known = replace(case, expected=bands, mistakes=mistakes)
    compare_with_references(known, result, "bands")


SLOPES = {
    "sin": np.cos,
    "arctan": lambda x: 1 / (1 + x * x),
    "tanh": lambda x: 1 / np.cosh(x) ** 2,
    "sinh": np.cosh,
}
RUN = """
def run(x, y_bar, kinds, segments):
    slopes = {
        "sin": np.cos,
        "arctan": lambda x: 1 / (1 + x * x),
        "tanh": lambda x: 1 / np.cosh(x) ** 2,
        "sinh": np.cosh,
    }

    class Primitive:
        def __init__(self, kind):
            self.apply, self.slope = getattr(np, kind), slopes[kind]

        def jvp(self, x, x_dot):
            return self.apply(x), self.slope(x) * x_dot

        def vjp(self, x):
            return self.apply(x), lambda y_bar: self.slope(x) * y_bar

    class Sums:
        apply = staticmethod(np.cumsum)

        def jvp(self, x, x_dot):
            return np.cumsum(x), np.cumsum(x_dot)

        def vjp(self, x):
            back = lambda y_bar: np.flip(np.cumsum(np.flip(y_bar)))
            return np.cumsum(x), back

    functions = [
        Sums() if kind == "cumsum" else Primitive(kind) for kind in kinds
    ]
    result = checkpointed_vjp(functions, x, segments)
    pair = isinstance(result, (tuple, list)) and len(result) == 2
    if not pair or not callable(result[1]):
        raise TypeError(
            "checkpointed_vjp should return two values, y and a function "
            "pullback"
        )
    y, pullback = result
    result = None
    return y, pullback(y_bar)
"""
PROOF = """
def run(*widths):
    from chainrule.count import Counter
    seen, shapes = [0], set()
    plain, adopt = Counter.dispatch, Counter.adopt

    def dispatch(counter, *arguments):
        before = counter.multiplications
        result = plain(counter, *arguments)
        seen[0] += counter.multiplications - before
        return result

    def adopted(counter, array):
        shapes.add(tuple(sorted(array.shape)))
        return adopt(counter, array)

    Counter.dispatch, Counter.adopt = dispatch, adopted
    try:
        return two_products(*widths), seen[0], tuple(shapes)
    finally:
        Counter.dispatch, Counter.adopt = plain, adopt
"""
LONG = """
def run(length, slope):
    class Lines(list):
        looks = 0

        def look(self, found, size):
            self.looks += size
            if self.looks > 50 * length:
                raise RuntimeError(
                    "the lines have been looked at 50 times each, and once "
                    "is enough. Let a line hand its share to what it uses"
                )
            return found

        def __iter__(self):
            return self.look(super().__iter__(), length)

        def __getitem__(self, index):
            found = super().__getitem__(index)
            size = len(found) if isinstance(index, slice) else 1
            return self.look(found, size)

    lines = [(), ((0, 1.0),)]
    lines += [((i - 1, 1.0), (0, slope)) for i in range(2, length)]
    seed = np.zeros(length)
    seed[START] = 1.0
    return SOLVE(Lines(lines), seed)
"""
LONG_FORWARD = LONG.replace("START", "0").replace(
    "SOLVE", "forward_substitution"
)
LONG_BACK = LONG.replace("START", "-1").replace("SOLVE", "back_substitution")
THREE = ("sin", "arctan", "tanh")
DEEP = (THREE * 21) + ("sinh",)
AT = np.array([0.5, -1.2, 2.0])
BACK = np.array([1.0, -2.0, 0.5])
FOUR = np.array(
    [0.640506833426753, -0.27956367303315593, -0.08304786334081243]
)
MIXING = ("sin", "cumsum", "tanh", "cumsum", "cumsum", "sinh")
SIX = np.array(
    [-0.8574151733817323, -0.014725983684992948, -0.24666129769125025]
)
OUT_OF_ORDER = (
    "these layers do not commute: pull back through the last segment first, "
    "and in a segment through the last step first"
)
SIX_OUT_OF_ORDER = (
    np.array([-1.9819256065799686, -0.9317292609040624, -0.24666129769125028]),
    np.array([-1.5940738470595894, -0.5272980714072133, -0.24666129769125025]),
    np.array([-2.2951394414379234, -1.228198568905939, -0.24666129769125028]),
    np.array(
        [-1.2070352922705578, -0.06511207004851338, -0.24666129769125025]
    ),
)
SIXTYFOUR = np.array(
    [0.03277364702842438, -0.004154763541019075, -0.0012815323704964258]
)
STEEP = np.array(
    [[1.0, 2.0], [0.0, 1.0], [3.0, -1.0]],
)
WIDE = np.array([[2.0, 0.0, 1.0]])
TALL = np.array([[1.0], [-1.0], [2.0], [4.0]])
PRODUCT = np.array(
    [[5.0, 3.0], [-5.0, -3.0], [10.0, 6.0], [20.0, 12.0]],
)
LINES = (
    (),
    (),
    ((0, 3.0), (1, 2.0)),
    ((2, 0.5),),
    ((2, 1.0), (1, 1.0)),
    ((3, 9.0), (4, -1.0)),
)
CONNECTIONS = np.array(
    [
        [0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
        [0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
        [3.0, 2.0, 0.0, 0.0, 0.0, 0.0],
        [0.0, 0.0, 0.5, 0.0, 0.0, 0.0],
        [0.0, 1.0, 1.0, 0.0, 0.0, 0.0],
        [0.0, 0.0, 0.0, 9.0, -1.0, 0.0],
    ]
)
NUMBERS = np.array([2.0, -1.0, 0.5, 3.0, -2.5, 1.5, 4.0])


def costs(criterion, answer, widths, expected, *mistakes):
    """A case of ps3-costs."""
    return Case(
        criterion,
        (widths,),
        expected,
        check="ps3.whole",
        label=f"widths {widths}",
        mistakes=mistakes,
        options={"answers": (answer,)},
    )


def memory(criterion, answer, widths, model, expected, *mistakes):
    """A case of ps3-memory."""
    return Case(
        criterion,
        (widths, model),
        expected,
        check="ps3.refuses" if expected == "ValueError" else "ps3.whole",
        label=f"widths {widths}, model {model!r}",
        mistakes=mistakes,
        options={"answers": (answer,)},
    )


def best(criterion, widths, expected, *mistakes, **options):
    """A case of ps3-best."""
    short = len(widths) < 10
    return Case(
        criterion,
        (widths,),
        expected,
        check="ps3.cheapest",
        label=f"widths {widths}" if short else f"{len(widths) - 1} Jacobians",
        mistakes=mistakes,
        options=options,
    )


def checkpoint(part, kinds, segments, expected=None, *mistakes):
    """A case of ps3-checkpoint."""
    return Case(
        part,
        (Source(RUN, ("checkpointed_vjp",)), AT, BACK, kinds, segments),
        expected,
        check="ps3.checkpointed",
        label=f"{len(kinds)} layers in {segments} segments",
        mistakes=mistakes,
        options={"part": part},
    )


def system(criterion, answer, arguments, expected, *known, **more):
    """A case of ps3-system or of ps3-solves."""
    more = {"mistakes": known, "options": {"answers": (answer,)}, **more}
    return Case(criterion, arguments, expected, **more)


EXERCISES = {
    "ps3-costs": Exercise(
        answers=("forward_cost", "reverse_cost"),
        points={"forward": 1, "reverse": 1},
        cases=(
            costs(
                "forward",
                "forward_cost",
                (2, 3, 5, 7),
                100,
                (
                    "the second product is priced like the first. Its "
                    "left factor is J_3, its right factor J_2 J_1: which "
                    "shapes?",
                    60,
                ),
                (
                    "this also multiplies J_1 by something. The first "
                    "product is J_2 J_1",
                    112,
                ),
                ("this is the cost of reverse mode", 147),
            ),
            costs("forward", "forward_cost", (10, 1, 10, 1, 10), 300),
            costs("forward", "forward_cost", (20, 1, 20, 3, 1), 1660),
            costs("forward", "forward_cost", (4, 9), 0),
            costs(
                "reverse",
                "reverse_cost",
                (2, 3, 5, 7),
                147,
                (
                    "the last product is missing, the one with J_1, which "
                    "has d_0 columns",
                    105,
                ),
                (
                    "this multiplies J_L by something. The first product "
                    "is J_L J_{L-1}",
                    392,
                ),
                ("this is the cost of forward mode", 100),
            ),
            costs("reverse", "reverse_cost", (20, 1, 20, 3, 1), 100),
            costs("reverse", "reverse_cost", (784, 128, 64, 10, 1), 109184),
        ),
    ),
    "ps3-errata": Exercise(
        answers=("two_products",),
        points={"counted": 1},
        cases=(
            Case(
                "counted",
                (Source(PROOF, ("two_products",)), 2, 3, 5, 7),
                (30, 70),
                check="ps3.counted",
                label="widths (2, 3, 5, 7)",
                mistakes=(
                    (
                        "this is the claim with its slip. J_3 has d_2 "
                        "columns, and J_2 J_1 has d_0: ask the counter",
                        (30, 30),
                    ),
                    (
                        "the second number is the total of both products",
                        (30, 100),
                    ),
                    (
                        "this is reverse mode: J_3 J_2 first",
                        (105, 42),
                    ),
                ),
            ),
        ),
    ),
    "ps3-predict-sweeps": Exercise(
        answers=("predicted_sweeps",),
        points={"prediction": 1},
        cases=(
            Case(
                "prediction",
                expected=("3b34d50af3a9", "04a871884400"),
                check="ps3.sweeps",
                mistakes=(
                    (
                        "these are the bracketings. A sweep starts from a "
                        "one-hot vector and multiplies every Jacobian by it",
                        "e1bd70698de8",
                    ),
                    (
                        "this is one sweep each. How many sweeps make a "
                        "Jacobian?",
                        "50ca0e6db9ab",
                    ),
                    (
                        "forward mode needs one sweep for each input, "
                        "reverse mode one for each output",
                        "9f0b3e0ffdfa",
                    ),
                ),
            ),
        ),
    ),
    "ps3-best": Exercise(
        answers=("best_cost",),
        points={"cost": 2, "order": 1.5, "many layers": 0.5},
        cases=(
            best("cost", (2, 3, 5, 7), 100),
            best(
                "cost",
                (10, 1, 10, 1, 10),
                120,
                (
                    "no fan is best here: let the last product stand anywhere",
                    300,
                ),
            ),
            best(
                "cost",
                (5, 10, 3, 12, 5),
                405,
                (
                    "forward mode costs this, and so does the cheapest "
                    "product first. Neither is best",
                    630,
                ),
            ),
            best("cost", (20, 1, 20, 3, 1), 83),
            best("cost", (3, 50, 2, 50, 3), 618),
            best("cost", (4, 9), 0),
            best("order", (5, 10, 3, 12, 5), 405, part="order"),
            best("order", (2, 3, 5, 7), 100, part="order"),
            best("order", (10, 1, 10, 1, 10), 120, part="order"),
            best("order", (4, 9), 0, part="order"),
            best("many layers", (9, 2, 7, 3) * 10, 1144),
            best("many layers", (9, 2, 7, 3) * 10, 1144, part="order"),
        ),
    ),
    "ps3-multiply": Exercise(
        answers=("multiply",),
        points={"value": 1, "multiplications": 1},
        cases=(
            Case(
                "value",
                ((STEEP, WIDE, TALL), (3, (2, 1))),
                PRODUCT,
                check="ps3.multiplied",
                label="three Jacobians, forward",
            ),
            Case(
                "value",
                ((STEEP, WIDE, TALL), ((3, 2), 1)),
                PRODUCT,
                check="ps3.multiplied",
                label="three Jacobians, reverse",
            ),
            Case(
                "multiplications",
                ((STEEP, WIDE, TALL), (3, (2, 1))),
                check="ps3.multiplied",
                label="three Jacobians, forward",
                options={"count": True},
            ),
            Case(
                "multiplications",
                ((STEEP, WIDE, TALL), ((3, 2), 1)),
                check="ps3.multiplied",
                label="three Jacobians, reverse",
                options={"count": True},
            ),
        ),
    ),
    "ps3-sabotage": Exercise(
        answers=("sabotage",),
        points={"forward": 1, "reverse": 1},
        cases=(
            Case(
                "forward", check="ps3.sabotaged", options={"mode": "forward"}
            ),
            Case(
                "reverse", check="ps3.sabotaged", options={"mode": "reverse"}
            ),
        ),
    ),
    "ps3-memory": Exercise(
        answers=("forward_memory", "reverse_memory"),
        points={"dense": 1.5, "vectors": 1, "unknown model": 0.5},
        cases=(
            memory(
                "dense",
                "forward_memory",
                (10, 10, 10),
                "dense",
                310,
                (
                    "the buffer that receives the new product is missing: "
                    "a product cannot be written over its own factors",
                    210,
                ),
            ),
            memory(
                "dense",
                "reverse_memory",
                (10, 10, 10),
                "dense",
                310,
                (
                    "the receiving buffer is missing, and the current "
                    "activation is counted twice: it is a stored one. And "
                    "step 1 still counts x_1",
                    230,
                ),
                (
                    "two activations beside two products: the last step "
                    "has freed x_1 before it starts with J_1. Or a product "
                    "is counted in step L, where there is none yet",
                    320,
                ),
            ),
            memory("dense", "forward_memory", (2, 3, 5, 7), "dense", 64),
            memory("dense", "reverse_memory", (2, 3, 5, 7), "dense", 76),
            memory("dense", "forward_memory", (4, 5), "dense", 24),
            memory("vectors", "forward_memory", (2, 3, 5, 7), "vectors", 14),
            memory(
                "vectors",
                "reverse_memory",
                (2, 3, 5, 7),
                "vectors",
                17,
                ("the cotangent is missing", 10),
            ),
            memory(
                "vectors",
                "reverse_memory",
                (3, 8, 2),
                "vectors",
                13,
                (
                    "the widest cotangent arrives when activations have "
                    "been freed already. Go through the steps",
                    19,
                ),
            ),
            memory(
                "unknown model",
                "forward_memory",
                (2, 3),
                "sparse",
                "ValueError",
            ),
            memory(
                "unknown model",
                "reverse_memory",
                (2, 3),
                "sparse",
                "ValueError",
            ),
        ),
    ),
    "ps3-checkpoint": Exercise(
        answers=("checkpointed_vjp",),
        points={"value": 1.5, "stored": 1.5, "recomputed": 1},
        cases=(
            checkpoint("value", (*THREE, "sinh"), 2, FOUR),
            checkpoint("value", (*THREE, "sinh"), 1, FOUR),
            checkpoint(
                "value",
                MIXING,
                3,
                SIX,
                *((OUT_OF_ORDER, wrong) for wrong in SIX_OUT_OF_ORDER),
            ),
            checkpoint("value", DEEP, 8, SIXTYFOUR),
            checkpoint("stored", DEEP, 8),
            checkpoint("stored", DEEP, 4),
            checkpoint("recomputed", DEEP, 8),
        ),
    ),
    "ps3-system": Exercise(
        answers=("matrix_of",),
        points={"matrix": 1},
        cases=(
            system(
                "matrix",
                "matrix_of",
                (LINES,),
                np.eye(6) - CONNECTIONS,
                label="a program of six lines",
                mistakes=(
                    (
                        "this is I + C. A line says v_dot_i - sum c_ij "
                        "v_dot_j = 0",
                        np.eye(6) + CONNECTIONS,
                    ),
                    ("the diagonal is missing", -CONNECTIONS),
                ),
            ),
            system(
                "matrix",
                "matrix_of",
                (((), ((0, 3.0), (0, 3.0))),),
                np.array([[1.0, 0.0], [-6.0, 1.0]]),
                (
                    "two uses of one line add up",
                    np.array([[1.0, 0.0], [-3.0, 1.0]]),
                ),
                label="a square, written as v_0 v_0",
            ),
        ),
    ),
    "ps3-solves": Exercise(
        answers=("forward_substitution", "back_substitution"),
        points={"forward": 0.75, "reverse": 0.75, "long program": 0.5},
        cases=(
            system(
                "forward",
                "forward_substitution",
                (LINES, np.eye(6)[0]),
                np.array([1.0, 0.0, 3.0, 1.5, 3.0, 10.5]),
                label="seed: the first input moves",
            ),
            system(
                "forward",
                "forward_substitution",
                (LINES, np.array([1.0, 2.0, 0.0, 1.0, 0.0, 0.0])),
                np.array([1.0, 2.0, 7.0, 4.5, 9.0, 31.5]),
                (
                    "the seed of line 3 is lost. A line adds to its seed",
                    np.array([1.0, 2.0, 7.0, 3.5, 9.0, 22.5]),
                ),
                label="both inputs move, and line 3 by itself",
            ),
            system(
                "reverse",
                "back_substitution",
                (LINES, np.eye(6)[5]),
                np.array([10.5, 6.0, 3.5, 9.0, -1.0, 1.0]),
                (
                    "a value that is used twice gets one of its two "
                    "shares: add, do not overwrite",
                    np.array([13.5, 9.0, 4.5, 9.0, -1.0, 1.0]),
                ),
                label="seed: the last line",
            ),
            system(
                "reverse",
                "back_substitution",
                (LINES, np.array([0.0, 0.0, 1.0, 0.0, 2.0, 1.0])),
                np.array([19.5, 14.0, 6.5, 9.0, 1.0, 1.0]),
                label="seed: lines 2, 4 and 5",
            ),
            system(
                "forward",
                "forward_substitution",
                (LINES, np.eye(6)[0]),
                None,
                check="inputs_unchanged",
            ),
            system(
                "reverse",
                "back_substitution",
                (LINES, np.eye(6)[5]),
                None,
                check="inputs_unchanged",
            ),
            system(
                "long program",
                "forward_substitution",
                (
                    Source(LONG_FORWARD, ("forward_substitution",)),
                    20000,
                    0.25,
                    False,
                ),
                None,
                check="ps3.long_program",
                label="20000 lines",
            ),
            system(
                "long program",
                "back_substitution",
                (
                    Source(LONG_BACK, ("back_substitution",)),
                    20000,
                    0.25,
                    True,
                ),
                None,
                check="ps3.long_program",
                label="20000 lines",
            ),
        ),
    ),
    "ps3-banded": Exercise(
        answers=("banded_jacobian",),
        points={"value": 1, "products": 1},
        cases=(
            Case(
                "value",
                (NUMBERS, 8, 1),
                check="ps3.banded",
                label="n = 8, w = 1",
            ),
            Case(
                "value",
                (NUMBERS, 7, 2),
                check="ps3.banded",
                label="n = 7, w = 2",
            ),
            Case(
                "products",
                (NUMBERS, 1000, 1),
                check="ps3.banded",
                label="n = 1000, w = 1",
                options={"count": True},
            ),
        ),
    ),
}
