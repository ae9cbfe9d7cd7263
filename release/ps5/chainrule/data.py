"""Small data that the notebooks use: digits, tumors and black boxes.

Two tables ship inside scikit-learn; their files are read without importing
scikit-learn, which would take longer than the rest of a notebook's setup.

Assignment: given.
"""

import importlib.util
from functools import cache
from pathlib import Path

import numpy as np

KINDS = ("smooth", "corner", "three halves", "flat", "linear")


@cache
def _table(name, header=0):
    package = importlib.util.find_spec("sklearn")
    if package is None:
        raise FileNotFoundError(
            f"scikit-learn is not installed, and its file {name} is "
            "needed. Start the notebook in the course's environment"
        )
    folder = Path(package.submodule_search_locations[0])
    path = folder / "datasets" / "data" / name
    return np.loadtxt(path, delimiter=",", skiprows=header)


def digits():
    """Return all handwritten digits: images of 8 by 8 pixels.

    Returns:
        images: (1797, 8, 8) ink, from 0 to 16, top row first.
        labels: (1797,) integers from 0 to 9.

    Source:
        Alpaydin and Kaynak (1998), Optical Recognition of Handwritten
        Digits, UCI Machine Learning Repository.
    """
    table = _table("digits.csv.gz")
    return table[:, :-1].reshape(-1, 8, 8).copy(), table[:, -1].astype(int)


def tumors():
    """Return measurements of breast tumors, and which were malignant.

    Returns:
        X: (569, 30) mean, error and worst value of ten measurements, as
            they were taken: they differ in size by five powers of ten.
        malignant: (569,) integers: 1 for malignant (212), 0 for benign.

    Example:
        >>> X, malignant = tumors()
        >>> X.shape, int(malignant.sum())
        ((569, 30), 212)

    Source:
        Street, Wolberg and Mangasarian (1993), Nuclear Feature Extraction
        for Breast Tumor Diagnosis; UCI Machine Learning Repository.
    """
    table = _table("breast_cancer.csv", header=1)
    return table[:, :-1].copy(), 1 - table[:, -1].astype(int)


def rotate(image, angle, size=40, blur=0.75):
    """Draw a digit, blurred and turned, on a finer grid.

    Every pixel becomes a round blot of ink, and the blots turn about the
    middle. So each gray value is a smooth function of the angle, which
    may even be complex.

    Args:
        image: (8, 8) ink of a digit.
        angle: () angle [radians], counterclockwise.
        size: () number of rows and columns of the drawing.
        blur: () radius of a blot [pixels of the digit].

    Returns:
        drawing: (size, size) ink, top row first, scaled to about 1.

    Example:
        >>> rotate(digits()[0][3], 0.5).shape
        (40, 40)
    """
    pixels = np.arange(8) - 3.5
    grid = np.linspace(-5, 5, size)
    right, down = grid[None, :], grid[:, None]
    # turn the grid back instead of turning the blots
    across = np.cos(angle) * right - np.sin(angle) * down
    along = np.sin(angle) * right + np.cos(angle) * down
    blots_x = np.exp(-((across[..., None] - pixels) ** 2) / (2 * blur**2))
    blots_y = np.exp(-((along[..., None] - pixels) ** 2) / (2 * blur**2))
    ink = np.einsum("rcj,jk,rck->rc", blots_y, image / 16, blots_x)
    return ink / (2 * np.pi * blur**2)


def black_boxes():
    """Return five functions of one number, one of each of the KINDS.

    What is worth looking at happens at t = 0. Reading this function's
    code spoils the line-up.

    Returns:
        boxes: Dictionary from the letters "A" to "E" to functions from
            () to ().

    Example:
        >>> sorted(black_boxes())
        ['A', 'B', 'C', 'D', 'E']
    """
    return {
        "A": lambda t: 0.7 * t**4 - 1.1 * t + 0.4,
        "B": lambda t: np.abs(t) ** 1.5 + 0.3 * t - 1.0,
        "C": lambda t: 0.8 * t - 0.25,
        "D": lambda t: np.exp(0.9 * t) + np.sin(t),
        "E": lambda t: 0.6 * np.abs(t) + np.cos(t),
    }
