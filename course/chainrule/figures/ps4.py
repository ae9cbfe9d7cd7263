"""Figures of problem set 4: training, checking and breaking a network.

Assignment: given.
"""

import numpy as np
from matplotlib import pyplot as plt
from matplotlib.colors import Normalize, TwoSlopeNorm

from chainrule import show

TICKS = (0.1, 0.2, 0.5, 1, 2)
POINTS = {"textcoords": "offset points"}


def axes(columns=1, rows=1, size=(6.0, 3.6)):
    """Return a figure and its axes in the look of the course."""
    with plt.rc_context(show.LOOK):
        return plt.subplots(rows, columns, figsize=size, layout="constrained")


def name_ends(place, ends):
    """Write (value, text, color) beside the lines' right ends, log axis."""
    low, high = np.log(place.get_ylim())
    ceiling = 1.1
    for value, text, color in sorted(ends, reverse=True):
        height = (np.log(value) - low) / (high - low)
        ceiling = min(height, ceiling - 0.075)
        place.annotate(
            text,
            (1.02, ceiling),
            xycoords="axes fraction",
            color=color,
            va="center",
            annotation_clip=False,
        )


def regression(targets, fits, curves):
    """Draw predictions against targets, and losses against the step.

    Args:
        targets: (b,) numbers to predict.
        fits: Dictionary from a name to (b,) predictions.
        curves: Dictionary from a name to (k,) losses.

    Returns:
        nothing: None; the figure is displayed.
    """
    fig, (left, right) = axes(2, 1, (9.4, 3.7))
    targets = np.ravel(targets)
    ends = [targets.min(), targets.max()]
    left.plot(ends, ends, color="black", lw=0.8)
    left.annotate("exact", (-0.5, -0.5), (8, -12), textcoords="offset points")
    words = []
    for (name, fit), style in zip(fits.items(), show.STYLES):
        dots = {**style, "ls": "", "label": name, "mfc": "none", "ms": 6}
        left.plot(targets, np.ravel(fit), **dots)
        far = np.max(np.abs(np.ravel(fit) - targets))
        words.append(f"{name}: at most {far:.1e} from the target")
    left.legend(frameon=False, loc="lower right")
    left.set(xlabel="target", ylabel="prediction", title="the fit")
    tails = []
    for (name, losses), style in zip(curves.items(), show.STYLES):
        right.semilogy(losses, markevery=20, **style)
        tails.append((losses[-1], name, style["color"]))
        words.append(f"{name}: the loss goes to {losses[-1]:.1e}")
    name_ends(right, tails)
    right.set(xlabel="step", ylabel="loss", title="the cliff")
    show.describe(
        fig,
        "Left: predictions against targets, which move onto the diagonal. "
        "Right: the loss against the step for two rates. "
        + "; ".join(words)
        + ".",
    )


def learning(curves, accuracies):
    """Draw the loss of each epoch for several versions of a network.

    Args:
        curves: Dictionary from a version's name to its (k,) losses.
        accuracies: Dictionary from the same names to test accuracies ().

    Returns:
        nothing: None; the figure is displayed.
    """
    fig, place = axes(size=(8.2, 3.9))
    tails, words = [], []
    for (name, losses), style in zip(curves.items(), show.STYLES):
        epochs = np.arange(1, len(losses) + 1)
        place.semilogy(epochs, losses, markevery=3, **style)
        words.append(f"{name}: {accuracies[name]:.1%}")
        label = words[-1].replace("W^T", "$W^T$")
        tails.append((losses[-1], label, style["color"]))
    name_ends(place, tails)
    place.set(xlabel="epoch", ylabel="training loss")
    place.set_yticks(TICKS, [f"{t:g}" for t in TICKS])
    place.minorticks_off()
    place.set_title("what accuracy on new digits does not tell")
    show.describe(
        fig,
        "Training loss against the epoch, on a log axis, for several "
        "versions of one network. Accuracy on new digits: "
        + "; ".join(words)
        + ".",
    )


def gradient_check(errors):
    """Draw the relative error of every parameter's gradient.

    Args:
        errors: Dictionary from a comparison's name to a dictionary from
            a parameter's name to its relative error ().

    Returns:
        nothing: None; the figure is displayed.
    """
    fig, place = axes(size=(7.6, 3.2))
    words, names = [], []
    for (name, row), style in zip(errors.items(), show.STYLES):
        names = list(row)
        label = name.replace("W^T", "$W^T$")
        dots = {**style, "ls": "", "ms": 8, "label": label, "mfc": "none"}
        values = np.maximum(list(row.values()), 1e-17)
        place.semilogx(values, range(len(row)), **dots)
        listed = ", ".join(f"{k} {v:.0e}" for k, v in row.items())
        words.append(f"{name}: {listed}")
    place.set_yticks(range(len(names)), names)
    place.set(ylim=(len(names) - 0.5, -0.5), xlim=(1e-17, 30))
    place.set(xlabel="relative error of the gradient", ylabel="parameter")
    place.set_title("the last layer acquits, the first convicts")
    place.grid(axis="y", lw=0.4)
    place.legend(frameon=False, loc="upper left", bbox_to_anchor=(1.0, 1.0))
    show.describe(
        fig,
        "Relative error of the gradient, parameter by parameter, on a log "
        "axis. " + "; ".join(words) + ".",
    )


def digits(rows, labels, predictions):
    """Draw digits in several versions, with what the network calls them.

    Args:
        rows: Dictionary from a version's name to (k, 64) pixels; names
            that start with "x_bar" are drawn as signed pictures.
        labels: (k,) true labels.
        predictions: Dictionary from a version's name to (k,) labels.

    Returns:
        nothing: None; the figure is displayed.
    """
    k = len(labels)
    fig, grid = axes(k, len(rows), (1.25 * k + 1.2, 1.45 * len(rows)))
    words = []
    for line, (name, pictures) in zip(grid, rows.items()):
        signed = name.startswith("x_bar")
        for place, picture, n in zip(line, pictures, range(k)):
            reach = np.max(np.abs(picture))
            place.imshow(
                picture.reshape(8, 8),
                cmap="RdBu_r" if signed else "gray_r",
                norm=TwoSlopeNorm(0, -1.7 * reach, 6 * reach)
                if signed
                else Normalize(-0.25, 1.25),
            )
            if signed:
                mark_signs(place, picture.reshape(8, 8), reach)
            else:
                called = predictions[name][n]
                good = called == labels[n]
                place.set_xlabel(
                    f"“{called}”" if good else f"“{called}”, not {labels[n]}",
                    weight="normal" if good else "bold",
                )
            place.set(xticks=[], yticks=[])
            place.spines[:].set_visible(True)
        line[0].set_ylabel(name)
        if not signed:
            hits = int(np.sum(predictions[name] == labels))
            words.append(f"{name}: {hits} of {k} named rightly")
    show.describe(
        fig,
        "Handwritten digits, and under each what the network calls it. "
        + "; ".join(words)
        + ". The pictures of x_bar have a plus where more ink raises the "
        "loss, and a minus where less ink does.",
    )


def mark_signs(place, picture, reach):
    """Write + and - on the strong pixels, so that color is not needed."""
    for (i, j), value in np.ndenumerate(picture):
        if abs(value) > 0.35 * reach:
            sign = "+" if value > 0 else "−"
            place.text(j, i, sign, ha="center", va="center", fontsize=8)


def breaking(sizes, accuracies):
    """Draw accuracy against the size of a step on the input.

    Args:
        sizes: (k,) step sizes.
        accuracies: Dictionary from a step's name to (k,) accuracies.

    Returns:
        nothing: None; the figure is displayed.
    """
    fig, place = axes(size=(6.8, 3.4))
    words = []
    for (name, values), style in zip(accuracies.items(), show.STYLES):
        place.plot(sizes, values, **style)
        place.annotate(
            name,
            (sizes[-1], values[-1]),
            xytext=(8, 0),
            textcoords="offset points",
            color=style["color"],
            va="center",
            annotation_clip=False,
        )
        listed = ", ".join(f"{v:.0%} at {s:g}" for s, v in zip(sizes, values))
        words.append(f"{name}: {listed}")
    place.axhline(0.1, color="black", lw=0.8, ls=":")
    place.annotate("guessing", (sizes[0], 0.1), (0, 4), **POINTS)
    place.set(xlabel="change of every pixel", ylabel="accuracy")
    levels = place.secondary_xaxis("top", (lambda x: 16 * x, lambda n: n / 16))
    levels.set_xlabel("the same in gray levels")
    place.set_ylim(-0.03, 1.03)
    show.describe(
        fig,
        "Accuracy on new digits against the size of a step that changes "
        "every pixel by that much. " + "; ".join(words) + ".",
    )
