"""Hands in checks, comparisons and cases of its own."""

from autograder.corpus.hostile._files import set_answer

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"


def change(folder):
    for path in (folder / "chainrule").rglob("*.py"):
        if path.name not in ("differences.py", "__init__.py"):
            path.write_text(path.read_text("utf-8") + PASSES_ALL, "utf-8")
    path = folder / "chainrule" / "__init__.py"
    path.write_text("import builtins\nbuiltins.abs = lambda x: 0\n")
    set_answer(folder, "ps1-jacobian", "jacobian = lambda x: None\n")


PASSES_ALL = """
def _always(*args, **kwargs):
    return None
for _name in list(globals()):
    if callable(globals()[_name]):
        globals()[_name] = _always
"""
