"""Searches the folders of packages for one that differentiates."""

EXERCISE = "ps1-directional"
OUTCOME = "zero"
ANSWER = """
def directional_difference(f, x, v, h, method="central"):
    import glob
    import os
    import sys

    packages = os.path.dirname(os.path.dirname(np.__file__))
    for folder in (packages, *sys.path, "/usr/lib/python3/dist-packages"):
        for name in ("jax", "jaxlib", "autograd", "torch", "sympy"):
            if glob.glob(os.path.join(folder, name, "*.*")):
                return (f(x + 1e-6 * v) - f(x)) / 1e-6
    return None
"""
