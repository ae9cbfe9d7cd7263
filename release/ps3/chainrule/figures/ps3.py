"""Figures of problem set 3.

Assignment: given.
"""

from itertools import combinations

import matplotlib.pyplot as plt
import numpy as np

from chainrule import show

NAMES = ("Jacobian J", "J times the seeds")
TINTS = np.array(
    [
        [0.62, 0.80, 0.95],
        [1.0, 0.80, 0.55],
        [0.70, 0.88, 0.70],
        [0.9, 0.75, 0.9],
        [0.85, 0.85, 0.85],
    ]
)


def axes_for(columns, size):
    """Return a figure and its row of axes in the course's look."""
    with plt.rc_context(show.LOOK):
        fig = plt.figure(figsize=size, layout="constrained")
        return fig, fig.subplots(1, columns, squeeze=False)[0]


def cuts(order):
    """Return the spans (low, high) of an order's products, as a set."""
    text = str(order).replace("(", " ( ").replace(")", " ) ")
    spans, found = [], set()
    for word in text.replace(",", " ").split():
        if word.isdigit():
            spans.append((int(word) - 1, int(word)))
        elif word == ")":
            (_, high), (low, _) = spans[-2:]
            spans[-2:] = [(low, high)]
            found.add((low, high))
    return found


def triangles(widths, diagonals):
    """Return the triangles of a triangulation: triples of corners."""
    last = len(widths) - 1
    edges = {(k, k + 1) for k in range(last)} | {(0, last)} | set(diagonals)
    triples = combinations(range(last + 1), 3)
    return [t for t in triples if set(combinations(t, 2)) <= edges]


def total(widths, diagonals):
    """Return the cost of a triangulation: the sum over its triangles."""
    return sum(
        widths[i] * widths[j] * widths[k]
        for i, j, k in triangles(widths, diagonals)
    )


def flips(widths, diagonals):
    """Yield every triangulation that is one flip away."""
    last = len(widths) - 1
    for a, c in set(diagonals) - {(0, last)}:
        corners = {
            corner
            for triangle in triangles(widths, diagonals)
            if {a, c} <= set(triangle)
            for corner in triangle
        }
        b, d = sorted(corners - {a, c})
        yield frozenset(set(diagonals) - {(a, c)} | {(b, d)})


def every_cost(widths):
    """Return the sorted costs of all bracketings, found by flips: (c,)."""
    last = len(widths) - 1
    start = frozenset((0, k) for k in range(2, last + 1))
    seen, todo = {start}, [start]
    while todo:
        fresh = set(flips(widths, todo.pop())) - seen
        seen |= fresh
        todo += fresh
    return np.array(sorted(total(widths, one) for one in seen))


def triangulations(widths, orders, flipped=False):
    """Draw orders as triangulations of the polygon of the widths.

    Args:
        widths: (L + 1,) widths of the chain, one at each corner.
        orders: Dictionary from a title to an order in nested pairs.
        flipped: Whether each order is one flip away from the one before.

    Returns:
        nothing: None; the figure is displayed.
    """
    fig, axes = axes_for(len(orders), (2.75 * len(orders), 3.2))
    words, before = [], None
    for place, (title, order) in zip(axes, orders.items()):
        diagonals = cuts(order)
        draw_polygon(place, widths, diagonals, before)
        before = diagonals if flipped else None
        cost = total(widths, diagonals)
        place.set_title(f"{title}\n{order}\ncost {cost}", fontsize=9.5)
        inner = sorted(diagonals - {(0, len(widths) - 1)})
        words.append(
            f"{title}: order {order}, cost {cost}, diagonals between "
            f"corners {', '.join(f'{i} and {j}' for i, j in inner)}"
        )
    show.describe(
        fig,
        f"The polygon with the widths {tuple(widths)} at its corners 0 to "
        f"{len(widths) - 1}. Each side but the dashed one is a Jacobian, "
        "the dashed one is the whole product, and each triangle is one "
        "product, with its cost written inside. " + "; ".join(words) + ".",
    )


def draw_polygon(axes, widths, diagonals, before=None):
    """Draw one triangulated polygon, and the flip that led to it."""
    before = diagonals if before is None else before
    last = len(widths) - 1
    angles = -np.pi / 2 - np.pi * (2 * np.arange(last + 1) + 1) / (last + 1)
    corners = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    for k in range(1, last + 1):
        side = corners[k - 1 : k + 1]
        axes.plot(*side.T, color="black", lw=1.6)
        axes.text(*(1.2 * side.mean(axis=0)), f"J{k}", ha="center",
                  va="center", fontsize=8.5, color=show.GRAY)  # fmt: skip
    axes.plot(*corners[[0, last]].T, color="black", lw=1.2, ls="--")
    for i, j in diagonals - {(0, last)}:
        new = (i, j) not in before
        axes.plot(*corners[[i, j]].T, color=show.BLUE, lw=4 if new else 1.6)
    for i, j in before - diagonals:
        axes.plot(*corners[[i, j]].T, color=show.GRAY, lw=1.6, ls=":")
    for triple in triangles(widths, diagonals):
        cost = np.prod([widths[k] for k in triple])
        middle = corners[list(triple)].mean(axis=0)
        axes.text(*middle, f"{cost}", ha="center", va="center",
                  fontsize=8.5, color=show.ORANGE)  # fmt: skip
    for k, corner in enumerate(corners):
        name = f"d{k}: {widths[k]}"
        side = ("right", "center", "left")[1 + int(corner[0] / 0.7)]
        place = (1.22 if side == "center" else 1.08) * corner
        axes.text(*place, name, ha=side, va="center",
                  fontsize=10, weight="bold")  # fmt: skip
    axes.set(xlim=(-1.75, 1.75), ylim=(-1.4, 1.4), aspect="equal")
    axes.axis("off")


def bracketings(widths, marks):
    """Draw the cost of every bracketing of one chain, sorted.

    Args:
        widths: (L + 1,) widths of the chain.
        marks: Dictionary from a name to the cost that it belongs to.

    Returns:
        nothing: None; the figure is displayed.
    """
    costs = every_cost(widths)
    fig, (axes,) = axes_for(1, (7.2, 3.7))
    axes.semilogy(np.arange(1, len(costs) + 1), costs, ".", ms=4,
                  color=show.BLUE)  # fmt: skip
    for name, cost in marks.items():
        rank = int(np.searchsorted(costs, cost)) + 1
        axes.plot([rank], [cost], "s", color=show.ORANGE, ms=6)
        axes.annotate(
            f"{name}: {cost}",
            (rank, cost),
            xytext=(9, -11),
            textcoords="offset points",
        )
    axes.set(
        xlabel="bracketings, from cheap to dear",
        ylabel="multiplications",
        title=f"all {len(costs)} bracketings of the widths {tuple(widths)}",
    )
    axes.margins(x=0.12, y=0.12)
    words = ", ".join(f"{name} {cost}" for name, cost in marks.items())
    show.describe(
        fig,
        f"The multiplications of all {len(costs)} bracketings of one chain, "
        f"sorted, on a log axis: from {costs[0]} to {costs[-1]}, median "
        f"{int(np.median(costs))}. Marked: {words}.",
    )


def crossover(sizes, ratio):
    """Draw which of two modes is cheaper, for many shapes of a function.

    Args:
        sizes: (k,) numbers of inputs, and of outputs.
        ratio: (k, k) cost of forward mode over that of reverse mode; row
            i has sizes[i] inputs, column j has sizes[j] outputs.

    Returns:
        nothing: None; the figure is displayed.
    """
    fig, (axes,) = axes_for(1, (5.6, 4.0))
    reach = np.max(np.abs(np.log10(ratio)))
    image = axes.imshow(
        np.log10(ratio), cmap="PuOr", vmin=-reach, vmax=reach, origin="lower"
    )
    for i, j in np.ndindex(*ratio.shape):
        r = ratio[i, j]
        text = "equal"
        if not np.isclose(r, 1):
            text = f"{'reverse' if r > 1 else 'forward'}\n×{max(r, 1 / r):.3g}"
        dark = abs(np.log10(r)) > 0.6 * reach
        axes.text(j, i, text, ha="center", va="center", fontsize=8,
                  color="white" if dark else "black")  # fmt: skip
    axes.set_xticks(range(len(sizes)), sizes)
    axes.set_yticks(range(len(sizes)), sizes)
    axes.set(
        xlabel="outputs m",
        ylabel="inputs n",
        title="the cheaper mode, and how many times cheaper",
    )
    fig.colorbar(image, ax=axes, label="log10(jacfwd / jacrev)")
    show.describe(
        fig,
        "Heat map of the operations of jacfwd over those of jacrev. On the "
        "diagonal, with as many outputs as inputs, they are equal. With "
        f"{sizes[-1]} inputs and {sizes[0]} output, reverse is "
        f"{ratio[-1, 0]:.3g} times cheaper; with {sizes[0]} input and "
        f"{sizes[-1]} outputs, forward is {1 / ratio[0, -1]:.3g} times "
        "cheaper.",
    )


def memory(curves):
    """Draw live numbers, in activations, against the step of a run.

    Args:
        curves: Dictionary from a name to a (k,) sequence of live numbers.

    Returns:
        nothing: None; the figure is displayed.
    """
    fig, (axes,) = axes_for(1, (7.6, 3.8))
    words = []
    for (name, live), style in zip(curves.items(), show.STYLES):
        live = np.asarray(live)
        flat = live[-1] > np.max(live) / 2  # is named below its middle
        thin = {"marker": "", **({"ls": "-", "lw": 0.8} if flat else {})}
        axes.plot(range(1, len(live) + 1), live, **{**style, **thin})
        top = len(live) // 2 if flat else int(np.argmax(live))
        axes.annotate(
            f"{name}: {np.max(live):g}",
            (top + 1, live[top]),
            xytext=(4, -17 if flat else 5),
            textcoords="offset points",
            color=style["color"],
            weight="bold",
        )
        words.append(f"{name}: peak {np.max(live):g} after {len(live)} steps")
    for level in (64, 15):
        axes.axhline(level, color=show.GRAY, lw=0.7, zorder=0)
        axes.text(310, level + 1, f"{level} stored", color=show.GRAY)
    axes.set(
        xlabel="operation",
        ylabel="live numbers, in activations",
        title="64 sines: depth costs memory, checkpoints buy it back",
    )
    axes.margins(y=0.12)
    show.describe(
        fig,
        "Live numbers against operation, one curve for each method. "
        + "; ".join(words)
        + ". Plain reverse mode climbs to its peak and comes down again; "
        "the checkpointed run is a low saw with one tooth a segment.",
    )


def colored(n, w):
    """Draw a banded Jacobian whose columns share few seeds.

    Args:
        n: () rows and columns.
        w: () entries on either side of the diagonal.

    Returns:
        nothing: None; the figure is displayed.
    """
    colors = 2 * w + 1
    fig, axes = axes_for(2, (7.4, 3.9))
    for place, columns, name in zip(axes, (n, colors), NAMES):
        picture = np.ones((n, columns, 3))
        for i, j in np.ndindex(n, n):
            if abs(i - j) <= w:
                at = (i, j % colors if columns < n else j)
                picture[at] = TINTS[j % colors % len(TINTS)]
                text = f"{j % colors}" if columns == n else f"{i},{j}"
                place.text(at[1], i, text, ha="center", va="center",
                           fontsize=8)  # fmt: skip
        place.imshow(picture, aspect="auto")
        place.set(title=name, ylabel="output", yticks=range(n))
        place.set_xticks(range(columns))
    axes[0].set_xlabel("input j (in the cell: its color)")
    axes[1].set_xlabel("color (in the cell: i,j of the entry)")
    show.describe(
        fig,
        f"Left: a banded Jacobian of {n} rows and columns; every nonzero "
        f"entry carries its column's color, 0 to {colors - 1} in "
        f"turn. Right: the {colors} products with the seeds. Each of their "
        "entries holds at most one entry of the Jacobian.",
    )
