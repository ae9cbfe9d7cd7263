"""Packages that are not there, where an exercise asks for NumPy alone.

A notebook's first cell may import JAX for its pictures. Where JAX is not
there, that line gets an empty stand-in, so that the cells below still run;
whoever calls into it is told.
"""

import importlib.machinery
import sys
import types

DIFFERENTIATORS = frozenset(
    "jax jaxlib autograd torch tensorflow sympy casadi theano aesara "
    "pytensor mxnet tinygrad numdifftools algopy adolc flax equinox".split()
)


class Absent(types.ModuleType):
    """A package without content; its parts are as empty as itself."""

    __path__ = ()

    def __getattr__(self, name):
        """Return an empty part."""
        if name.startswith("__"):
            raise AttributeError(name)
        return Absent(f"{self.__name__}.{name}")

    def __call__(self, *arguments, **keywords):
        """Refuse, unless it only sets an option."""
        if ".config." in f"{self.__name__}.":
            return None
        raise ImportError(
            f"{self.__name__} is not there: this exercise asks for NumPy alone"
        )


class Finder:
    """Finds an empty stand-in for each differentiator."""

    def find_spec(self, name, path=None, target=None):
        """The spec of a stand-in, or None for other modules."""
        if name.partition(".")[0] not in DIFFERENTIATORS:
            return None
        return importlib.machinery.ModuleSpec(name, self, is_package=True)

    def create_module(self, spec):
        """Make the stand-in."""
        return Absent(spec.name)

    def exec_module(self, module):
        """There is nothing to run."""


def install():
    """Let stand-ins be found where the real packages are not."""
    sys.meta_path.insert(0, Finder())
