"""What crosses of an error: the names of its types, a short text, a line."""

from autograder.inside.values import Malformed, word

GIVEN = ("cases", "checks", "compare", "properties", "count", "data", "show")
MAX_KINDS = 10  # of one error: its type and those above it


class RemoteError(Exception):
    """The called function raised; its types and text are all that crosses."""

    def __init__(self, remote_name, text, remote_kinds=()):
        super().__init__(text)
        self.remote_name = remote_name
        self.remote_kinds = (remote_name, *remote_kinds)


def kinds_of(error):
    """Names of an error's type and of those above it, the nearest first."""
    if isinstance(error, RemoteError):
        return list(error.remote_kinds)[:MAX_KINDS]
    return [kind.__name__ for kind in type(error).__mro__][:MAX_KINDS]


def kinds(names):
    """Names of types that the other side sent."""
    if not isinstance(names, list):
        raise Malformed("the kinds of an error are not a list")
    return tuple(map(word, names[:MAX_KINDS]))


def describe(error):
    """The text of an error, short, with the line it came from."""
    try:
        text = str(error)[:300]
    except Exception:
        text = "(its text cannot be read)"
    trace, line = error.__traceback__, None
    while trace is not None:
        if is_own(trace.tb_frame.f_code.co_filename):
            line = trace.tb_lineno
        trace = trace.tb_next
    if line and not isinstance(error, NotImplementedError):
        return f"{text} (line {line})"
    return text


def is_own(path):
    """Whether a file, or a notebook's cell, is the student's to change."""
    if "site-packages" in path or "/lib/python" in path:
        return False
    _, module, name = path.rpartition("/chainrule/")
    if module:
        return "/" not in name and name.removesuffix(".py") not in GIVEN
    cell = "ipykernel" in path or "ipython-input" in path
    return cell or path.endswith(".py")
