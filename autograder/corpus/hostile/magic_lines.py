"""Resets, runs other notebooks, loads extensions and edits files."""

EXERCISE = "ps1-jacobian"
OUTCOME = "full"
FLAGS = (
    "%reset does nothing",
    "%run does nothing",
    "%load_ext does nothing",
    "%cd does nothing",
)
ANSWER = """
%reset -f
%run other.ipynb
%load_ext rpy2
%cd /
%env HOME=/
%xdel np
%alias_magic t timeit

def jacobian(x):
    return np.array([[x[1] ** 2, 2 * x[0] * x[1]], [x[1], x[0]]])
"""
