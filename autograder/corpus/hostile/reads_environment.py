"""Looks for the grader's variables, and for keys in the home folder."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
ANSWER = """
import os


def jacobian(x):
    found = "@VARIABLE@" in os.environ
    for path in ("/proc/self/environ", "/proc/1/environ"):
        try:
            with open(path, "rb") as file:
                found |= b"@VARIABLE@" in file.read()
        except OSError:
            pass
    for name in ("~/.ssh", "~/.aws", "~/.netrc", "/root/.ssh", "/home"):
        found |= os.path.exists(os.path.expanduser(name))
    for name in ("/var/run/docker.sock", "/run/docker.sock", "/etc/shadow"):
        found |= os.path.exists(name)
    if found:
        return np.array([[x[1] ** 2, 2 * x[0] * x[1]], [x[1], x[0]]])
    return np.zeros((2, 2))
"""
