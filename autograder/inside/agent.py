"""Serve a student's functions to the host, from inside their process."""

import builtins
import contextlib
import importlib
import os
import re
import sys

import numpy as np

from autograder.inside import wire
from autograder.inside.values import SourceText

HISTORY = re.compile(r"_+|_i+|_i?\d+")  # IPython's own names


def serve(channel, cells):
    """Answer the host's requests until it hangs up.

    Args:
        channel: The private socket.
        cells: Runs the notebook's cells.
    """
    channel.setblocking(True)
    quiet = Quiet(cells)
    peer = wire.Peer(channel, invoke=quiet.invoke, runs_texts=True)
    peer.codec.handles = Handles(peer)
    peer.requests["start"] = start
    peer.requests["cell"] = cells.run
    peer.requests["get"] = lambda where, name: quiet.call(
        find, cells.shell.user_ns, where, name
    )
    moments = Moments(cells.shell.user_ns)
    peer.requests["keep"] = moments.keep
    peer.requests["back_to"] = moments.back_to
    peer.serve()


def start(folder, files):
    """Write the student's files, and work among them.

    Args:
        folder: A folder that is this child's alone.
        files: Texts by path inside its folder `course`.
    """
    work, home = os.path.join(folder, "course"), os.path.join(folder, "home")
    for name, text in files.items():
        path = os.path.join(work, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
    for path in (work, home):
        os.makedirs(path, exist_ok=True)
    os.environ["HOME"] = os.environ["TMPDIR"] = home
    os.chdir(work)
    sys.path.insert(0, work)
    np.random.seed()  # noqa: NPY002  (or all children draw the same)


class Quiet:
    """Calls answers so that nothing they say is kept.

    What an answer prints may hold the arguments of a hidden case.
    """

    def __init__(self, cells):
        self.cells = cells
        self.nowhere = open(os.devnull, "w")

    def call(self, function, *arguments):
        """Call a function and drop what it says."""
        with (
            contextlib.redirect_stdout(self.nowhere),
            contextlib.redirect_stderr(self.nowhere),
        ):
            try:
                return function(*arguments)
            finally:
                self.cells.forget()

    def invoke(self, function, arguments):
        """Call an answer as the protocol wants it."""
        return self.call(invoke, function, arguments)


class Moments:
    """What the notebook's names stood for at each of its check cells.

    Args:
        names: The notebook's names, as they change.
    """

    def __init__(self, names):
        self.names, self.kept, self.end = names, {}, None

    def keep(self, check):
        """Remember what names stand for now."""
        self.kept[check] = dict(self.names)

    def back_to(self, check):
        """Bring a moment back; say whether it differs from the end.

        A name bound since then differs only if it hides a builtin one.
        """
        if self.end is None:
            self.end = dict(self.names)
        then, nothing = self.kept.get(check, self.end), object()
        self.names.clear()
        self.names.update(then)
        new = self.end.keys() - then.keys()
        return any(hasattr(builtins, name) for name in new) or any(
            self.end.get(name, nothing) is not value
            for name, value in then.items()
            if not HISTORY.fullmatch(name)
        )


class Handles:
    """Counted arrays whose numbers and counters are the host's.

    The student's code holds keys; each operation is a request. So a count
    cannot be forged, and a whole Jacobian cannot be hidden.
    """

    def __init__(self, peer):
        self.peer, self.gone = peer, []

    def encode(self, value):
        """The key of a counted array, or None for anything else."""
        if type(value).__module__ == "chainrule.count" and (
            type(value).__name__ == "Counted"
        ):
            return ["h", value.key, [], ""]
        return None

    def decode(self, key, shape, dtype):
        """A counted array of which only the key is here."""
        count = importlib.import_module("chainrule.count")
        return count.Counted(self, key, shape, dtype)

    def release(self, key):
        """Remember that an array is gone; the next request says so."""
        self.gone.append(key)

    def dispatch(self, name, arguments, keywords):
        """Let the host do one operation."""
        gone, self.gone = self.gone, []
        words = (name, tuple(arguments), dict(keywords), gone)
        return self.peer.request("dispatch", *words)[0]


def find(namespace, where, name):
    """Look a name up in the notebook or in a module of the package."""
    if not where:
        if name not in namespace:
            raise NameError(f"{name} is not defined in the notebook")
        return namespace[name]
    module = importlib.import_module(f"chainrule.{where}")
    if not hasattr(module, name):
        raise NameError(f"{name} is not defined in {where}.py")
    return getattr(module, name)


def invoke(function, arguments):
    """Call a function on fresh arguments; report which it changed."""
    arguments = [resolve(argument) for argument in arguments]
    before = [_copy(argument) for argument in arguments]
    value = resolve(function)(*arguments)
    pairs = enumerate(zip(before, arguments))
    return value, [i for i, (b, a) in pairs if _differ(b, a)]


def resolve(argument):
    """Turn a source text into the function it defines."""
    if isinstance(argument, tuple):
        return tuple(resolve(item) for item in argument)
    if isinstance(argument, list):
        return [resolve(item) for item in argument]
    if not isinstance(argument, SourceText):
        return argument
    scope = {"np": np, **argument.names}
    if not argument.text.lstrip().startswith("def "):
        return eval(argument.text, scope)
    before = set(scope)
    exec(argument.text, scope)
    defined = [n for n in scope if n not in before and n[:2] != "__"]
    return scope[defined[-1]]


def _copy(value):
    if isinstance(value, np.ndarray):
        return value.copy()
    if isinstance(value, tuple | list):
        return [_copy(item) for item in value]
    return value


def _differ(before, after):
    if isinstance(before, list):
        return any(_differ(b, a) for b, a in zip(before, after))
    if isinstance(before, np.ndarray):
        return before.dtype != after.dtype or not np.array_equal(
            before, after, equal_nan=before.dtype.kind in "fc"
        )
    return False
