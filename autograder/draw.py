"""Draw the values of a hidden case: the same ones for the same student."""

import hashlib
import hmac
from typing import Any

import numpy as np

from autograder.specs import (
    Function,
    Integers,
    Normal,
    Sample,
    Signed,
    Uniform,
    WellConditioned,
)
from chainrule.cases import Source

DECIMALS = 6  # so that a drawn value can be written down exactly


def generator(secret: bytes, *parts: str) -> np.random.Generator:
    """A generator that depends on the secret and on every part.

    Args:
        secret: The course's secret.
        *parts: Course, set, exercise, student and version.

    Returns:
        rng: Reproducible by whoever holds the secret, and by nobody else.
    """
    label = "\x1f".join(parts).encode()
    digest = hmac.new(secret, label, hashlib.sha256).digest()
    return np.random.default_rng(int.from_bytes(digest, "big"))


def draw(spec: Any, rng: np.random.Generator) -> Any:
    """Draw one argument; a plain value stands for itself."""
    match spec:
        case Normal():
            values = rng.standard_normal(spec.shape)
            drawn = _rounded(spec.offset + spec.scale * values)
            return drawn if spec.shape == () else drawn.astype(spec.dtype)
        case Uniform():
            return _rounded(rng.uniform(spec.low, spec.high, spec.shape))
        case Signed():
            sizes = rng.uniform(spec.low, spec.high, spec.shape)
            signs = rng.choice([-1.0, 1.0], spec.shape)
            return _rounded(sizes * signs)
        case Integers():
            whole = rng.integers(spec.low, spec.high, spec.shape)
            return int(whole) if spec.shape == () else whole
        case WellConditioned():
            noise = rng.uniform(-1.0, 1.0, (spec.n, spec.n)) / spec.n
            return _rounded(3.0 * np.eye(spec.n) + noise)
        case Function():
            constants = {
                name: draw(constant, rng)
                for name, constant in spec.constants.items()
            }
            return Source(spec.text, spec.uses, constants)
        case Sample():
            return _sample(spec, rng)
        case tuple():
            return tuple(draw(item, rng) for item in spec)
        case _:
            return spec


def _sample(spec: Sample, rng: np.random.Generator) -> list[Any]:
    """Pairs of a class and one of its items."""
    drawn = [
        (name, draw(pool[index], rng))
        for name, pool in spec.pools.items()
        for index in rng.permutation(len(pool))[: spec.per_class]
    ]
    return [drawn[index] for index in rng.permutation(len(drawn))]


def _rounded(values: Any) -> Any:
    rounded = np.round(values, DECIMALS)
    return float(rounded) if np.ndim(rounded) == 0 else rounded
