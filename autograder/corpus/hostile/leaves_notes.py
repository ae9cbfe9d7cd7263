"""Leaves notes for a later submission wherever it may write."""

EXERCISE = "ps1-jacobian"
OUTCOME = "safe"
ANSWER = """
import os

for folder, folders, _ in os.walk("/"):
    if folder.startswith(("/proc", "/usr/lib", "/student/lib")):
        folders.clear()
        continue
    try:
        with open(os.path.join(folder, "chain-rule-note"), "w") as file:
            file.write("from an earlier submission")
    except OSError:
        pass


def jacobian(x):
    return np.array([[x[1] ** 2, 2 * x[0] * x[1]], [x[1], x[0]]])
"""
