"""Figures of problem set 1: tangent picture, V curves and remainders.

Assignment: given.
"""

import numpy as np

from chainrule import show


def tangent_picture(draw, tangent, degrees):
    """Compare a turned drawing with what its tangent picture predicts.

    Args:
        draw: Function from an angle () [radians] to a (k, k) drawing.
        tangent: (k, k) derivative of draw at angle 0.
        degrees: Sequence of angles [degrees], one row of pictures each.

    Returns:
        nothing: None; the figure is displayed.
    """
    start = draw(0.0)
    angles = np.deg2rad(degrees)
    changes = [draw(h) - start for h in angles]
    reach = max(np.max(np.abs(change)) for change in changes)
    fig, axes = show.axes(4, len(degrees), (8.8, 2.1 * len(degrees) + 0.3))
    for row, degree, h, change in zip(axes, degrees, angles, changes):
        rest = change - h * tangent
        row[0].imshow(draw(h), cmap="gray_r", vmin=0, vmax=start.max())
        for place, picture in zip(row[1:], (change, h * tangent, rest)):
            image = _signed(place, picture, reach)
        for place in row:
            place.set(xticks=[], yticks=[])
            place.spines[:].set_visible(True)
        row[0].set_ylabel(f"{degree} degrees")
        part = np.linalg.norm(rest) / np.linalg.norm(change)
        row[3].set_xlabel(f"{part:.0%} of the change")
    names = ("f(h)", "actual change", "predicted: h J", "remainder")
    for place, name in zip(axes[0], names):
        place.set_title(name)
    fig.colorbar(image, ax=axes, label="change of ink", shrink=0.6)
    show.describe(
        fig,
        "A blurred 3, turned by one angle in each row. From left to right: "
        "the turned digit, the change of its gray values, the change that "
        "the tangent picture predicts, and what the prediction misses, all "
        "changes on one scale. Full lines surround gains of ink, dashed "
        "lines surround losses.",
    )


def _signed(axes, picture, reach):
    """Draw a change: red and full lines gain ink, blue and dashed lose."""
    image = axes.imshow(picture, cmap="RdBu_r", vmin=-reach, vmax=reach)
    level = reach / 8
    if np.max(np.abs(picture)) > level:
        axes.contour(
            picture,
            levels=[-level, level],
            colors="black",
            linewidths=0.7,
            linestyles=["--", "-"],
        )
    return image


def v_curves(steps, panels):
    """Draw error against step size, one panel for each precision.

    Args:
        steps: Dictionary from a panel's title to its (k,) step sizes.
        panels: Dictionary from a panel's title to a dictionary from the
            method's name to its (k,) errors.

    Returns:
        nothing: None; the figure is displayed.
    """
    fig, axes = show.axes(len(panels), 1, (8.8, 4.1))
    for place, (title, curves) in zip(axes, panels.items()):
        h = steps[title]
        for errors, style in zip(curves.values(), show.STYLES):
            place.loglog(h, np.maximum(errors, 3e-17), markevery=4, **style)
        place.set(xlabel="step h", title=title, ylim=(1e-17, 30))
        low = int(np.floor(np.log10(h[0])))
        place.set_xticks([10.0**k for k in range(0, low - 1, -4)][::-1])
        place.set_yticks([10.0**k for k in range(-16, 1, 4)])
        place.minorticks_off()
        _name_v_curves(place, h, curves)
    axes[0].set_ylabel("largest error")
    for place in axes[1:]:
        place.sharey(axes[0])
        place.tick_params(labelleft=False)
    show.describe(
        fig,
        "Largest error against step size, both axes logarithmic: one panel "
        "for each precision, one curve for each of the three methods. "
        "Arms of the curves carry their slopes.",
    )


def _name_v_curves(axes, steps, curves):
    """Write each curve's name, and the slopes of the arms, beside it."""
    single = steps[0] > 1e-12
    arms = (
        ("forward", "forward,\nslope 1", 3e-2 if single else 1e-4, (-8, 8)),
        ("central", "central,\nslope 2", 0.03 if single else 6e-4, (10, -30)),
        ("forward", "slope \u22121", 3e-6 if single else 1e-13, (-12, -24)),
        ("complex", "complex", 1e-7 if single else 1e-16, (0, 8)),
    )
    colors = dict(zip(curves, (s["color"] for s in show.STYLES)))
    for name, text, step, offset in arms:
        if name not in curves:
            continue
        k = int(np.argmin(np.abs(np.log(steps / step))))
        axes.annotate(
            text,
            (steps[k], max(curves[name][k], 3e-17)),
            xytext=offset,
            textcoords="offset points",
            color=show.GRAY if "\u2212" in text else colors[name],
            ha="right" if name == "forward" else "left",
            weight="bold",
        )


def remainders(steps, curves, xlabel="step h", ylabel="remainder r(h)"):
    """Draw quantities that shrink with h, with lines of slope 1 and 2.

    Args:
        steps: (k,) step sizes.
        curves: Dictionary from a name to its (k,) values; a curve that
            is nothing but round-off is only named.
        xlabel: Label of the horizontal axis.
        ylabel: Label of the vertical axis.

    Returns:
        nothing: None; the figure is displayed.
    """
    fig, axes = show.axes(size=(6.6, 3.9))
    ends, quiet = [], []
    for (name, values), style in zip(curves.items(), show.STYLES):
        values = np.asarray(values, dtype=float)
        if np.max(values) < 1e-13:
            quiet.append(f"{name}: nothing but round-off")
            continue
        axes.loglog(steps, values, **style)
        ends.append((values[-1], name, style["color"]))
    top = 3 * max(value for value, _, _ in ends)
    for power in (1, 2):
        guide = top * (np.asarray(steps) / steps[-1]) ** power
        axes.loglog(steps, guide, color="#b0b0b0", lw=0.8, zorder=0)
        axes.annotate(
            f"slope {power}",
            (steps[0], guide[0]),
            xytext=(-4, 0),
            textcoords="offset points",
            color=show.GRAY,
            ha="right",
            va="center",
            fontsize=8.5,
        )
    _name_ends(axes, ends)
    for line, text in enumerate(quiet):
        axes.annotate(
            text,
            (0.98, 0.04 + 0.08 * line),
            xycoords="axes fraction",
            color=show.GRAY,
            ha="right",
        )
    left = steps[0] * (steps[0] / steps[-1]) ** 0.14  # room for "slope 1"
    axes.set(xlabel=xlabel, ylabel=ylabel, xlim=(left, None))
    show.describe(
        fig,
        f"{ylabel} against {xlabel}, both axes logarithmic: one nearly "
        "straight line for each name, beside thin gray lines of slope 1 "
        "and 2.",
    )


def _name_ends(axes, ends):
    """Write names to the right of the lines' ends, none over another."""
    low, high = np.log(axes.get_ylim())
    ceiling = 1.1
    for value, name, color in sorted(ends, reverse=True):
        height = (np.log(value) - low) / (high - low)
        ceiling = min(height, ceiling - 0.065)
        axes.annotate(
            name,
            (1.01, ceiling),
            xycoords="axes fraction",
            color=color,
            va="center",
            weight="bold",
            annotation_clip=False,
        )
