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
    fig, axes = show.axes(4, len(degrees), (8.6, 2.25 * len(degrees) + 0.3))
    missing = []
    for row, degree in zip(axes, degrees):
        h = np.deg2rad(degree)
        actual, predicted = draw(h) - start, h * tangent
        reach = np.max(np.abs(actual))
        missing.append(
            np.linalg.norm(actual - predicted) / np.linalg.norm(actual)
        )
        pictures = (draw(h), actual, predicted, actual - predicted)
        for place, picture in zip(row, pictures):
            first = picture is pictures[0]
            place.imshow(
                picture,
                cmap="gray_r" if first else "RdBu_r",
                vmin=0 if first else -reach,
                vmax=start.max() if first else reach,
            )
            if not first:
                place.contour(
                    picture,
                    levels=[-reach / 3, reach / 3],
                    colors="black",
                    linewidths=0.7,
                    linestyles=["--", "-"],
                )
            place.set(xticks=[], yticks=[])
            place.spines[:].set_visible(True)
        row[0].set_ylabel(f"{degree} degrees")
        row[3].set_xlabel(f"{missing[-1]:.0%} of the change")
    names = ("f(h)", "actual change", "predicted: h J", "remainder")
    for place, name in zip(axes[0], names):
        place.set_title(name)
    words = ", ".join(
        f"{part:.0%} at {degree} degrees"
        for part, degree in zip(missing, degrees)
    )
    show.describe(
        fig,
        "A blurred digit, turned. Beside it the actual change of its "
        "gray values, the change that the tangent picture predicts, and "
        "the difference of the two on the same scale. The difference is "
        f"this part of the change: {words}.",
    )


def v_curves(steps, panels):
    """Draw error against step size, one panel for each precision.

    Args:
        steps: Dictionary from a panel's title to its (k,) step sizes.
        panels: Dictionary from a panel's title to a dictionary from the
            method's name to its (k,) errors.

    Returns:
        nothing: None; the figure is displayed.
    """
    fig, axes = show.axes(len(panels), 1, (8.8, 3.9))
    words = []
    for place, (title, curves) in zip(axes, panels.items()):
        h = steps[title]
        for (name, errors), style in zip(curves.items(), show.STYLES):
            place.loglog(h, np.maximum(errors, 2e-17), markevery=4, **style)
            best = int(np.argmin(errors))
            words.append(
                f"{title}, {name}: smallest error {errors[best]:.0e} near "
                f"h = {h[best]:.0e}"
            )
        _name_v_curves(place, h, curves)
        place.set(xlabel="step h", ylabel="largest error", title=title)
    show.describe(
        fig,
        "Error against step on log axes. From large steps to small ones, "
        "forward and central differences first improve (truncation), "
        "then get worse again (round-off): each curve is a V. "
        + "; ".join(words)
        + ".",
    )


def _name_v_curves(axes, steps, curves):
    """Write each curve's name, and the two causes of error, beside it."""
    at = {"forward": 0.84, "central": 0.71, "complex": 0.2}
    offset = {"forward": (-6, 8), "central": (-34, -20), "complex": (0, 8)}
    for (name, errors), style in zip(curves.items(), show.STYLES):
        k = int(at.get(name, 0.5) * len(steps))
        axes.annotate(
            name,
            (steps[k], max(errors[k], 2e-17)),
            xytext=offset.get(name, (0, 8)),
            textcoords="offset points",
            color=style["color"],
            ha="right" if name == "forward" else "center",
            weight="bold",
        )
    note = {"xycoords": "axes fraction", "color": show.GRAY, "style": "italic"}
    axes.annotate("round-off", (0.4, 0.73), ha="left", **note)
    axes.annotate("truncation", (0.99, 0.42), ha="right", **note)


def remainders(steps, curves, xlabel="step h", ylabel="remainder r(h)"):
    """Draw quantities that shrink with h, each named with its slope.

    Args:
        steps: (k,) step sizes.
        curves: Dictionary from a name to its (k,) values; a curve that
            is zero throughout is only named.
        xlabel: Label of the horizontal axis.
        ylabel: Label of the vertical axis.

    Returns:
        nothing: None; the figure is displayed.
    """
    fig, axes = show.axes(size=(6.6, 3.9))
    words, ends = [], []
    for (name, values), style in zip(curves.items(), show.STYLES):
        values = np.asarray(values, dtype=float)
        if np.max(values) < 1e-13:
            words.append(f"{name}: nothing but round-off")
            continue
        slope = np.polyfit(np.log(steps), np.log(values), 1)[0]
        axes.loglog(steps, values, **style)
        words.append(f"{name}: slope {slope:.2f}")
        ends.append((values[-1], words[-1], style["color"]))
    _name_ends(axes, ends)
    quiet = [text for text in words if "round-off" in text]
    axes.set(xlabel=xlabel, ylabel=ylabel)
    axes.set_title("; ".join(quiet))
    show.describe(
        fig,
        f"{ylabel} against {xlabel} on log axes, straight lines. "
        + "; ".join(words)
        + ".",
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
            annotation_clip=False,
        )
