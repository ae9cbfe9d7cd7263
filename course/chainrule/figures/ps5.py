"""Figures of problem set 5: loops, corners, flights, tapes.

Assignment: given.
"""

from unittest.mock import patch

import numpy as np

from chainrule import show


def heron(steps, values, tangents):
    """Draw how value and tangent of a loop approach their limits.

    Args:
        steps: (k,) numbers of steps.
        values: (k,) distances of the value from its limit.
        tangents: (k,) distances of the tangent from its limit.

    Returns:
        nothing: None; the figure is displayed.
    """
    fig, place = show.axes(size=(6.4, 3.6))
    pairs, words = (("value", values), ("tangent", tangents)), []
    for (name, errors), style, side in zip(pairs, show.STYLES, (-1, 1)):
        errors = np.array(errors)
        seen = errors > 0  # what is exact has no place on a log axis
        place.semilogy(steps[seen], errors[seen], **style)
        sizes = [f"{e:.0e}" if e else "exact" for e in errors]
        words.append(f"{name}: {', '.join(sizes)}")
        place.annotate(
            name if seen[-1] else f"{name} (exact at step {steps[-1]})",
            (steps[3], errors[3]),
            xytext=(10 * side, 8 * side),
            textcoords="offset points",
            ha="left" if side > 0 else "right",
            color=style["color"],
            weight="bold",
        )
    place.set(xlabel="step", ylabel="distance from the limit", xticks=steps)
    place.set(ylim=(1e-17, 3), title="digits double with each step")
    show.describe(
        fig,
        "Distance from the limit against the step, on a log axis; both "
        f"lines bend down ever more steeply. {'; '.join(words)}.",
    )


def corners(programs, slopes):
    """Draw one function several times, with the tangent at 0 of each.

    Args:
        programs: Dictionary from a program's text to the function.
        slopes: Dictionary from the same texts to slopes () at 0.

    Returns:
        nothing: None; the figure is displayed.
    """
    fig, row = show.axes(len(programs), 1, (10.4, 3.0))
    x, words = np.linspace(-1, 1, 41), []
    for place, (text, program) in zip(row, programs.items()):
        place.plot(x, [program(t) for t in x], color=show.GRAY, lw=1.5)
        slope = slopes[text]
        words.append(f"{text}: {slope:g}")
        if np.isfinite(slope):
            ends = np.array([-0.75, 0.75])
            place.plot(ends, slope * ends, color=show.BLUE, lw=2.5, ls="--")
        place.plot(0, 0, "o", color=show.BLUE, ms=6)
        name = "no tangent: nan" if np.isnan(slope) else f"slope {slope:g}"
        place.set_title(text, family="monospace", fontsize=8.5)
        place.text(-0.95, 0.75, name, color=show.BLUE, weight="bold")
        place.set(xlabel="x", ylabel="y", ylim=(-0.9, 1.1), xlim=(-1.05, 1.05))
        place.label_outer()
    show.describe(
        fig,
        "The same function, 0 up to x = 0 and x after it, in every panel; "
        "a dashed line shows the slope that its program gives at 0. "
        f"{'; '.join(words)}.",
    )


def flights(paths, target):
    """Draw throws from the side and from above, numbered in order.

    Args:
        paths: List of (k, 3) places: east, north, up.
        target: (2,) place on the ground.

    Returns:
        nothing: None; the figure is displayed.
    """
    fig, (side, above) = show.axes(2, 1, (10.2, 3.6))
    words, under = [], []
    for number, path in enumerate(paths, 1):
        last = number == len(paths)
        style = {**show.STYLES[(number - 1) % 4], "marker": ""}
        if last:
            style |= {"color": "black", "ls": "-"}
        style["lw"] = 2.4 if last else 1.3
        east, north, up = np.transpose(path)
        side.plot(east, up, **style)
        above.plot(east, north, **style)
        miss = np.hypot(east[-1] - target[0], north[-1] - target[1])
        words.append(f"throw {number} lands {miss:.2g} m away")
        if miss > 0.3 or last:
            parts = min(0.3 + 0.15 * number, 0.9), 0.97
            parts = (0.85, 0.45) if last else parts
            for place, height, part in zip((side, above), (up, north), parts):
                k = int(len(path) * part)
                mark = {"color": style["color"], "weight": "bold"}
                mark["bbox"] = {"fc": "white", "ec": "none", "pad": 1}
                mark |= {"ha": "center", "va": "center"}
                place.text(east[k], height[k], str(number), **mark)
        else:
            under.append(str(number))
    for place, height in ((side, 0), (above, target[1])):
        place.plot(target[0], height, "x", color="black", ms=11, mew=3)
    side.axhline(0, color="black", lw=0.8)
    hides = f" ({' and '.join(under)} lie under {number})" if under else ""
    side.set(ylabel="height [m]", title=f"from the side{hides}")
    side.set(xlabel="east [m]")
    above.set(xlabel="east [m]", ylabel="north [m]", title="from above")
    above.set_aspect("equal", adjustable="datalim")
    show.describe(
        fig,
        "Paths of a ball from the side and from above, with a cross at the "
        f"target. {'; '.join(words)}.",
    )


# --- reverse ---


def tape(reverse, f, primals, title, play=False, names=()):
    """Draw the tape of a run: inputs at the top, the end at the bottom.

    Args:
        reverse: The module, with your functions.
        f: Function of arrays, which returns one array.
        primals: Tuple of its arguments.
        title: What the program is.
        play: Whether to call backward with a cotangent of 1, and to draw
            the order and the cotangents of its sweep.
        names: Sequence of what to call the first nodes, inputs first.

    Returns:
        nothing: None; the figure is displayed.
    """
    nodes, bars = [], {}

    class Logged(reverse.Node):
        """A node that tells when it is made, and when it is called."""

        def __init__(self, *arguments, **keywords):
            super().__init__(*arguments, **keywords)
            nodes.append(self)

        def vjp(self, y_bar):
            bars[self] = y_bar
            return super().vjp(y_bar)

    with patch.object(reverse, "Node", Logged):
        y, outputs, inputs = reverse.record(f, primals)
    bars.clear()  # of sweeps inside of f; their tapes hold traced values
    nodes = [node for node in nodes if not hasattr(node.y, "primal")]
    if play:
        found = reverse.backward(outputs, [np.ones_like(y)])
        bars |= {node: found[node] for node in inputs if node in found}
    called = {node: node.name for node in nodes} | dict(zip(nodes, names))
    draw(called, title, bars)


def draw(nodes, title, bars):
    """Draw nodes, with their cotangents in the order of the sweep."""
    places = layout(nodes)
    down = max(row for _, row in places.values())
    left, right = (f(x for x, _ in places.values()) for f in (min, max))
    high = (0.6 if down < 9 else 0.45) * down + 0.9
    fig, axes = show.axes(size=(1.7 * (right - left) + 3.2, high))
    axes.set(xlim=(left - 0.55, right + 0.85), ylim=(-down - 0.4, 0.4))
    for node in nodes:
        for k, parent in enumerate(node.parents):
            twin = node.parents.count(parent) > 1
            arrow(axes, places[parent], places[node], k if twin else None)
    sweep, words = list(bars), []
    for node, name in nodes.items():
        if node in bars:
            name = f"{sweep.index(node) + 1}.  {name}"
        words.append(label(axes, places[node], name, node.y, bars.get(node)))
    axes.set_title(title, fontsize=10.5)
    axes.axis("off")
    how = " Numbers give the order of the sweep." if sweep else ""
    show.describe(
        fig,
        f"The tape of {title}, from the inputs down to the result.{how} "
        f"{'; '.join(words)}.",
    )


def layout(nodes):
    """Columns and rows for the nodes; a node stands below its parents.

    The longest path goes down the middle, inputs stand on the left, each
    just above its first use, and all other nodes on the right.
    """
    rows = {}
    for node in nodes:
        rows[node] = 1 + max((rows[p] for p in node.parents), default=-1)
    for node in nodes:
        uses = [rows[other] for other in nodes if node in other.parents]
        if not node.parents and uses:
            rows[node] = min(uses) - 1
    middle = [max(nodes, key=rows.get)]
    while middle[-1].parents:
        middle.append(max(middle[-1].parents, key=rows.get))
    places, taken = {}, set()
    for node in nodes:
        column = 0 if node in middle else 1 if node.parents else -1
        while (column, rows[node]) in taken:
            column += 1 if column > 0 else -1
        taken.add((column, rows[node]))
        places[node] = column, rows[node]
    return places


def arrow(axes, start, end, twin):
    """Draw an arrow from a parent to a node that uses it."""
    (x0, y0), (x1, y1) = start, end
    bend = 0.0 if twin is None else 0.2 * (1, -1)[twin % 2]
    if x0 == x1 and y1 - y0 > 1:
        bend = 2 * (0.52 + 0.06 * (y1 - y0)) / (0.6 * (y1 - y0))
    elif y1 - y0 > 1:
        bend = -0.25 if x0 > x1 else 0.1
    style = {"arrowstyle": "-|>", "color": show.GRAY, "shrinkA": 0}
    style |= {"shrinkB": 0, "connectionstyle": f"arc3,rad={bend:.3f}"}
    axes.annotate("", (x1, 0.22 - y1), (x0, -0.22 - y0), arrowprops=style)


def label(axes, place, name, y, bar):
    """Write a node's name, value and cotangent; return the same in words."""
    (x, row), note = place, {"fontsize": 9, "va": "center", "zorder": 5}
    box = {"boxstyle": "round,pad=0.25", "fc": "white"}
    middle = axes.text(x, -row, name, ha="center", bbox=box, **note)
    paper = {"fc": "white", "ec": "none", "pad": 0.5}
    note |= {"xycoords": middle, "textcoords": "offset points", "bbox": paper}
    up = 0 if bar is None else 6
    axes.annotate(brief(y), (1, 0.5), (8, up), color=show.BLUE, **note)
    if bar is None:
        return f"{name}: {brief(y)}"
    note |= {"color": show.ORANGE, "style": "italic"}
    axes.annotate(f"bar {brief(bar)}", (1, 0.5), (8, -6), **note)
    return f"{name}: {brief(y)}, cotangent {brief(bar)}"


def brief(value):
    """A number to four digits, or the shape of an array."""
    return f"{np.shape(value)}" if np.ndim(value) else f"{float(value):.4g}"


def saddle(game, paths):
    """Draw paths on the height lines of a function of two numbers.

    Args:
        game: Function from (2,) to ().
        paths: Dictionary from a name to (k, 2) points.

    Returns:
        nothing: None; the figure is displayed.
    """
    fig, axes = show.axes(size=(6.6, 4.2))
    x, y = np.meshgrid(np.linspace(-1.5, 3.5, 90), np.linspace(-4, 2.5, 90))
    L = game(np.stack([x, y]))
    lines = axes.contour(x, y, L, 10, colors="0.7", linewidths=0.7)
    axes.clabel(lines, fontsize=7, fmt="%g")
    words = []
    for (name, path), style in zip(paths.items(), show.STYLES):
        near = path[np.all((path > (-1.5, -4)) & (path < (3.5, 2.5)), axis=1)]
        axes.plot(*near.T, **style)
        if len(near) < len(path):
            tip = (near[-1] + path[len(near)]) / 2
            arrow = {"arrowstyle": "-|>", "color": style["color"]}
            axes.annotate("", tip, near[-1], arrowprops=arrow)
        note = {"color": style["color"], "textcoords": "offset points"}
        axes.annotate(name, near[7], (12, 8), **note)
        end = ", ".join(f"{v:.2g}" for v in path[-1])
        words.append(f"{name} is at ({end}) after {len(path) - 1} steps")
    axes.plot(0, 0, "k+", ms=12)
    axes.annotate("saddle", (0, 0), (14, -22), textcoords="offset points")
    axes.set(xlabel="x: wants L small", ylabel="y: wants L large")
    show.describe(
        fig,
        "Two paths of gradient descent over the height lines of "
        "L = x^2 + 3 x y - y^2, which has a saddle at (0, 0). "
        f"{'; '.join(words)}.",
    )
