"""What all figures share: their look, and a description in words.

A figure says nothing by color alone: lines differ in dash and marker and
carry their own names, and every figure is also described in words.

Assignment: given.
"""

import base64
import html
import io

import matplotlib.pyplot as plt
import numpy as np
from IPython.display import HTML, display

BLUE, ORANGE, GREEN, PURPLE, GRAY = (
    "#0060a8",
    "#b85000",
    "#00735c",
    "#8a3f78",
    "#595959",
)
STYLES = tuple(
    {"color": color, "ls": dash, "marker": marker, "lw": 1.5, "ms": 4}
    for color, dash, marker in (
        (BLUE, "-", "o"),
        (ORANGE, "--", "s"),
        (GREEN, "-.", "^"),
        (PURPLE, ":", "D"),
        (GRAY, (0, (5, 1, 1, 1, 1, 1)), "v"),
    )
)
LOOK = {
    "figure.facecolor": "white",
    "axes.facecolor": "white",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.titlesize": 10.5,
    "font.size": 10,
}


def describe(fig, words):
    """Show a finished figure together with a description in words.

    The description stands under the picture, since JupyterLab and most
    exports drop a picture's own alternative text; it is attached as well.

    Args:
        fig: Matplotlib figure; it is closed.
        words: What a reader who cannot see the figure should know.

    Returns:
        nothing: None; the figure is displayed.
    """
    buffer = io.BytesIO()
    fig.savefig(buffer, format="png", dpi=110, bbox_inches="tight")
    plt.close(fig)
    picture = base64.b64encode(buffer.getvalue()).decode("ascii")
    display(
        {"image/png": picture, "text/plain": f"Figure: {words}"},
        metadata={"image/png": {"alt": words}},
        raw=True,
    )
    display(HTML(f"<em>In words: {html.escape(words)}</em>"))


def axes(columns=1, rows=1, size=(6.0, 3.6)):
    """A new figure in the course's look, and its axes."""
    with plt.rc_context(LOOK):
        return plt.subplots(rows, columns, figsize=size, layout="constrained")


def jacobian(matrix, title, rows="output", columns="input"):
    """Draw a matrix as a heat map, its entries that are not 0 in figures.

    Red is positive, blue is negative, and white is 0.

    Args:
        matrix: (m, n) Jacobian.
        title: What the matrix is.
        rows: What one row belongs to.
        columns: What one column belongs to.

    Returns:
        nothing: None; the figure is displayed.
    """
    m, n = matrix.shape
    size = (max(3.2, 0.5 * n + 1.6), max(2.0, 0.36 * m + 1.1))
    fig, ax = axes(size=size)
    reach = float(np.max(np.abs(matrix)))
    image = ax.imshow(
        matrix, cmap="RdBu_r", vmin=-reach, vmax=reach, aspect="auto"
    )
    for i in range(1, m):
        ax.axhline(i - 0.5, color="white", lw=1)
    for j in range(1, n):
        ax.axvline(j - 0.5, color="white", lw=1)
    for i, j in np.ndindex(m, n):
        if matrix[i, j] != 0:
            dark = abs(matrix[i, j]) > 0.6 * reach
            ax.text(
                j,
                i,
                f"{matrix[i, j]:.3g}",
                ha="center",
                va="center",
                fontsize=8,
                color="white" if dark else "black",
            )
    ax.set_xticks(range(n))
    ax.set_yticks(range(m))
    ax.set(xlabel=columns, ylabel=rows, title=title)
    fig.colorbar(image, ax=ax, label="entry")
    describe(
        fig,
        f"{title}: heat map with {m} rows ({rows}) and {n} columns "
        f"({columns}). Entries that are not 0 carry their number.",
    )
