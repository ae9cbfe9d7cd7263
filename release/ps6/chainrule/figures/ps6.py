"""Figures of problem set 6: curvature, its price, and what uses it.

Every function displays its figure and returns nothing.

Assignment: given.
"""

import numpy as np
from matplotlib.colors import SymLogNorm

from chainrule import show

BESIDE = {"textcoords": "offset points", "annotation_clip": False}


def name_ends(place, ends):
    """Write (height, text, color) beside the right ends, none on another."""
    scale = np.log if place.get_yscale() == "log" else np.asarray
    low, high = scale(place.get_ylim())
    ceiling = 1.1
    for height, text, color in sorted(ends, reverse=True):
        at = (scale(height) - low) / (high - low)
        ceiling = min(at, ceiling - 0.075)
        place.annotate(
            text,
            (1.03, ceiling),
            xycoords="axes fraction",
            color=color,
            va="center",
            annotation_clip=False,
        )


def blocks(H, *names):
    """Draw a Hessian in blocks, one for each pair of parameters.

    Args:
        H: (n, n) Hessian.
        *names: Pairs of a parameter's name and its number of entries.
    """
    fig, place = show.axes(size=(5.6, 4.6))
    reach = np.max(np.abs(H))
    norm = SymLogNorm(0.05 * reach, vmin=-reach, vmax=reach)
    image = place.imshow(H, cmap="RdBu_r", norm=norm)
    for (i, j), entry in np.ndenumerate(H):
        if abs(entry) > 0.01 * reach:
            sign = "+" if entry > 0 else "−"
            color = "white" if abs(entry) > 0.3 * reach else "black"
            place.text(j, i, sign, ha="center", va="center", color=color)
    ends = np.cumsum([size for _, size in names])
    middles = [end - (size + 1) / 2 for end, (_, size) in zip(ends, names)]
    words = [name for name, _ in names]
    for line, ticks in (
        (place.axvline, place.set_xticks),
        (place.axhline, place.set_yticks),
    ):
        ticks(middles, words)
        for end in ends[:-1]:
            line(end - 0.5, color="black", lw=1)
    place.set(xlabel="weight that moves", ylabel="slope that changes")
    place.set_title("the Hessian of a loss with 13 weights")
    fig.colorbar(image, ax=place, label="second derivative")
    show.describe(
        fig,
        f"Heat map of a {len(H)} by {len(H)} Hessian in blocks "
        f"{', '.join(words)}. It is symmetric, and in every block there are "
        "entries that are not 0; plus and minus mark the larger ones.",
    )


def bill(bills):
    """Draw multiplications and peak memory of several programs.

    Args:
        bills: Dictionary from a program's name to a pair of numbers:
            multiplications and most numbers alive. "loss" is the unit of
            the first, "gradient" of the second.
    """
    fig, places = show.axes(2, 1, (8.6, 2.9))
    names = list(bills)[::-1]
    units = ("loss", "gradient")
    unit = [bills[name][k] for k, name in enumerate(units)]
    titles = ("multiplications", "most numbers alive at once")
    for k, (place, title) in enumerate(zip(places, titles)):
        times = [bills[name][k] / unit[k] for name in names]
        place.barh(names, times, color="white", edgecolor="black", hatch="//")
        for name, count in zip(names, times):
            place.annotate(
                f"{count:.2f}", (count, name), (4, 0), va="center", **BESIDE
            )
        place.set(title=title, xlabel=f"in units of the {units[k]}'s")
        place.set_xlim(0, 1.15 * max(times))
    places[1].set_yticks([])
    listed = [
        f"{name} {a / unit[0]:.2f} and {b / unit[1]:.2f}"
        for name, (a, b) in bills.items()
    ]
    show.describe(
        fig,
        "Bars of the price of five programs: multiplications, in units of "
        "the loss's, and most numbers alive, in units of the gradient's. "
        + "; ".join(listed)
        + ".",
    )


def newton(runs):
    """Draw how far each method's values are above the best one.

    Args:
        runs: Dictionary from a method's name to a pair: (k,) work done so
            far, in gradients, and (k,) values.
    """
    fig, place = show.axes(size=(7.0, 3.6))
    best = min(np.min(values) for _, values in runs.values())
    words, ends = [], []
    for (name, (work, values)), style in zip(runs.items(), show.STYLES):
        gaps = np.maximum(np.subtract(values, best), 1e-17)
        often = max(1, len(gaps) // 14)
        place.semilogy(work, gaps, markevery=often, **style)
        ends.append((gaps[-1], name, style["color"]))
        words.append(f"{name}: {gaps[-1]:.0e} after {work[-1]}")
    place.set_ylim(3e-18, 5)
    name_ends(place, ends)
    place.set(xlabel="work, in gradients", ylabel="loss above the best")
    place.set_title("distance from the minimum, by work done")
    show.describe(
        fig,
        "Distance of the loss from the best value found, on a log axis, "
        "against the work in gradients. " + "; ".join(words) + ". Newton's "
        "curve, one mark a step, falls off a cliff at its end; gradient "
        "descent rises at first, and then falls ever more slowly.",
    )


def steepest(A, x, arrows, metrics):
    """Draw steepest descent from x in several inner products.

    Args:
        A: (2, 2) Hessian of the bowl x^T A x / 2.
        x: (2,) point.
        arrows: Dictionary from an inner product's name to (2,) steps.
        metrics: Dictionary from the same names to (2, 2) matrices.
    """
    fig, place = show.axes(size=(6.4, 4.4))
    grid = np.meshgrid(np.linspace(-2.0, 3.2, 80), np.linspace(-1.6, 2.6, 80))
    heights = 0.5 * np.einsum("i...,ij,j...", grid, A, grid)
    levels = np.linspace(0.15, 3.6, 8) ** 2
    place.contour(*grid, heights, levels, colors="silver", linewidths=0.8)
    turn = np.linspace(0, 2 * np.pi, 120)
    circle = np.stack([np.cos(turn), np.sin(turn)])
    for (name, step), style in zip(arrows.items(), show.STYLES):
        look = {"color": style["color"], "ls": style["ls"]}
        root = np.linalg.cholesky(metrics[name])
        ring = np.linalg.solve(root.T, circle)
        ring = 0.55 * ring / np.max(np.linalg.norm(ring, axis=0))
        place.plot(*(x[:, None] + ring), lw=1, **look)
        end = x + step * min(1.0, np.linalg.norm(x) / np.linalg.norm(step))
        arrow = {"arrowstyle": "->", "lw": 2, **look}
        place.annotate("", end, x, arrowprops=arrow)
        beside = (6, -12) if end[1] < x[1] / 2 else (-84, 4)
        place.annotate(name, end, beside, color=look["color"], **BESIDE)
    place.plot(*x, "ko")
    place.plot(0, 0, "k+", ms=10)
    place.annotate("minimum", (0, 0), (-52, 6), **BESIDE)
    place.set(xlabel="x1", ylabel="x2", aspect="equal")
    place.set_title("three directions, each the steepest")
    show.describe(
        fig,
        "Contours of a narrow bowl, and steepest descent from one point in "
        "three inner products, each with the ellipse of its steps of one "
        "length. With M = I it crosses the contours at a right angle; with "
        "M the Hessian it ends in the minimum.",
    )


def edge(runs):
    """Draw the sharpness and the loss of training at several rates.

    Args:
        runs: Dictionary from a rate () to a pair: (j,) sharpness at equal
            distances, and the (k,) losses of all steps.
    """
    fig, (left, right) = show.axes(2, 1, (9.6, 3.8))
    words, edges, ends = [], [], []
    for (rate, (sharp, losses)), style in zip(runs.items(), show.STYLES):
        every, color = len(losses) // len(sharp), style["color"]
        look = {**style, "markevery": 4}
        left.plot(every * np.arange(len(sharp)), sharp, **look)
        left.axhline(2 / rate, color=color, lw=1, ls=(0, (1, 2)))
        edges.append((2 / rate, f"2 / {rate:g} = {2 / rate:.1f}", color))
        name = f"rate {rate:g}"
        right.semilogy(losses, **{**look, "markevery": 60})
        ends.append((losses[-20:].mean(), name, color))
        half = sharp[len(sharp) // 2 :]
        words.append(
            f"{name}: later sharpness {half.min():.1f} to {half.max():.1f}, "
            f"2 / rate is {2 / rate:.1f}"
        )
    name_ends(left, edges)
    name_ends(right, ends)
    left.set(xlabel="step", ylabel="largest eigenvalue of H")
    left.set_title("curvature")
    right.set(xlabel="step", ylabel="loss", title="and the loss")
    show.describe(
        fig,
        "Left: the largest eigenvalue of the Hessian while a network "
        "trains, with a dotted line at 2 / rate. " + "; ".join(words) + ". "
        "Right: the loss, which falls all the while, though not at every "
        "step.",
    )


def falling(errors, title, labels):
    """Draw errors that fall with the number of rounds.

    Args:
        errors: Dictionary from a method's name to its (k,) errors, for
            1, 2, 3, ... rounds.
        title: What the errors belong to.
        labels: Pair of names: of the rounds and of the errors.
    """
    fig, place = show.axes(size=(7.0, 3.5))
    words, ends = [], []
    for (name, values), style in zip(errors.items(), show.STYLES):
        rounds = np.arange(1, len(values) + 1)
        place.semilogy(rounds, values, markevery=6, **style)
        ends.append((values[-1], name, style["color"]))
        words.append(f"{name} {values[9]:.0e}, {values[-1]:.0e}")
    name_ends(place, ends)
    place.set(xlabel=labels[0], ylabel=labels[1], title=title)
    show.describe(
        fig,
        f"{title}: {labels[1]} against the number of {labels[0]}, on a log "
        f"axis. After 10 and after {len(rounds)}: " + "; ".join(words) + ".",
    )


def web(names, W, ranks):
    """Draw pages and the links between them.

    Args:
        names: Sequence of the pages' names.
        W: (n, n) weights; entry [i, j] is the link from page j to page i.
        ranks: (n,) ranks, which give the size of the circles.
    """
    fig, place = show.axes(size=(5.6, 5.0))
    n = len(names)
    angles = np.pi / 2 - 2 * np.pi * np.arange(n) / n
    spots = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    for i, j in zip(*np.nonzero(W)):
        arrow = {"arrowstyle": "->", "color": "gray", "lw": 0.8}
        start, end = 45 * np.sqrt([ranks[j], ranks[i]]) + 2
        bend = {"connectionstyle": "arc3,rad=0.12", "shrinkA": start}
        arrow = {**arrow, **bend, "shrinkB": end}
        place.annotate("", spots[i], spots[j], arrowprops=arrow)
    words = []
    for name, spot, rank, links in zip(names, spots, ranks, np.sum(W, 0)):
        place.plot(*spot, "o", ms=90 * np.sqrt(rank), mfc="white", mec="black")
        at = spot if rank > 0.2 else 1.4 * spot
        text = f"{name} {rank:.2f}\n{links:.0f} link{'s' if links > 1 else ''}"
        place.annotate(text, at, ha="center", va="center", fontsize=8)
        words.append(text.replace("\n", " with "))
    place.set(xlim=(-1.7, 1.7), ylim=(-1.6, 1.3), aspect="equal")
    place.set(xticks=[], yticks=[], xlabel="each arrow is a link")
    place.set_title("each page's rank, and how many links leave it")
    place.spines[:].set_visible(False)
    show.describe(
        fig, f"{n} pages in a circle, with ranks: {', '.join(words)}."
    )


def new_links(names, W, gains, bet):
    """Draw how much the best new links would lift the last page.

    Args:
        names: Sequence of the pages' names.
        W: (n, n) weights; entry [i, j] is the link from page j to page i.
        gains: (n, n) how much a link's weight lifts the last page.
        bet: Name of a page; its bars are solid.
    """
    fig, place = show.axes(size=(6.2, 3.0))
    free = [(i, j) for i, j in np.argwhere(W == 0) if i != j]
    new = sorted((gains[i, j], i, j) for i, j in free)[-6:]
    words = []
    for gain, i, j in new:
        label, yours = f"{names[j]} → {names[i]}", names[j] == bet
        look = {"hatch": None if yours else "///", "edgecolor": "black"}
        place.barh(label, gain, color=show.BLUE if yours else "white", **look)
        text = f"{gain:.3f}" + ", your bet" * yours
        place.annotate(text, (gain, label), (4, 0), va="center", **BESIDE)
        words.append(f"{label} {gain:.3f}")
    place.set(xlabel="rise of your rank per unit of weight")
    place.set(xlim=(0, 1.25 * new[-1][0]), title="the best new links")
    show.describe(
        fig,
        f"The links that would lift {names[-1]} most: "
        + ", ".join(words[::-1])
        + f". Solid bars start at {bet}.",
    )
