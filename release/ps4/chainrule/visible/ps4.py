"""Visible cases of problem set 4, and the properties it adds.

Assignment: given.
"""

import hashlib
from dataclasses import replace
from itertools import permutations

import numpy as np

from chainrule.cases import Case, Exercise, NoAnswer, OutOfTime, Source
from chainrule.compare import Mismatch, kind_of, pattern, require_same
from chainrule.count import Counted, Counter
from chainrule.properties import (
    compare_with_references,
    error_name,
    observe,
    observe_source,
    refinement,
)

BARS = ("x_bar", "B_bar", "A_bar")


def right(found, expected, tolerance=1e-6):
    """Whether a value equals another, as a yes or no."""
    try:
        require_same(found, expected, tolerance)
    except Mismatch:
        return False
    return True


def require_parts(result, names, what="the result"):
    """The result is a tuple with one entry for each name."""
    if not isinstance(result, tuple | list) or len(result) != len(names):
        raise Mismatch(
            f"{what} should be a tuple ({', '.join(names)}), "
            f"but it is {kind_of(result)}"
        )


def require_order(result, expected, names, k):
    """Neither all in reverse, nor entry k in another's place."""
    result, expected = list(result), list(expected)
    turned = right(result, expected[::-1])
    if right(result[k], expected[k]) and not turned:
        return
    for order in permutations(range(len(names))):
        if right(result, [expected[k] for k in order]):
            raise Mismatch(
                "these are the right arrays in the wrong order: return "
                f"({', '.join(names)})"
            )


def compare_part(case, k, result, name, clue=""):
    """Compare one entry of a tuple; a clue follows an unknown mistake."""
    differences = case.differences
    if differences is not None:
        differences = differences[0][k], differences[1]
    part = replace(case, expected=case.expected[k], differences=differences)
    try:
        compare_with_references(part, result[k], name)
    except Mismatch as mismatch:
        known = any(mismatch.message == text for text, _ in case.mistakes)
        message = mismatch.message + ("" if known else clue)
        raise Mismatch(message, mismatch.detail) from None


def seal(*parts):
    """What stands here for an answer, so that this file gives none away."""
    text = ":".join(str(part).removesuffix(".0") for part in parts)
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
    whole = [round(number) for number in numbers]
    near = np.abs(numbers - whole) < 0.02  # 2.9998 will do for a 3
    right = [seal(k, n) == case.expected[k] for k, n in enumerate(whole)]
    right = np.logical_and(right, near)
    if np.all(right):
        return
    known = {sealed: message for message, sealed in case.mistakes}
    advice = (
        f"not right yet: {int(np.sum(right))} of the {wanted} numbers are. "
        "Write the lines down and count the products as large as B"
    )
    raise Mismatch(known.get(seal(*whole), advice))


def pushed(case, jvp):
    """y_dot is right for the tangents of x, B and A."""
    x, B, A, *tangents = case.arguments
    result, _ = observe(jvp, x, B, A, tuple(tangents))
    compare_with_references(case, result, "y_dot")


def bars(case, implementation):
    """One of x_bar, B_bar and A_bar is right; the others are evidence."""
    result, _ = observe(implementation, *case.arguments)
    require_parts(result, BARS)
    k = case.options["entry"]
    require_order(result, case.expected, BARS, k)
    compare_part(case, k, result, BARS[k], evidence(case, result, k))


def evidence(case, result, k):
    """Say which line is the first wrong one, as far as others show it."""
    if BARS[k] == "A_bar":
        return (
            ". Look at the line y = A z: A_bar pairs every entry of y_bar "
            "with every entry of z"
        )
    other = 1 - k
    if right(result[other], case.expected[other]):
        return (
            f". {BARS[other]} is right, so h_bar should be right too: look "
            f"at the line of {BARS[k]}"
        )
    x = case.arguments[0]
    text = (
        ". x_bar and B_bar are both wrong, so look one line earlier, at "
        "h_bar and at the z_bar it is made of"
    )
    if np.shape(result[1]) == np.shape(case.expected[1]):
        h_bar = np.asarray(result[1], float) @ x
        wanted = case.expected[1] @ x
        if right(h_bar, wanted):
            return ". h_bar is right: only the lines after it are wrong"
        hint = pattern(h_bar, wanted)
        if hint:
            text += f". As B_bar shows h_bar{hint.replace('. ', ': ')}"
    return text


def first_of(case, layer):
    """The value that comes before the pullback is right."""
    value, _ = pair(layer, case.arguments)
    compare_finite(case, value, "the value")


def compare_finite(case, value, name):
    """Compare; a case may know why its numbers leave the finite ones."""
    try:
        compare_with_references(case, value, name)
    except Mismatch as mismatch:
        why = case.options.get("not finite")
        if why is None or "infinite" not in mismatch.message:
            raise
        raise Mismatch(f"{name} is not finite: {why}") from None


def pair(layer, arguments):
    """Call a layer; return its value and its pullback."""
    result, _ = observe(layer, *arguments)
    require_parts(result, ("value", "pullback"))
    value, pullback = result
    if not callable(pullback):
        raise Mismatch(
            "the second entry should be the pullback, a function, but it "
            f"is {kind_of(pullback)}. Return the function without calling it"
        )
    return value, pullback


def pulled(case, layer):
    """What the layer's pullback returns is right."""
    *primals, cotangent = case.arguments
    _, pullback = pair(layer, primals)
    result, _ = observe(pullback, cotangent)
    names = case.options.get("names")
    if names is None:
        compare_finite(case, result, "what the pullback returns")
        return
    require_parts(result, names, "what the pullback returns")
    k = case.options["entry"]
    require_order(result, case.expected, names, k)
    clue = ""
    if names[k] == "c_bar":
        clue = shared_clue(result[k], case.expected[k])
    compare_part(case, k, result, names[k], clue)


def shared_clue(found, expected):
    """What to say about a bias whose cotangent has another shape."""
    if np.shape(found) == np.shape(expected):
        return ""
    return (
        ". Every example uses the same c: add up the rows and nothing else, "
        "axis=0"
    )


@refinement
def no_trace(case, layer):
    """Calls of a layer and of its pullback do not disturb each other."""
    *primals, cotangent = case.arguments
    _, pullback = pair(layer, primals)
    first, changed = observe(pullback, cotangent)
    if changed:
        raise Mismatch(
            "the pullback changes the cotangent it is given. Somebody "
            "else may still need it: compute a new array"
        )
    second, _ = observe(pullback, cotangent)
    if not right(second, first, 1e-13):
        raise Mismatch(
            "calling the same pullback twice gives two results. What did "
            "the first call overwrite?"
        )
    if "other" in case.options:
        pair(layer, case.options["other"])
        if not right(observe(pullback, cotangent)[0], first, 1e-13):
            raise Mismatch(
                "a pullback changes its mind when the layer runs on other "
                "inputs. It must remember the run that made it"
            )


@refinement
def remembers(case, layer):
    """The pullback evaluates no tanh and no exponential again.

    A layer that does not run on counted arrays is not judged.
    """
    counter = Counter()
    *primals, cotangent = (counted(counter, a) for a in case.arguments)
    try:
        _, pullback = pair(layer, primals)
        before = sum(counter.calls.values())
        observe(pullback, cotangent)
    except (Mismatch, OutOfTime, NoAnswer):
        raise
    except Exception as error:
        if error_name(error) == "NotImplementedError":
            raise
        return
    if sum(counter.calls.values()) > before:
        raise Mismatch(
            "the pullback evaluates tanh again. The forward run had its "
            "output already: keep it, and make the slope from it"
        )


def counted(counter, value):
    """Arrays, also inside tuples, as counted ones."""
    if isinstance(value, tuple):
        return tuple(counted(counter, item) for item in value)
    return counter.array(value)


def network(case, perceptron):
    """The pullback of a whole network, judged from its end."""
    *parameters, X, Z_bar = case.arguments
    _, pullback = pair(perceptron, (tuple(parameters), X))
    result, _ = observe(pullback, Z_bar)
    require_parts(
        result, ("parameters_bar", "X_bar"), "what the pullback returns"
    )
    names = layer_names(len(parameters))
    require_parts(result[0], names, "parameters_bar")
    flat = (*result[0], result[1])
    if case.options["part"] == "X_bar":
        last = len(parameters)
        compare_part(case, last, flat, "X_bar", input_clue(case, flat))
        return
    require_network_order(result[0], case.expected[:-1], names)
    for k in reversed(range(0, len(parameters), 2)):
        for entry in (k + 1, k):
            clue = layer_clue(names, k, entry)
            compare_part(case, entry, flat, names[entry], clue)


def require_network_order(result, expected, names):
    """No layers in reverse, and no bias before its weights."""
    count = len(names)
    forward = list(range(count))
    last_first = [count - 2 - k + 2 * (k % 2) for k in forward]
    swapped = [k ^ 1 for k in forward]
    found = list(result)
    if right(found, list(expected)):
        return
    for order in (last_first, swapped, forward[::-1]):
        if right(found, [expected[k] for k in order]):
            raise Mismatch(
                "these are the right arrays in the wrong order: return "
                f"({', '.join(names)})"
            )


def layer_names(count):
    """Names of the parameters' cotangents: W1_bar, c1_bar, W2_bar, ..."""
    return tuple(f"{'Wc'[k % 2]}{k // 2 + 1}_bar" for k in range(count))


def layer_clue(names, k, entry):
    """Say where the backward sweep was still right; biases come first."""
    if entry == k:
        return f". {names[k + 1]} is right: look at the line of {names[k]}"
    if k + 2 >= len(names):
        return ". This is the last layer, the first that Z_bar meets"
    return (
        f". {names[k + 2]} and {names[k + 3]} are right: the first mistake "
        f"is between the layers {k // 2 + 2} and {k // 2 + 1}"
    )


def input_clue(case, flat):
    """Say whether the first layer's weights already are wrong."""
    if right(list(flat[:2]), list(case.expected[:2])):
        return ". W1_bar and c1_bar are right, so it is the very last step"
    return ". So are W1_bar or c1_bar: repair them first"


def risk_loss(case, risk):
    """The loss is right; the gradient is not looked at."""
    *parameters, X, Y = case.arguments
    result, _ = observe(risk, tuple(parameters), (X, Y))
    require_parts(result, ("loss", "gradient"))
    compare_with_references(case, result[0], "the loss")


def risk_gradient(case, risk):
    """The gradient, nested as the parameters are, is right."""
    w, c, X, Y = case.arguments
    result, _ = observe(risk, (w, c), (X, Y))
    require_parts(result, ("loss", "gradient"))
    require_parts(result[1], ("w_bar", "c_bar"), "the gradient")
    require_order(result[1], case.expected[:2], ("w_bar", "c_bar"), 0)
    clues = "", shared_clue(result[1][1], case.expected[1])
    for k, name in enumerate(("w_bar", "c_bar")):
        compare_part(case, k, result[1], name, clues[k])


def penalty_loss(case, penalized):
    """The loss with its penalty is right."""
    result, _ = observe(penalized, *nested(case))
    require_parts(result, ("loss", "parameters_bar"))
    compare_with_references(case, result[0], "the loss")


def penalty_gradient(case, penalized):
    """The gradient is right, layer by layer, from the last one."""
    result, _ = observe(penalized, *nested(case))
    require_parts(result, ("loss", "parameters_bar"))
    names = layer_names(4)
    require_parts(result[1], names, "parameters_bar")
    for entry in (3, 2, 1, 0):
        clue = layer_clue(names, entry & 2, entry)
        compare_part(case, entry, result[1], names[entry], clue)


def nested(case):
    """(W1, c1, W2, c2, X), with labels and more from the options."""
    *parameters, X = case.arguments
    more = case.options["labels"], case.options["number"]
    return tuple(parameters), X, *more


def stepped(case, signed_step):
    """The moved inputs are right, and the given ones are not moved."""
    result, changed = observe(signed_step, *nested(case))
    compare_with_references(case, result, "the batch of moved inputs")
    if changed:
        raise Mismatch(
            "the function moves the inputs it is given. Return new ones"
        )


def trained(case, train):
    """The parameters (part 0) or the losses (part 1) are right."""
    result, _ = observe(train, *case.arguments)
    require_parts(result, ("parameters", "losses"))
    k = case.options["part"]
    compare_part(case, k, result, ("the parameters", "the losses")[k])


def iterated(case, train):
    """Batches that only a for loop can reach are all used."""
    run, *arguments = case.arguments
    try:
        result, _ = observe_source(run, *arguments)
    except Exception as error:
        if error_name(error) != "TypeError":
            raise
        raise Mismatch(
            "batches may be anything that a for loop takes, a generator "
            "too: it has no length and no index. Write for batch in batches"
        ) from None
    require_parts(result, ("parameters", "losses"))
    compare_with_references(case, result[1], "the losses")


@refinement
def start_unchanged(case, train):
    """Training leaves the arrays it starts from as they were."""
    _, changed = observe(train, *case.arguments)
    if 1 in changed:
        raise Mismatch(
            "train changes the arrays it starts from. p -= ... writes "
            "into the caller's array; p = p - ... makes a new one"
        )


class ScalingIsFree(Counter):
    """A counter that lets products with plain numbers pass for nothing."""

    def dispatch(self, name, arguments, keywords):
        """Do one operation; 2 * A costs no more than 2 * y."""
        before = self.multiplications
        result = super().dispatch(name, arguments, keywords)
        scalars = [isinstance(a, int | float) for a in arguments]
        if name in ("multiply", "divide") and any(scalars):
            self.multiplications = before
        return result


def require_slopes(counter, arrays, result):
    """Raise Mismatch unless counted results pair as the loss's slopes do."""
    for k, name in enumerate(BARS):
        if not isinstance(result[k], Counted):
            raise Mismatch(
                f"{name} should be made from the given arrays, but it is "
                f"{kind_of(result[k])}. Only what is made of them is counted"
            )
        bar = counter.read(result[k])
        if bar.shape != arrays[k].shape:
            raise Mismatch(f"{name} has shape {bar.shape} on this network")
        move = np.cos(np.indices(bar.shape).sum(axis=0))
        moved = list(arrays)
        moved[k] = arrays[k] + 1e-30j * move
        slope = np.imag(loss_itself(*moved)) / 1e-30
        if not right(np.sum(bar * move), slope):
            raise Mismatch(
                f"{name} is wrong on this network, so what it costs does "
                "not count yet. First make the value right"
            )


def loss_itself(x, B, A):
    """The loss itself."""
    return np.sum((A @ (B @ x) ** 2) ** 2)


@refinement
def cost(case, loss_grad):
    """The multiplications stay below a number of losses."""
    counter = ScalingIsFree()
    p, n, q = case.options["sizes"]
    shapes = ((p,), (n, p), (q, n))
    plain = [
        np.linspace(-1.0, 1.0, np.prod(shape)).reshape(shape)
        for shape in shapes
    ]
    result, _ = observe(loss_grad, *map(counter.array, plain))
    require_parts(result, BARS)
    require_slopes(counter, plain, result)
    spent = counter.multiplications / case.options["loss"]
    if spent <= case.options["most"]:
        return
    advice = "Does something run the forward pass a second time?"
    if spent > case.options["most"] + 1.5:
        advice = "A gradient needs one backward sweep, not one for each weight"
    raise Mismatch(
        f"one gradient takes as many multiplications as {spent:.2f} losses, "
        f"and {case.options['most']:.2f} are enough. {advice}"
    )


X1 = np.array([1.0, 2.0])
B1 = np.array([[1.0, 0.0], [1.0, 1.0], [0.0, 1.0]])
A1 = np.array([[1.0, 0.0, 2.0], [-1.0, 1.0, 0.0]])
X1_DOT = np.array([1.0, -1.0])
B1_DOT = np.array([[0.0, 1.0], [1.0, 0.0], [2.0, 1.0]])
A1_DOT = np.array([[1.0, 1.0, 0.0], [0.0, 2.0, 1.0]])
UNEQUAL = (X1, B1, A1)
EQUAL = (
    X1,
    np.array([[1.0, 1.0], [3.0, -1.0]]),
    np.array([[1.0, 2], [0, -1]]),
)
SQUARES = "p = 2, n = 3, q = 2"
EVEN = "p = n = q = 2"

UNEQUAL_BARS = (
    np.array([10.0, 20.0]),
    np.array([[-2.0, -4.0], [12.0, 24.0], [8.0, 16.0]]),
    np.array([[1.0, 9.0, 4.0], [2.0, 18.0, 8.0]]),
)
EQUAL_BARS = (
    np.array([42.0, 2.0]),
    np.array([[12.0, 24.0], [10.0, 20.0]]),
    np.array([[18.0, 2.0], [-9.0, -1.0]]),
)
UNEQUAL_GRADIENT = (
    np.array([100.0, 240.0]),
    np.array([[4.0, 8.0], [96.0, 192.0], [144.0, 288.0]]),
    np.array([[18.0, 162.0, 72.0], [16.0, 144.0, 64.0]]),
)
EQUAL_GRADIENT = (
    np.array([408.0, 40.0]),
    np.array([[132.0, 264.0], [92.0, 184.0]]),
    np.array([[198.0, 22.0], [-18.0, -2.0]]),
)

NO_TWO = "a factor 2 is lost at the square: z = h^2 on each entry"
NO_SLOPE = "the square is passed as if its slope were 1: where is h?"
LOCAL = (
    "this holds the slope of the square alone: multiply it by what "
    "arrives there"
)
SLOPE = "the slope of h^2 on each entry is 2 h, and this uses 2 h^2"
SQUARED = "the tangent itself is squared. A JVP is linear in the tangent"


def push(criterion, tangents, expected, *mistakes):
    """A case of ps4-jvp."""
    return Case(
        criterion,
        (*UNEQUAL, *tangents),
        np.array(expected),
        check="ps4.pushed",
        label=SQUARES,
        mistakes=tuple((text, np.array(value)) for text, value in mistakes),
    )


def pull(entry, arguments, expected, label, *mistakes):
    """A case of ps4-vjp or, without a cotangent, of ps4-loss-grad."""
    return Case(
        BARS[entry] if len(arguments) == 4 else "gradient",
        arguments,
        expected,
        check="ps4.bars",
        label=label,
        mistakes=tuple((text, np.array(value)) for text, value in mistakes),
        options={"entry": entry},
    )


LAYER_INPUT = (
    np.array([[1.0, 2.0], [0.0, 1.0], [3.0, -1.0]]),
    np.array([[1.0, 0.0, 2.0], [-1.0, 1.0, 0.0]]),
    np.array([1.0, 2.0, 3.0]),
)
LAYER_BAR = np.array([[1.0, 0.0, -1.0], [2.0, 1.0, 0.0], [0.0, -2.0, 1.0]])
LAYER_NAMES = ("X_bar", "W_bar", "c_bar")


def layer(entry, *mistakes):
    """A case of ps4-layers: one entry of linear's pullback."""
    return Case(
        f"linear: {LAYER_NAMES[entry]}",
        (*LAYER_INPUT, LAYER_BAR),
        (
            np.array([[-1.0, -1.0], [2.0, -1.0], [2.0, -2.0]]),
            np.array([[1.0, -6.0, 2.0], [4.0, 3.0, -3.0]]),
            np.array([3.0, -1.0, 0.0]),
        ),
        check="ps4.pulled",
        label="X of shape (3, 2), W of shape (2, 3)",
        mistakes=mistakes,
        options={
            "answers": ("linear",),
            "entry": entry,
            "names": LAYER_NAMES,
        },
    )


TANH_INPUT = np.array([[0.0, 0.5], [-1.0, 2.0]])
TANH_BAR = np.array([[1.0, 2.0], [3.0, -1.0]])
LOGITS = np.log(np.array([[1.0, 3.0, 4.0], [2.0, 1.0, 1.0]]))
LABELS = np.array([1, 0])
TIE = np.array([[1000.0, 1000.0, 0.0]])
OVERFLOW = (
    "exp(1000) overflows. Subtract the largest logit of each row first; the "
    "loss does not change"
)

WEIGHTS = (
    np.array([[1.0, -0.5], [0.5, 1.0]]),
    np.array([0.1, -0.2]),
    np.array([[1.0, 2.0, 0.0], [-1.0, 1.0, 1.0]]),
    np.array([0.0, 0.5, -0.5]),
)
ROWS = np.array([[1.0, 0.5], [-0.5, 1.0], [0.2, -0.4]])
OUTPUT_BAR = np.array([[1.0, 0.0, -1.0], [0.5, 2.0, 0.0], [-1.0, 1.0, 1.0]])
OUTPUT = np.array(
    [
        [1.071428608110911, 2.05073125554711, -0.697375320224904],
        [-0.682138362983818, 1.481142346858686, 0.281806357608774],
        [0.704035771742119, 0.094968212132748, -1.104367777117163],
    ]
)
NETWORK_BARS = (
    np.array(
        [
            [-1.79360504630159, -1.832826326344634],
            [4.177287217442333, -1.139562262141315],
        ]
    ),
    np.array([5.68139544959658, 0.565301032818895]),
    np.array(
        [
            [0.824219290573529, 0.299003983874867, -0.774385293261051],
            [0.797895635696646, 0.959244938100385, -0.406992456892259],
        ]
    ),
    np.array([0.5, 3.0, 0.0]),
    np.array(
        [
            [1.197073832901777, -1.804070540964403],
            [4.163714194411603, 2.810817383210492],
            [0.037956905873752, 2.399251915371096],
        ]
    ),
)
LAST_LAYER = (
    np.array(
        [
            [-0.193192468941991, 0.203194388057464, -0.010001919115473],
            [-0.048186335385749, 0.27559616074475, -0.227409825359001],
        ]
    ),
    np.array([-0.024133744676857, 0.239710428900597, -0.215576684223741]),
)
PENALIZED = (
    np.array(
        [
            [-0.069871138998525, 0.016125121839734],
            [0.783378050928723, 0.67740632227611],
        ]
    ),
    np.array([0.691015115286247, -0.064623247817898]),
    *LAST_LAYER,
)
UNPENALIZED = np.array(
    [
        [-0.246571302900958, 0.434509395639834],
        [0.621019527661607, 0.314853190957996],
    ]
)
PENALTY = {"labels": np.array([0, 2, 1]), "number": 0.5}
STEP = {"labels": np.array([0, 2, 1]), "number": 0.1}


def whole(criterion):
    """A case of ps4-perceptron: its pullback."""
    return Case(
        criterion,
        (*WEIGHTS, ROWS, OUTPUT_BAR),
        NETWORK_BARS,
        check="ps4.network",
        label="two layers, three examples",
        options={"part": criterion},
    )


def cotangents_pure(exercise_arguments, answer, other=None):
    """A case on calls that must not disturb each other."""
    options = {"answers": (answer,)}
    if other is not None:
        options["other"] = other
    return Case(
        "remembers, spoils nothing",
        exercise_arguments,
        check="ps4.no_trace",
        label=f"{answer}, called twice",
        options=options,
    )


def remembering(arguments, answer):
    """A case on what a pullback may not compute again."""
    return Case(
        "remembers, spoils nothing",
        arguments,
        check="ps4.remembers",
        label=f"evaluations of tanh in the pullback of {answer}",
        options={"answers": (answer,)},
    )


def regression_table():
    """The table of the notebook's regression, and where it starts."""
    x = np.random.RandomState(0).random_sample((30, 2))
    y = 2 * x[:, :1] - 3 * x[:, 1:] + 1
    w = np.array([[1.764052345967664], [0.400157208367223]])
    return w, np.array([0.978737984105739]), x, y


TRAINING = (
    Source(
        "lambda p, s: (float(np.sum(s * p[0] ** 2) + np.sum(p[1] ** 4)), "
        "(2 * s * p[0], 4 * p[1] ** 3))"
    ),
    (np.array([3.0]), np.array([1.0])),
    (1.0, 1.0, 1.0),
    0.125,
)
TRAINED = (
    (np.array([1.265625]), np.array([0.3956298828125])),
    np.array([10.0, 5.125, 2.884292602539062]),
)


ITERATED = """
def run(start, batches, rate):
    def risk(p, s):
        value = float(np.sum(s * p[0] ** 2) + np.sum(p[1] ** 4))
        return value, (2 * s * p[0], 4 * p[1] ** 3)

    return train(risk, start, iter(batches), rate)
"""


def training(criterion, part, *mistakes):
    """A case of ps4-train."""
    return Case(
        criterion,
        TRAINING,
        TRAINED,
        check="ps4.trained",
        label="three steps, two parameters",
        mistakes=mistakes,
        options={"part": part},
    )


EXERCISES = {
    "ps4-regression": Exercise(
        answers=("regression",),
        points={"loss": 0.5, "gradient": 1.5},
        cases=(
            Case(
                "loss",
                regression_table(),
                110.29005351411689,
                check="ps4.risk_loss",
                label="the table above",
                mistakes=(
                    (
                        "this subtracts every target from every prediction. "
                        "Print the shape of X @ w + c - Y: is it (30, 1)?",
                        3678.5972789817,
                    ),
                    (
                        "this is the mean. The loss here is the sum",
                        110.29005351411689 / 30,
                    ),
                ),
            ),
            Case(
                "gradient",
                regression_table(),
                (
                    np.array([[48.61426144896751], [68.88081088054518]]),
                    np.array([101.35716550821842]),
                ),
                check="ps4.risk_gradient",
                label="the table above",
                mistakes=(
                    (
                        "c_bar is 30 times too small, a mean. Every example "
                        "uses the same c, so their cotangents add up",
                        np.array([101.35716550821842 / 30]),
                    ),
                    (
                        "half of the gradient: what is the derivative of E^2?",
                        np.array([[24.307130724483755], [34.44040544027259]]),
                    ),
                    (
                        "the sign of w_bar is wrong: how does the residual "
                        "change when the prediction grows?",
                        np.array([[-48.61426144896751], [-68.88081088054518]]),
                    ),
                ),
            ),
        ),
    ),
    "ps4-train": Exercise(
        answers=("train",),
        points={"losses": 1, "parameters": 0.5, "start unchanged": 0.5},
        cases=(
            training(
                "losses",
                1,
                (
                    "the loss grows: the step goes up the gradient",
                    np.array([10.0, 19.125, 125.20143127441406]),
                ),
                (
                    "these are the losses after each step. The first one "
                    "should belong to the parameters you were given",
                    np.array([5.125, 2.884292602539062, 1.62630583]),
                ),
            ),
            Case(
                "losses",
                (
                    Source(ITERATED.lstrip(), ("train",)),
                    *TRAINING[1:],
                ),
                TRAINED[1],
                check="ps4.iterated",
                label="batches from an iterator",
            ),
            training("parameters", 0),
            Case(
                "start unchanged",
                TRAINING,
                check="ps4.start_unchanged",
                label="three steps, two parameters",
            ),
        ),
    ),
    "ps4-cliff": Exercise(
        answers=("largest_rate",),
        points={"the table": 1, "other tables": 1},
        cases=(
            Case(
                "the table",
                (regression_table()[2],),
                0.021365131060644284,
                label="the table above",
                mistakes=(
                    (
                        "the bias is a parameter too: give the inputs a "
                        "column of ones before you form the matrix",
                        0.05496250902235697,
                    ),
                    (
                        "half as large as it should be: 1 - rate * "
                        "eigenvalue may go down to -1, not only to 0",
                        0.021365131060644284 / 2,
                    ),
                    (
                        "twice as large as it should be: the loss is a sum "
                        "of squares, without a factor 1/2",
                        0.021365131060644284 * 2,
                    ),
                    (
                        "this belongs to the smallest eigenvalue. Which one "
                        "breaks first when the rate grows?",
                        0.72592588,
                    ),
                ),
            ),
            Case(
                "other tables",
                (np.array([[1.0], [2.0]]),),
                0.14589803375031546,
                label="two examples, x = 1 and x = 2",
            ),
            Case(
                "other tables",
                (np.array([[1.0, 0], [-1.0, 0], [0, 3.0], [0, -3.0]]),),
                1 / 18,
                label="four examples on two axes",
                mistakes=(
                    (
                        "which eigenvalue is this one? np.linalg.eigvals "
                        "does not sort them, np.linalg.eigvalsh does",
                        1 / 4,
                    ),
                    (
                        "which eigenvalue is this one? np.linalg.eigvals "
                        "does not sort them, np.linalg.eigvalsh does",
                        1 / 2,
                    ),
                ),
            ),
        ),
    ),
    "ps4-jvp": Exercise(
        answers=("two_layers_jvp",),
        points={
            "along x": 0.5,
            "along B": 0.5,
            "along A": 0.5,
            "all at once": 0.5,
        },
        cases=(
            push(
                "along x",
                (X1_DOT, 0 * B1, 0 * A1),
                [-6.0, -2.0],
                (NO_TWO, [-3.0, -1.0]),
                (NO_SLOPE, [-1.0, -1.0]),
                (LOCAL, [10.0, 4.0]),
                (SQUARED, [3.0, -1.0]),
            ),
            push(
                "along B",
                (0 * X1, B1_DOT, 0 * A1),
                [36.0, 2.0],
                (
                    "no change at all, though B moves: h = B x is a product "
                    "of two things that may both move",
                    [0.0, 0.0],
                ),
                (NO_TWO, [18.0, 1.0]),
                (NO_SLOPE, [10.0, -1.0]),
                (LOCAL, [10.0, 4.0]),
                (SQUARED, [36.0, -3.0]),
            ),
            push(
                "along A",
                (0 * X1, 0 * B1, A1_DOT),
                [10.0, 22.0],
                (
                    "no change at all, though A moves: y = A z is a product "
                    "of two things that may both move",
                    [0.0, 0.0],
                ),
                ("A_dot meets z here, not h", [4.0, 8.0]),
            ),
            push(
                "all at once",
                (X1_DOT, B1_DOT, A1_DOT),
                [40.0, 22.0],
                (
                    "A_dot times z_dot is of second order in the tangents. "
                    "A_dot meets z",
                    [42.0, 24.0],
                ),
            ),
        ),
    ),
    "ps4-vjp": Exercise(
        answers=("two_layers_vjp",),
        points={
            "A_bar": 0.5,
            "B_bar": 1,
            "x_bar": 1,
            "inputs unchanged": 0.5,
        },
        cases=(
            pull(
                2,
                (*UNEQUAL, np.array([1.0, 2.0])),
                UNEQUAL_BARS,
                SQUARES,
                (
                    "A multiplies z, not h: A_bar holds the squares",
                    [[1.0, 3.0, 2.0], [2.0, 6.0, 4.0]],
                ),
                (
                    "y_bar is ignored, as if it were all ones",
                    [[1.0, 9.0, 4.0], [1.0, 9.0, 4.0]],
                ),
            ),
            pull(
                2,
                (*EQUAL, np.array([2.0, -1.0])),
                EQUAL_BARS,
                EVEN,
                (
                    "A_bar is transposed: its rows belong to outputs, as "
                    "the rows of A do",
                    [[18.0, -9.0], [2.0, -1.0]],
                ),
            ),
            pull(
                1,
                (*UNEQUAL, np.array([1.0, 2.0])),
                UNEQUAL_BARS,
                SQUARES,
                (NO_TWO, [[-1.0, -2.0], [6.0, 12.0], [4.0, 8.0]]),
                (NO_SLOPE, [[-1.0, -2.0], [2.0, 4.0], [2.0, 4.0]]),
                (LOCAL, [[2.0, 4.0], [6.0, 12.0], [4.0, 8.0]]),
                (SLOPE, [[-2.0, -4.0], [36.0, 72.0], [16.0, 32.0]]),
            ),
            pull(
                1,
                (*EQUAL, np.array([2.0, -1.0])),
                EQUAL_BARS,
                EVEN,
                (
                    "h_bar is right, and B_bar is transposed: its rows "
                    "belong to the entries of h",
                    [[12.0, 10.0], [24.0, 20.0]],
                ),
                (
                    "z_bar is the first wrong line: it comes from y = A z, "
                    "and y_bar has to travel backward through A",
                    [[0.0, 0.0], [2.0, 4.0]],
                ),
            ),
            pull(
                0,
                (*UNEQUAL, np.array([1.0, 2.0])),
                UNEQUAL_BARS,
                SQUARES,
                (NO_TWO, [5.0, 10.0]),
                (NO_SLOPE, [1.0, 4.0]),
                (LOCAL, [8.0, 10.0]),
                (SLOPE, [34.0, 52.0]),
            ),
            pull(
                0,
                (*EQUAL, np.array([2.0, -1.0])),
                EQUAL_BARS,
                EVEN,
                (
                    "h_bar is right, but it travels through B the wrong "
                    "way: forward takes x to h, you go from h to x",
                    [22.0, 26.0],
                ),
                (
                    "z_bar is the first wrong line: it comes from y = A z, "
                    "and y_bar has to travel backward through A",
                    [6.0, -2.0],
                ),
            ),
            Case(
                "inputs unchanged",
                (*UNEQUAL, np.array([1.0, 2.0])),
                check="inputs_unchanged",
            ),
        ),
    ),
    "ps4-predict-cost": Exercise(
        answers=("predicted_cost",),
        points={"prediction": 1},
        cases=(
            Case(
                "prediction",
                expected=(
                    "76d3c2eeff0f",
                    "673aeeb08cfb",
                    "8e0375adfc1f",
                    "749ce3286f34",
                ),
                check="ps4.predicted",
                mistakes=(
                    (
                        "the forward pass is not free: h has to be computed "
                        "before anything is pushed or pulled",
                        "2cec449f36e7",
                    ),
                    (
                        "one product with B forward is enough for the whole "
                        "gradient, if you keep h",
                        "2cf57d919dbd",
                    ),
                    (
                        "a gradient is one sweep, however many weights "
                        "there are. Count the products as large as B",
                        "8da44cf0aeaa",
                    ),
                    (
                        "with x_dot alone, one product of the three is "
                        "with a tangent of zeros: leave it out. And what "
                        "does the gradient for x alone not need?",
                        "afd46a531f1d",
                    ),
                    (
                        "with x_dot alone, one product of the three is "
                        "with a tangent of zeros: leave it out",
                        "c2fc29586c34",
                    ),
                ),
            ),
        ),
    ),
    "ps4-loss-grad": Exercise(
        answers=("loss_grad",),
        points={"gradient": 2, "one forward pass": 1},
        cases=(
            *(
                pull(
                    entry,
                    UNEQUAL,
                    UNEQUAL_GRADIENT,
                    SQUARES,
                    (
                        "half of the gradient: the loss squares y once more",
                        UNEQUAL_GRADIENT[entry] / 2,
                    ),
                )
                for entry in range(3)
            ),
            *(
                pull(
                    entry,
                    EQUAL,
                    EQUAL_GRADIENT,
                    EVEN,
                    (
                        "half of the gradient: the loss squares y once more",
                        EQUAL_GRADIENT[entry] / 2,
                    ),
                )
                for entry in range(3)
            ),
            Case(
                "one forward pass",
                check="ps4.cost",
                label="the 784-128-10 network",
                options={
                    "sizes": (784, 128, 10),
                    "loss": 101770,
                    "most": 3.1,
                },
            ),
        ),
    ),
    "ps4-layers": Exercise(
        answers=("linear", "tanh_layer"),
        points={
            "linear: value": 0.5,
            "linear: X_bar": 0.5,
            "linear: W_bar": 0.5,
            "linear: c_bar": 0.5,
            "tanh": 0.5,
            "remembers, spoils nothing": 0.5,
        },
        cases=(
            Case(
                "linear: value",
                LAYER_INPUT,
                np.array([[0.0, 4.0, 5.0], [0.0, 3.0, 3.0], [5.0, 1.0, 9.0]]),
                check="ps4.first_of",
                label="X of shape (3, 2), W of shape (2, 3)",
                mistakes=(
                    (
                        "the bias is missing: the layer is X W + c",
                        np.array([[-1.0, 2, 2], [-1, 1, 0], [4, -1, 6]]),
                    ),
                ),
                options={"answers": ("linear",)},
            ),
            layer(0),
            layer(1),
            layer(
                2,
                (
                    "c_bar has one row for every example. All rows share "
                    "one c: a value used often gathers cotangents by adding",
                    LAYER_BAR,
                ),
                (
                    "this is the mean over the batch. Each example adds "
                    "what it has to say",
                    np.array([1.0, -1 / 3, 0.0]),
                ),
                (
                    "this adds up each row. c is shared by the rows: add "
                    "them to each other, axis=0",
                    np.array([0.0, 3.0, -1.0]),
                ),
            ),
            Case(
                "tanh",
                (TANH_INPUT,),
                np.array(
                    [
                        [0.0, 0.46211715726001],
                        [-0.761594155955765, 0.964027580075817],
                    ]
                ),
                check="ps4.first_of",
                options={"answers": ("tanh_layer",)},
            ),
            Case(
                "tanh",
                (TANH_INPUT, TANH_BAR),
                np.array(
                    [
                        [1.0, 1.572895465931855],
                        [1.259923024842078, -0.070650824853164],
                    ]
                ),
                check="ps4.pulled",
                mistakes=(
                    (
                        "this is the slope alone. A pullback multiplies it "
                        "into the cotangent that arrives",
                        np.array(
                            [
                                [1.0, 0.786447732965927],
                                [0.419974341614026, 0.070650824853164],
                            ]
                        ),
                    ),
                    (
                        "the slope is made from the input, where the "
                        "formula speaks of the output",
                        np.array([[1.0, 1.5], [0.0, 3.0]]),
                    ),
                    (
                        "the cotangent passes unchanged. tanh is flat where "
                        "its input is large: what is its slope?",
                        TANH_BAR,
                    ),
                ),
                options={"answers": ("tanh_layer",)},
            ),
            cotangents_pure((*LAYER_INPUT, LAYER_BAR), "linear"),
            cotangents_pure((TANH_INPUT, TANH_BAR), "tanh_layer"),
            remembering((TANH_INPUT, TANH_BAR), "tanh_layer"),
        ),
    ),
    "ps4-cross-entropy": Exercise(
        answers=("cross_entropy",),
        points={"value": 0.5, "large logits": 1, "pullback": 1.5},
        cases=(
            Case(
                "value",
                (LOGITS, LABELS),
                0.8369882167858358,
                check="ps4.first_of",
                label="two rows, three classes",
                mistakes=(
                    (
                        "this is the sum over the rows. Their average is "
                        "asked for",
                        1.6739764335716714,
                    ),
                    (
                        "the sign is wrong: a cross-entropy is never negative",
                        -0.8369882167858358,
                    ),
                ),
            ),
            Case(
                "large logits",
                (TIE, np.array([0])),
                0.6931471805599453,
                check="ps4.first_of",
                label="logits (1000, 1000, 0)",
                options={"not finite": OVERFLOW},
            ),
            Case(
                "large logits",
                (TIE, np.array([0]), 1.0),
                np.array([[-0.5, 0.5, 0.0]]),
                check="ps4.pulled",
                label="logits (1000, 1000, 0)",
                options={"not finite": OVERFLOW},
            ),
            Case(
                "pullback",
                (LOGITS, LABELS, 2.0),
                np.array([[0.125, -0.625, 0.5], [-0.5, 0.25, 0.25]]),
                check="ps4.pulled",
                label="two rows, three classes, loss_bar = 2",
                mistakes=(
                    (
                        "loss_bar is ignored: right only where it is 1",
                        np.array(
                            [[0.0625, -0.3125, 0.25], [-0.25, 0.125, 0.125]]
                        ),
                    ),
                    (
                        "twice too large for two rows: the loss is an average",
                        np.array([[0.25, -1.25, 1.0], [-1.0, 0.5, 0.5]]),
                    ),
                ),
            ),
        ),
    ),
    "ps4-perceptron": Exercise(
        answers=("perceptron",),
        points={
            "value": 0.5,
            "parameters_bar": 1.5,
            "X_bar": 0.5,
            "remembers, spoils nothing": 0.5,
        },
        cases=(
            Case(
                "value",
                (WEIGHTS, ROWS),
                OUTPUT,
                check="ps4.first_of",
                label="two layers, three examples",
                mistakes=(
                    (
                        "the last layer is followed by a tanh. It is linear",
                        np.tanh(OUTPUT),
                    ),
                ),
            ),
            whole("parameters_bar"),
            whole("X_bar"),
            cotangents_pure((WEIGHTS, ROWS, OUTPUT_BAR), "perceptron"),
            remembering((WEIGHTS, ROWS, OUTPUT_BAR), "perceptron"),
        ),
    ),
    "ps4-hidden": Exercise(
        answers=("penalized",),
        points={"loss": 0.5, "gradient": 1.5},
        cases=(
            Case(
                "loss",
                (*WEIGHTS, ROWS),
                2.2447557141161343,
                check="ps4.penalty_loss",
                mistakes=(
                    ("the penalty is missing", 1.345118126006943),
                    (
                        "the penalty counts twice: multiply its sum by "
                        "strength, once",
                        3.1443933022253255,
                    ),
                ),
                options=PENALTY,
            ),
            Case(
                "gradient",
                (*WEIGHTS, ROWS),
                PENALIZED,
                tolerance=1e-7,
                check="ps4.penalty_gradient",
                label="strength = 0.5",
                mistakes=(
                    (
                        "W1_bar knows only the path through the second "
                        "layer. H is used twice: add the other cotangent "
                        "before you go on",
                        UNPENALIZED,
                    ),
                    (
                        "W1_bar knows only the path through the penalty. "
                        "H is used twice: the second cotangent has replaced "
                        "the first instead of joining it",
                        PENALIZED[0] - UNPENALIZED,
                    ),
                    (
                        "the square of H has slope 2 H: a factor 2 is lost",
                        (PENALIZED[0] + UNPENALIZED) / 2,
                    ),
                    (
                        "strength is in the loss, but not in the gradient",
                        2 * PENALIZED[0] - UNPENALIZED,
                    ),
                    (
                        "the penalty's cotangent belongs to H: add it "
                        "before the pullback of tanh, not after",
                        np.array(
                            [
                                [0.597581586597562, -0.27464265881289],
                                [1.117846968379584, 1.239718999301184],
                            ]
                        ),
                    ),
                ),
                options=PENALTY,
            ),
        ),
    ),
    "ps4-signed-step": Exercise(
        answers=("signed_step",),
        points={"value": 2},
        cases=(
            Case(
                "value",
                (*WEIGHTS, ROWS),
                np.array([[0.9, 0.6], [-0.4, 1.1], [0.1, -0.5]]),
                check="ps4.stepped",
                label="size = 0.1",
                mistakes=(
                    (
                        "this walks downhill and helps the network. Which "
                        "way does the loss grow?",
                        np.array([[1.1, 0.4], [-0.6, 0.9], [0.3, -0.3]]),
                    ),
                    (
                        "every entry should move by exactly size: only the "
                        "sign of X_bar matters",
                        np.array(
                            [
                                [0.981437637229634, 0.5499124177267],
                                [-0.449667812470121, 1.022536719285148],
                                [0.186729282316088, -0.437608418325954],
                            ]
                        ),
                    ),
                ),
                options=STEP,
            ),
        ),
    ),
}
