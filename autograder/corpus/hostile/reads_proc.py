"""Reads the memory, the words and the variables of other processes."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
ANSWER = """
import glob
import os


def jacobian(x):
    own = str(os.getpid())
    for name in ("environ", "cmdline", "mem", "maps", "cwd/*", "fd/*"):
        for path in glob.glob(f"/proc/[0-9]*/{name}"):
            if path.split("/")[2] == own:
                continue
            try:
                with open(path, "rb") as file:
                    if name == "mem" or b"autograder" in file.read(1 << 16):
                        return np.array(
                            [[x[1] ** 2, 2 * x[0] * x[1]], [x[1], x[0]]]
                        )
            except OSError:
                pass
    return np.zeros((2, 2))
"""
