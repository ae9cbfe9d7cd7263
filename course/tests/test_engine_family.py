"""A family of programs, drawn by Hypothesis, differentiated beside JAX.

A program is text: some lines, each with one function of the table or one
piece of control flow, on the line before and on any other value. The same
text runs on the engine and on JAX. Value, push, gradient and the product
of the Hessian with a direction must agree.

How closely is a matter of conditioning, and that is measured: the engine
runs the program again with a relative noise of 1e-10 in every line. What
changes is about 1e5 times what rounding does, some roundings a line. A
program that this moves by a millionth stands at a kink; another is drawn.
"""

import time
from collections import Counter

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from chainrule.engine.table import TABLE as RULES
from chainrule.forward import jvp
from chainrule.reverse import grad, value_and_grad, vjp

jax.config.update("jax_enable_x64", True)

NOISE, ROUNDINGS, MOVED = 1e-10, 1e-14, 1e-6
PROGRAMS = 20  # in each group, all of whose functions are in each of them

# {a} is the value of the line before, {b} any value, both at most 1.5 in
# size; {A} and {B} are the same as matrices of shape (2, 3).
FUNCTIONS = """
negative     | -{a}
absolute     | abs({a} + 0.1)
exp          | np.exp({a})
exp2         | np.exp2({a})
expm1        | np.expm1({a})
log          | np.log({a} + 2.5)
log2         | np.log2({a} + 2.5)
log10        | np.log10({a} + 2.5)
log1p        | np.log1p({a} / 2)
sqrt         | np.sqrt({a} + 2.5)
cbrt         | np.cbrt({a} + 2.5)
square       | np.square({a})
reciprocal   | np.reciprocal({a} + 2.5)
sin          | np.sin({a})
cos          | np.cos({a})
tan          | np.tan({a} / 2)
arcsin       | np.arcsin({a} / 2)
arccos       | np.arccos({a} / 2)
arctan       | np.arctan({a})
sinh         | np.sinh({a})
cosh         | np.cosh({a})
tanh         | np.tanh({a})
arcsinh      | np.arcsinh({a})
arccosh      | np.arccosh({a} + 3.5)
arctanh      | np.arctanh({a} / 2)
add          | {a} + {b}
subtract     | {a} - {b}
multiply     | {a} * {b}
divide       | {a} / ({b} + 2.5)
power        | ({a} + 2.5) ** {b}
cube         | {a} ** 3
maximum      | np.maximum({a}, {b} - 0.1)
minimum      | np.minimum({a}, {b} + 0.1)
arctan2      | np.arctan2({a}, {b} + 2.5)
hypot        | np.hypot({a} + 2.5, {b})
logaddexp    | np.logaddexp({a}, {b})
remainder    | np.remainder({a}, {b} + 2.5)
fmod         | np.fmod({a}, {b} + 2.5)
sum          | np.sum({A} * {b}, axis=1, keepdims=True)
sum of all   | np.sum({a}) / 3
mean         | {B} - np.mean({a})
max          | np.max({A}, axis=0) + {b}
min          | np.min({A} - {B}, axis=1, keepdims=True)
prod         | np.prod({A} + 1.2, axis=0)
cumsum       | np.cumsum({A}, axis=1) / 2
var          | {b} * np.var({A} + {B}, axis=0)
std          | np.std({A} - {B} + np.arange(3.0), axis=1, keepdims=True)
norm         | np.linalg.norm({A} + 1.1) / 3
matmul       | {A} @ {B}.T @ {A} / 4
matvec       | ({A} @ {B}[0])[:, None]
dot          | np.dot({A}[1], {B}[0]) / 2
inner        | np.inner({A}, {B})[:, :1]
outer        | np.outer({A}[:, 0], {B}[1])
einsum       | np.einsum("ij,kj,kl->il", {A}, {B}, {A}) / 4
tensordot    | np.tensordot({A}, {B}, ([0], [0]))[:2]
kron         | np.kron({A}[:, :1], {B}[:1])
reshape      | np.reshape({A}, (3, 2)).T + {b}
transpose    | np.transpose({A} * {b})[:, 1]
swapaxes     | {A}.swapaxes(0, 1).reshape(2, 3)
expand_dims  | np.squeeze(np.expand_dims({a}, 0), 0) * {b}
ravel        | np.ravel({A})[1:4]
broadcast_to | np.broadcast_to({a}, (2, 3)) * {b}
concatenate  | np.concatenate([{A}, {B}, {A}], axis=1)[:, 2:5]
stack        | np.stack([{A}[0], {B}[1]])
vstack       | np.vstack([{B}[1], {A}])[1:] + np.hstack([{A}, {B}])[:, 1:4]
split        | np.split({A}, 3, axis=1)[1] * {b}
flip         | np.flip({A}, 1) * {b}
roll         | np.roll({A}, 1, axis=1) - {b}
repeat       | np.repeat({A}[0], 2).reshape(2, 3)
tile         | np.tile({A}[:, :1], (1, 3))
getitem      | {A}[::-1, 1] @ {B}
fancy index  | {A}[np.array([1, 1]), np.array([0, 2])][:, None] * {b}
mask         | np.sum({A}[{A} > {B}]) / 3
take         | np.take({A}, np.array([2, 0, 2]), axis=1)
along axis   | np.take_along_axis({A}, np.argsort({B}, 1), axis=1)
sort         | np.sort({A}, axis=1)
median       | np.median({A}, axis=0)
where        | np.where({A} > {b}, {A}, {b} * {b})
select       | np.select([{A} > 0.3, {B} > 0], [{B}, {A}], {A} * {B})
clip         | np.clip({a}, -0.7, {b} + 0.4)
tril         | np.tril({A}) + np.triu({B}, 1)
diagonal     | np.diag({A} @ {B}.T)[:, None] / 2
trace        | np.trace({A} @ {B}.T) / 3
diff         | np.diff(np.concatenate([{A}, {B}], axis=1))[:, :3]
constants    | np.sign({a}) * {b} + np.floor({b} * 3) * {a} / 3
if           | branch({a})
while        | shrink({a})
for          | rows({A}, {b})
recursion    | again({a}, 3)
exception    | caught({a}, {b})
"""
TABLE = {
    name.strip(): text.strip()
    for name, text in (
        line.split("|") for line in FUNCTIONS.strip().splitlines()
    )
}
GROUPS = [list(TABLE)[k::9] for k in range(9)]

CONTROL = """
def branch(a):
    return np.sin(a) + 1 if np.sum(a) > 0 else a * a

def shrink(a):
    while np.max(np.abs(a)) > 0.4:
        a = 0.6 * a + 0.1 * a**2
    return a

def rows(A, b):
    total = 0.3
    for row in A:
        total = np.cos(total) * row + b / 2
    return total

def again(a, n):
    return a if n == 0 else np.sin(again(a, n - 1) + a)

def caught(a, b):
    try:
        if np.max(a) > np.max(b):
            raise ValueError
        return a * b
    except ValueError:
        return a - b * b
"""
ALL = (0, 1, 2, 3)
INPUTS = {"s": (), "v": (3,), "w": (2, 1), "m": (2, 3)}
uses, tried = Counter(), Counter()
started = time.process_time()


def compiled(text):
    """A function from a numpy and a hook on every line to the program."""
    code = compile(text, "program", "exec")

    def make(numpy, touch=lambda x: x):
        scope = {"np": numpy, "touch": touch}
        exec(code, scope)
        return scope["program"]

    return make


@st.composite
def programs(draw, names):
    """Draw a program with all these functions.

    Every line uses the line before, so the depth is the number of lines.

    Returns:
        text: The program.
        seed: What its inputs are drawn from.
        met: What the table of coverage counts besides the functions.
    """
    lines, met, seed = [], [], draw(st.integers(0, 10**6))
    last = draw(st.sampled_from(list(INPUTS)))
    scope = {"np": np, **inputs(seed)[0]}
    exec(CONTROL, scope)
    for k, name in enumerate(draw(st.permutations(names))):
        other = draw(st.sampled_from([*INPUTS, *(f"t{j}" for j in range(k))]))
        fit = [tame(scope[one], one) for one in (last, other)]
        lifted = [f"np.broadcast_to({one}, (2, 3))" for one in fit]
        expression = TABLE[name].format(**dict(zip("abAB", fit + lifted)))
        last = f"t{k}"
        lines.append(f"    {last} = touch({expression})")
        scope[last] = eval(expression, scope)
        met += kinds(name, scope[other], scope[last])
    total = " + ".join(f"np.sum(np.cos(t{j}))" for j in range(len(lines)))
    head = f"{CONTROL}\ndef program(s, v, w, m):"
    return "\n".join([head, *lines, f"    return {total}\n"]), seed, met


def tame(value, name):
    """Bring a value that is too large for the functions into (-1, 1)."""
    return f"np.sin({name})" if np.max(np.abs(value)) > 1.5 else name


def kinds(name, other, result):
    """What the table of coverage counts besides the functions."""
    yield {0: "scalar", 1: "vector", 2: "matrix"}[np.ndim(result)] + " result"
    if "{b}" in TABLE[name] and np.shape(other) != np.shape(result):
        yield "broadcasting"
    if name in ("if", "while", "for", "recursion", "exception"):
        yield "control flow"


def inputs(seed):
    """Inputs by name, and a tangent for each."""
    rng = np.random.default_rng(seed)
    draw = lambda: {k: rng.uniform(-1.2, 1.2, n) for k, n in INPUTS.items()}
    return draw(), draw()


def derivatives(program, xs, x_dots):
    """Value with push, gradient, and H x_dot by forward over reverse."""
    both = value_and_grad(program, ALL)
    (y, bars), (y_dot, bars_dot) = jvp(both, xs, x_dots)
    return flat(y, y_dot), flat(*bars), flat(*bars_dot)


def other_orders(program, xs, x_dots):
    """H x_dot by reverse over forward, and by reverse over reverse."""
    along = lambda *xs: jvp(program, xs, x_dots)[1]
    yield flat(*grad(along, ALL)(*xs))
    yield flat(*vjp(grad(program, ALL), *xs)[1](x_dots))


def by_jax(program, xs, x_dots):
    """The same four, by JAX."""
    both = jax.value_and_grad(program, ALL)
    with jax.disable_jit():
        (y, bars), (y_dot, bars_dot) = jax.jvp(both, xs, x_dots)
    return flat(y, y_dot), flat(*bars), flat(*bars_dot)


def flat(*arrays):
    """All numbers in one vector."""
    return np.concatenate([np.ravel(array) for array in arrays])


def noisy(seed):
    """A hook that changes every line of a program a little."""
    rng = np.random.default_rng(seed)
    return lambda x: x * (1 + NOISE * rng.uniform(-1, 1, np.shape(x)))


def compare(text, seed):
    """Run a program on both; tell whether they could be compared."""
    make = compiled(text)
    xs, x_dots = (tuple(part.values()) for part in inputs(seed))
    found = derivatives(make(np), xs, x_dots)
    noise = [derivatives(make(np, noisy(k)), xs, x_dots) for k in range(2)]
    bounds = []
    for k, part in enumerate(found):
        scale = max(1.0, np.max(np.abs(part)))
        moved = max(np.max(np.abs(other[k] - part)) for other in noise)
        if not moved < MOVED * scale:  # true of nan, too
            return False
        bounds.append(ROUNDINGS * (moved / NOISE + scale))
    expected = by_jax(make(jnp), xs, x_dots)
    others = other_orders(make(np), xs, x_dots)
    pairs = [*zip(found, expected, bounds)]
    pairs += [(other, expected[2], bounds[2]) for other in others]
    for part, true, bound in pairs:
        assert np.max(np.abs(part - true)) <= bound, text
    return True


@pytest.mark.parametrize("names", GROUPS, ids=lambda names: names[0])
def test_programs_agree_with_jax_to_second_order(names):
    """Every function of the group, in each of its programs."""

    @settings(
        max_examples=PROGRAMS,
        derandomize=True,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(programs(names))
    def run(drawn):
        text, seed, met = drawn
        tried["programs"] += 1
        assume(compare(text, seed))
        uses.update(names)
        tried.update(met)

    run()


def test_coverage(record_property):
    """Each function was used often, and the table says so."""
    if set(uses) != set(TABLE):
        pytest.skip("only some of the groups ran")
    depth = min(map(len, GROUPS))
    lines = [
        f"{'function':14}programs in which it was used",
        *(f"{name:14}{uses[name]}" for name in TABLE),
        f"depth: {depth} lines or more; of all lines, or programs:",
        ", ".join(f"{n} {kind}" for kind, n in sorted(tried.items())),
        f"{time.process_time() - started:.0f} s of work",
    ]
    record_property("said", "\n".join(lines))
    assert min(uses.values()) >= PROGRAMS
    assert depth >= 6
    assert tried["broadcasting"] > 100


@pytest.mark.parametrize("function", [np.sin, np.multiply, np.matmul])
def test_a_rule_that_is_wrong_by_a_hair_is_found(function, monkeypatch):
    """One part in 10^9, in one rule, is not rounding."""
    text = (
        CONTROL
        + """
def program(s, v, w, m):
    a = touch(np.sin(m) * v)
    b = touch(a @ np.sin(v * a).T)
    return np.sum(b * w)
"""
    )
    assert compare(text, 0)
    rule = RULES[function]
    wrong = lambda t, *rest: rule_0(t, *rest) * (1 + 1e-9)
    rule_0 = rule.vjp[0]
    monkeypatch.setattr(rule, "vjp", (wrong, *rule.vjp[1:]))
    with pytest.raises(AssertionError):
        compare(text, 0)


def test_a_kink_is_recognized():
    """Where two branches meet, noise moves the derivative by a jump."""
    value = float(inputs(0)[0]["s"])
    text = f"np.maximum(touch(s), 2 * s - {value!r})"
    assert not compare(f"def program(s, v, w, m): return {text}", 0)
