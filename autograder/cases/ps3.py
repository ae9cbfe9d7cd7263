"""Hidden cases of problem set 3: data only."""

from autograder.specs import (
    Function,
    Hidden,
    Integers,
    Normal,
    Signed,
    Uniform,
    Value,
    Vjp,
)
from chainrule.visible.ps3 import LONG_BACK, LONG_FORWARD, PROOF, RUN

FORWARD = "lambda d: d[0] * sum(d[k] * d[k + 1] for k in range(1, len(d) - 1))"
REVERSE = "lambda d: d[-1] * sum(d[k] * d[k + 1] for k in range(len(d) - 2))"
BEST = """
def least(d):
    last = len(d) - 1
    cost = {(k, k + 1): 0.0 * d[0] for k in range(last)}
    for span in range(2, last + 1):
        for i in range(last + 1 - span):
            k = i + span
            ways = [
                cost[i, j] + cost[j, k] + d[i] * d[j] * d[k]
                for j in range(i + 1, k)
            ]
            cost[i, k] = np.min(np.stack(ways))
    return cost[0, last]
""".strip()
FORWARD_DENSE = """
def peak(d):
    first = [d[0] + d[1] * d[0]]
    rest = [
        d[k - 1] + d[k] * d[k - 1] + (d[k - 1] + d[k]) * d[0]
        for k in range(2, len(d))
    ]
    return np.max(np.stack(first + rest))
""".strip()
REVERSE_DENSE = """
def peak(d):
    m = d[-1]
    first = [sum(d[:-1]) + m * d[-2]]
    rest = [
        sum(d[:k]) + d[k] * d[k - 1] + m * d[k] + m * d[k - 1]
        for k in range(1, len(d) - 1)
    ]
    return np.max(np.stack(first + rest))
""".strip()
FORWARD_VECTORS = "lambda d: 2 * np.max(np.stack(list(d)))"
REVERSE_VECTORS = "lambda d: sum(d)"

# (line, position in it, earlier line)
BRANCHES = (
    (1, 0, 0),
    (2, 0, 0),
    (2, 1, 1),
    (3, 0, 1),
    (3, 1, 1),
    (4, 0, 3),
    (4, 1, 2),
    (4, 2, 0),
    (6, 0, 4),
    (6, 1, 5),
    (7, 0, 6),
    (7, 1, 2),
    (8, 0, 1),
    (8, 1, 0),
    (8, 2, 1),
    (9, 0, 8),
    (9, 1, 7),
    (9, 2, 3),
    (9, 3, 2),
    (9, 4, 5),
)
LADDER = (
    (2, 0, 0),
    (2, 1, 1),
    (3, 0, 2),
    (3, 1, 1),
    (4, 0, 3),
    (4, 1, 2),
)
KINDS = ("sin", "arctan", "tanh")


def program(uses, k):
    """A program of k lines with drawn partial derivatives."""
    return tuple(
        tuple((j, Signed(0.5, 2.0)) for i, _, j in uses if i == line)
        for line in range(k)
    )


def matrix(uses, k):
    """The text of T = I - C, from the drawn lines."""
    return f"""np.eye({k}) - sum(
        lines[i][p][1] * np.outer(np.eye({k})[i], np.eye({k})[j])
        for i, p, j in {uses}
    )"""


def system(uses, k):
    """A case of ps3-system."""
    return Hidden(
        "matrix",
        (program(uses, k),),
        Value(f"lambda lines: {matrix(uses, k)}"),
    )


def solve(criterion, uses, k):
    """A case of ps3-solves, with every line seeded."""
    answer, T = {
        "forward": ("forward_substitution", f"({matrix(uses, k)})"),
        "reverse": ("back_substitution", f"({matrix(uses, k)}).T"),
    }[criterion]
    return Hidden(
        criterion,
        (program(uses, k), Normal((k,))),
        Value(f"lambda lines, seed: np.linalg.solve({T}, seed)", at=(0, 1)),
        options={"answers": (answer,)},
    )


def widths(count, low=1, high=40):
    """Drawn widths of a chain."""
    return tuple(Integers(low, high) for _ in range(count))


def price(criterion, answer, text, chain):
    """A case of ps3-costs."""
    return Hidden(
        criterion,
        (chain,),
        Value(text),
        check="ps3.whole",
        options={"answers": (answer,)},
    )


def memory(criterion, answer, text, chain):
    """A case of ps3-memory."""
    return Hidden(
        criterion,
        (chain, criterion),
        Value(text, at=(0,)),
        check="ps3.whole",
        label=f"model {criterion!r}",
        options={"answers": (answer,)},
    )


def best(criterion, chain, **options):
    """A case of ps3-best."""
    return Hidden(
        criterion,
        (chain,),
        Value(BEST),
        check="ps3.cheapest",
        label=f"{len(chain) - 1} Jacobians",
        options=options,
    )


def product(criterion, shapes, order, **options):
    """A case of ps3-multiply."""
    text = " @ ".join(f"J[{k}]" for k in reversed(range(len(shapes))))
    return Hidden(
        criterion,
        (tuple(Normal(shape) for shape in shapes), order),
        Value(f"lambda J: {text}"),
        check="ps3.multiplied",
        label=f"{len(shapes)} Jacobians",
        options=options,
    )


def checkpoint(part, kinds, segments, size=4, tolerance=1e-9):
    """A case of ps3-checkpoint."""
    steps = [f"    x = np.{kind}(x)" for kind in kinds]
    chain = "\n".join(["def chain(x):", *steps, "    return x"])
    return Hidden(
        part,
        (
            Function(RUN, uses=("checkpointed_vjp",)),
            Signed(0.3, 2.0, (size,)),
            Signed(0.5, 2.0, (size,)),
            kinds,
            segments,
        ),
        Vjp(chain, at=(1,), back=2) if part == "value" else None,
        tolerance=tolerance,
        differences=1e-4,
        check="ps3.checkpointed",
        label=f"{len(kinds)} layers in {segments} segments",
        options={"part": part},
    )


def bands(criterion, n, w, **options):
    """A case of ps3-banded."""
    return Hidden(
        criterion,
        (Signed(0.5, 3.0, (11,)), n, w),
        check="ps3.banded",
        label=f"n = {n}, w = {w}",
        options=options,
    )


def long_program(answer, backward):
    """A program whose matrix would take 29 gigabytes."""
    return Hidden(
        "long program",
        (
            Function(LONG_BACK if backward else LONG_FORWARD, uses=(answer,)),
            60000,
            Uniform(0.1, 0.9),
            backward,
        ),
        check="ps3.long_program",
        label="60000 lines",
        options={"answers": (answer,)},
    )


def wrong_model(answer):
    """A model that does not exist."""
    return Hidden(
        "unknown model",
        ((2, 3, 4), "matrices"),
        "ValueError",
        check="ps3.refuses",
        options={"answers": (answer,)},
    )


def unchanged(criterion, answer, uses, k):
    """A solve must leave its seed alone."""
    return Hidden(
        criterion,
        (program(uses, k), Normal((k,))),
        check="inputs_unchanged",
        options={"answers": (answer,)},
    )


FEW = (*KINDS * 3, "sin", "tanh", "sinh")
MIXED = (
    *("sin", "cumsum", "tanh", "cumsum") * 2,
    "arctan",
    "cumsum",
    "cumsum",
    "sinh",
)
MANY = (*KINDS * 16, "tanh", "sinh")
DEEP = (*KINDS * 33, "sinh")
NECK = (50, 40, 30, 1, 20, 30, 40, 50, 45)
LATE_NECK = (60, 50, 40, 30, 40, 50, 60, 1, 50, 60)
TRAP = (4, 9, 4, 8, 5, 12, 6)

ERRATA = Function(PROOF, uses=("two_products",))

HIDDEN = {
    "ps3-costs": (
        price("forward", "forward_cost", FORWARD, widths(3)),
        price("forward", "forward_cost", FORWARD, widths(7)),
        price("forward", "forward_cost", FORWARD, widths(2)),
        price("forward", "forward_cost", FORWARD, (7, 7, 7, 7, 7)),
        price("reverse", "reverse_cost", REVERSE, widths(3)),
        price("reverse", "reverse_cost", REVERSE, widths(7)),
        price("reverse", "reverse_cost", REVERSE, widths(2)),
        price("reverse", "reverse_cost", REVERSE, (7, 7, 7, 7, 7)),
    ),
    "ps3-errata": (
        Hidden(
            "counted",
            (ERRATA, *widths(4, 2)),
            Value(
                "lambda a, b, c, d: (a * b * c, a * c * d)", at=(1, 2, 3, 4)
            ),
            check="ps3.counted",
        ),
        Hidden("counted", (ERRATA, 4, 4, 4, 4), (64, 64), check="ps3.counted"),
        Hidden("counted", (ERRATA, 1, 9, 1, 5), (9, 5), check="ps3.counted"),
    ),
    "ps3-predict-sweeps": (),
    "ps3-best": (
        best("cost", widths(2)),
        best("cost", widths(3)),
        best("cost", widths(4)),
        best("cost", widths(7)),
        best("cost", widths(9, 1, 8)),
        best("cost", widths(9, 1, 60)),
        best("cost", (5, 2, 9, 5, 2, 3, 5)),
        best("cost", (8, 3, 4, 8, 3, 40, 8, 3, 1, 8)),
        best("cost", NECK),
        best("cost", LATE_NECK),
        best("cost", TRAP),
        best("order", NECK, part="order"),
        best("order", LATE_NECK, part="order"),
        best("order", TRAP, part="order"),
        best("order", widths(3), part="order"),
        best("order", widths(4), part="order"),
        best("order", widths(6), part="order"),
        best("order", widths(9, 1, 12), part="order"),
        Hidden(
            "many layers",
            ((6, 11, 2, 9, 5) * 9,),
            2774,
            check="ps3.cheapest",
            label="44 Jacobians",
        ),
        Hidden(
            "many layers",
            ((6, 11, 2, 9, 5) * 9,),
            2774,
            check="ps3.cheapest",
            label="44 Jacobians",
            options={"part": "order"},
        ),
    ),
    "ps3-multiply": (
        product("value", ((3, 2),), 1),
        product("value", ((3, 2), (4, 3)), (2, 1)),
        product(
            "value",
            ((3, 2), (5, 3), (2, 5), (4, 2)),
            ((4, (3, 2)), 1),
        ),
        product("value", ((3, 3),) * 4, ((4, 3), (2, 1))),
        product(
            "multiplications",
            ((3, 2), (5, 3), (2, 5), (4, 2)),
            ((4, 3), (2, 1)),
            count=True,
        ),
        product(
            "multiplications",
            ((3, 2), (5, 3), (2, 5), (4, 2)),
            (4, ((3, 2), 1)),
            count=True,
        ),
        product(
            "multiplications",
            ((1, 6), (7, 1), (2, 7), (4, 2), (3, 4)),
            ((5, (4, 3)), (2, 1)),
            count=True,
        ),
        product("multiplications", ((3, 2),), 1, count=True),
    ),
    "ps3-sabotage": (),
    "ps3-memory": (
        memory("dense", "forward_memory", FORWARD_DENSE, widths(2)),
        memory("dense", "forward_memory", FORWARD_DENSE, widths(3)),
        memory("dense", "forward_memory", FORWARD_DENSE, widths(6)),
        memory("dense", "forward_memory", FORWARD_DENSE, (1, 30, 2, 3)),
        memory("dense", "forward_memory", FORWARD_DENSE, (9, 2, 3, 8, 8)),
        memory(
            "dense", "forward_memory", FORWARD_DENSE, (10, 1, 50, 1, 20, 20)
        ),
        memory(
            "dense", "reverse_memory", REVERSE_DENSE, (20, 20, 1, 50, 1, 10)
        ),
        memory("dense", "reverse_memory", REVERSE_DENSE, widths(2)),
        memory("dense", "reverse_memory", REVERSE_DENSE, widths(3)),
        memory("dense", "reverse_memory", REVERSE_DENSE, widths(6)),
        memory("dense", "reverse_memory", REVERSE_DENSE, (3, 2, 30, 1)),
        memory("dense", "reverse_memory", REVERSE_DENSE, (8, 8, 3, 2, 9)),
        memory("vectors", "forward_memory", FORWARD_VECTORS, widths(2)),
        memory("vectors", "forward_memory", FORWARD_VECTORS, widths(6)),
        memory("vectors", "forward_memory", FORWARD_VECTORS, (2, 9, 3)),
        memory("vectors", "forward_memory", FORWARD_VECTORS, (30, 3, 2)),
        memory("vectors", "reverse_memory", REVERSE_VECTORS, widths(2)),
        memory("vectors", "reverse_memory", REVERSE_VECTORS, widths(6)),
        memory("vectors", "reverse_memory", REVERSE_VECTORS, (2, 3, 30)),
        memory("vectors", "reverse_memory", REVERSE_VECTORS, (30, 3, 2)),
        wrong_model("forward_memory"),
        wrong_model("reverse_memory"),
    ),
    "ps3-checkpoint": (
        checkpoint("value", FEW, 3),
        checkpoint("value", FEW, 4, size=1),
        checkpoint("value", MIXED, 3),
        checkpoint("value", MIXED, 6, size=3),
        checkpoint("value", MIXED, 1, size=3),
        checkpoint("value", FEW, 12),
        checkpoint("value", FEW, 1),
        checkpoint("value", DEEP, 10, tolerance=1e-8),
        checkpoint("stored", DEEP, 10),
        checkpoint("stored", DEEP, 25),
        checkpoint("stored", MANY, 5),
        checkpoint("recomputed", DEEP, 10),
        checkpoint("recomputed", MANY, 5),
        checkpoint("recomputed", MANY, 50),
        checkpoint("recomputed", FEW, 1),
    ),
    "ps3-system": (system(BRANCHES, 10), system(LADDER, 5)),
    "ps3-solves": (
        solve("forward", BRANCHES, 10),
        solve("forward", LADDER, 5),
        unchanged("forward", "forward_substitution", LADDER, 5),
        solve("reverse", BRANCHES, 10),
        solve("reverse", LADDER, 5),
        unchanged("reverse", "back_substitution", LADDER, 5),
        long_program("forward_substitution", False),
        long_program("back_substitution", True),
    ),
    "ps3-banded": (
        bands("value", 9, 1),
        bands("value", 10, 3),
        bands("value", 4, 2),
        bands("value", 6, 0),
        bands("value", 40, 2),
        bands("products", 20000, 2, count=True),
        bands("products", 500, 4, count=True),
        bands("products", 6, 0, count=True),
    ),
}
