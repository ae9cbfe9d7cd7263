"""Figures of problem set 2.

Assignment: given.
"""

import matplotlib.pyplot as plt
import numpy as np

from chainrule import show


def canvas(rows, columns, size):
    """A figure in the course's look: the figure and its axes."""
    with plt.rc_context(show.LOOK):
        return plt.subplots(rows, columns, figsize=size, layout="constrained")


def graph(nodes, edges, title):
    """Draw a program as a graph, with values and cotangents on it.

    Args:
        nodes: Dictionary from a name to (column, row, value, cotangent):
            place on the grid, and two arrays or numbers.
        edges: Tuples (from, to, label, share), in the order of the program;
            the share is what the arrow brings back to where it starts.
        title: What the program is.

    Returns:
        nothing: None; the figure is displayed.
    """
    across = max(node[0] for node in nodes.values())
    down = max(node[1] for node in nodes.values())
    fig, axes = canvas(1, 1, (2.5 * across + 2.2, 2.2 * down + 1.5))
    for start, end, label, share in edges:
        _arrow(axes, nodes[start][:2], nodes[end][:2], label, share)
    for name, (column, row, value, cotangent) in nodes.items():
        box = {"boxstyle": "circle,pad=0.35", "fc": "white", "ec": "black"}
        axes.text(
            column, -row, name, ha="center", va="center", bbox=box, zorder=6
        )
        low, high = row == down, row == 0  # no arrow passes beyond these
        note = {"ha": "center", "fontsize": 8.5, "zorder": 5}
        note["bbox"] = {"fc": "white", "ec": "none", "pad": 0.8}
        axes.text(
            column,
            -row - 0.23 if low else -row + (0.37 if high else 0.23),
            f"{name} = {numbers(value)}",
            color=show.BLUE,
            va="top" if low else "bottom",
            **note,
        )
        axes.text(
            column,
            -row + 0.23 if high else -row - (0.37 if low else 0.23),
            f"{name}_bar = {numbers(cotangent)}",
            color=show.ORANGE,
            va="bottom" if high else "top",
            style="italic",
            **note,
        )
    axes.set(xlim=(-0.6, across + 0.6), ylim=(-down - 0.65, 0.65))
    axes.set_title(f"{title}: values, cotangents in italics, shares at ◂")
    axes.axis("off")
    words = "; ".join(
        f"{name} = {numbers(value)} with {name}_bar = {numbers(bar)}"
        for name, (_, _, value, bar) in nodes.items()
    )
    lines = ", ".join(
        f"{a} to {b} ({label}, back comes {spoken(share)})"
        for a, b, label, share in edges
    )
    show.describe(fig, f"Graph of {title}. {words}. Arrows: {lines}.")


def spoken(share):
    """A formula of TeX as words that a screen reader can say."""
    text = share.strip("$").replace("^T", " transposed ").replace(r"\,", " ")
    return text.replace(r"\bar{", "").replace("}", "_bar").replace("\\", "")


def _arrow(axes, start, end, label, share):
    (x0, y0), (x1, y1) = start, end
    look = {"arrowstyle": "-|>", "color": show.GRAY}
    look |= {"shrinkA": 15, "shrinkB": 15}
    axes.annotate("", (x1, -y1), (x0, -y0), arrowprops=look)
    axes.text(
        (x0 + x1) / 2,
        -(y0 + y1) / 2,
        label,
        ha="center",
        va="center",
        fontsize=9,
        bbox={"fc": "white", "ec": "none", "pad": 1.5},
    )
    level, falls = y0 == y1, y1 > y0
    axes.text(
        (x0 + x1) / 2 + (0.0 if level else 0.13),
        -(y0 + y1) / 2 + (-0.1 if level else 0.1 if falls else -0.1),
        f"◂ {share}",
        ha="center" if level else "left",
        va="top" if level or not falls else "bottom",
        fontsize=8.5,
        color=show.ORANGE,
    )


def numbers(value):
    """A number or a short array, to three digits."""
    inner = ", ".join(f"{v:.3g}" for v in np.ravel(value))
    return f"({inner})" if np.ndim(value) else inner


def matrices(maps):
    """Draw the matrices of linear maps above those of their transposes.

    Args:
        maps: Dictionary from a map's name to its (m, n) matrix.

    Returns:
        nothing: None; the figure is displayed.
    """
    fig, axes = canvas(2, len(maps), (1.35 * len(maps) + 0.6, 3.4))
    side = max(max(matrix.shape) for matrix in maps.values())
    words = []
    for (name, matrix), column in zip(maps.items(), axes.T):
        for place, entries in zip(column, (matrix, matrix.T)):
            _tiles(place, entries, side)
        column[0].set_title(name, fontsize=9)
        words.append(f"{name} {matrix.shape[0]} by {matrix.shape[1]}")
    axes[0, 0].set_ylabel("L\noutput")
    axes[1, 0].set_ylabel("transpose of L\noutput")
    fig.supxlabel("input", fontsize=10)
    show.describe(
        fig,
        "Small matrices of linear maps, above their transposes: "
        + ", ".join(words)
        + ". Dark tiles are positive, hatched ones negative, white ones "
        "zero.",
    )


def _tiles(axes, matrix, side):
    """One square for each entry that is not zero; negative ones hatched."""
    m, n = matrix.shape
    for i, j in np.argwhere(matrix):
        positive = matrix[i, j] > 0
        axes.add_patch(
            plt.Rectangle(
                (j, i),
                1,
                1,
                fc=show.BLUE if positive else "white",
                ec=show.BLUE if positive else show.ORANGE,
                hatch="" if positive else "////",
                lw=0.6,
            )
        )
    axes.add_patch(plt.Rectangle((0, 0), n, m, fc="none", ec="black"))
    limits = {"xlim": (-0.1, side + 0.1), "ylim": (side + 0.1, -0.1)}
    axes.set(**limits, xticks=[], yticks=[], aspect="equal")
    axes.spines[:].set_visible(False)


def filling(matrix):
    """Draw a Jacobian that fills up, by columns above and by rows below.

    Args:
        matrix: (m, n) Jacobian.

    Returns:
        nothing: None; the figure is displayed.
    """
    m, n = matrix.shape
    steps = max(m, n)
    rows, columns = np.indices((m, n))
    fig, axes = canvas(2, steps, (1.9 * steps + 0.5, 3.5))
    for k in range(steps):
        for place, new, known, name in (
            (axes[0, k], columns == k, columns <= k, "JVP"),
            (axes[1, k], rows == k, rows <= k, "VJP"),
        ):
            if not new.any():
                place.axis("off")
                continue
            _fill(place, matrix, new, known)
            place.set_title(f"{k + 1} {name}{'s' if k else ''}", fontsize=9)
    axes[0, 0].set_ylabel("output")
    axes[1, 0].set_ylabel("output")
    for row, limit in zip(axes, (n, m)):
        for place in row[:limit]:
            place.set_xlabel("input", fontsize=8)
    show.describe(
        fig,
        f"A {m} by {n} Jacobian that fills up. Above, each JVP of a one-hot "
        f"tangent adds a column: {n} products. Below, each VJP of a one-hot "
        f"cotangent adds a row: {m} products.",
    )


def _fill(axes, matrix, new, known):
    """Write the known entries; those that are new stand in a frame."""
    m, n = matrix.shape
    for i, j in np.ndindex(m, n):
        axes.add_patch(
            plt.Rectangle(
                (j, i),
                1,
                1,
                fc="#cfe2f3" if new[i, j] else "white",
                ec=show.GRAY,
                lw=1.6 if new[i, j] else 0.5,
                zorder=2 if new[i, j] else 1,
            )
        )
        axes.text(
            j + 0.5,
            i + 0.5,
            f"{matrix[i, j]:.2f}" if known[i, j] else "?",
            ha="center",
            va="center",
            fontsize=7.5,
            weight="bold" if new[i, j] else "normal",
            zorder=3,
        )
    axes.set(
        xlim=(-0.05, n + 0.05),
        ylim=(m + 0.05, -0.05),
        xticks=[],
        yticks=[],
        aspect="equal",
    )
    axes.spines[:].set_visible(False)


def report_card(kinds, verdicts):
    """Draw which checker rejects which implementation.

    Args:
        kinds: Sequence of names of implementations; those that start
            with "right" should be accepted.
        verdicts: Dictionary from a checker's name to a sequence of bool,
            True where it accepts.

    Returns:
        nothing: None; the figure is displayed.
    """
    size = (1.25 * len(verdicts) + 4.0, 0.34 * len(kinds) + 1.1)
    fig, axes = canvas(1, 1, size)
    words = []
    for column, (name, accepts) in enumerate(verdicts.items()):
        wrong = 0
        for row, (kind, accepted) in enumerate(zip(kinds, accepts)):
            mistaken = accepted != kind.startswith("right")
            wrong += mistaken
            if mistaken:
                axes.axhspan(
                    row - 0.46,
                    row + 0.46,
                    (column + 0.15) / (len(verdicts) + 0.2),
                    (column + 1.05) / (len(verdicts) + 0.2),
                    fc="#fbe9d9",
                    zorder=0,
                )
            axes.text(
                column,
                row,
                ("accepts" if accepted else "rejects")
                + (" ✗" if mistaken else ""),
                ha="center",
                va="center",
                fontsize=9,
                weight="bold" if mistaken else "normal",
                color=show.ORANGE if mistaken else show.GRAY,
            )
        words.append(f"{name} is mistaken {wrong} times")
    right = sum(kind.startswith("right") for kind in kinds)
    axes.axhline(len(kinds) - right - 0.5, color=show.GRAY, lw=0.8)
    axes.set_xticks(range(len(verdicts)), list(verdicts))
    axes.xaxis.tick_top()
    axes.xaxis.set_label_position("top")
    axes.set_yticks(range(len(kinds)), kinds)
    axes.set(
        xlim=(-0.6, len(verdicts) - 0.4),
        ylim=(len(kinds) - 0.5, -0.5),
        xlabel="checker",
        ylabel="implementation",
    )
    axes.tick_params(length=0)
    show.describe(
        fig,
        f"Verdicts on {len(kinds)} implementations, mistaken ones in bold "
        "with a cross: " + ", ".join(words) + ".",
    )
