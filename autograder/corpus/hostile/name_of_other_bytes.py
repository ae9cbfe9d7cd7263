"""Has a file whose name is no UTF-8, and lacks a notebook."""

import os

OUTCOME = "reject"
SAYS = ("hand in the whole folder",)


def change(folder):
    path = os.path.join(os.fsencode(folder), b"jacobians.ipynb")
    os.remove(path)
    with open(path.replace(b"jac", b"J\xe4c"), "w") as file:
        file.write("{}")
