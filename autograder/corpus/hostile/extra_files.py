"""Adds files that Python, IPython and Jupyter would run by themselves."""

OUTCOME = "full"
EXERCISE = "ps1-jacobian"
FLAGS = ("handed in, but not read", "jax.py")


def change(folder):
    text = "raise SystemExit('this should not run')\n"
    for name in (
        "random.py",
        "sitecustomize.py",
        "usercustomize.py",
        "jax.py",
        "conftest.py",
        "nbgrader_config.py",
        "ipython_config.py",
        "evil.pth",
        "startup/00.py",
        ".ipython/profile_default/startup/0.py",
        "chainrule/numpy.py",
        "chainrule/checks/__init__.py",
        "numpy/__init__.py",
        "__pycache__/x.pyc",
    ):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
