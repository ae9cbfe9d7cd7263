# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---

# %% [markdown]
# # A number can carry its own derivative
#
# **Goal.** You can differentiate plain NumPy code, loops and branches
# included, without touching it; say what it is the derivative *of*; and aim
# a simulator with it.
#
# **Your work.** Four cells here, four functions in `chainrule/forward.py`,
# one written answer: 17 points, about 59 minutes of work, 75 with the
# reading.

# %%
# %load_ext autoreload
# %autoreload 2
import itertools
import math

import jax
import jax.numpy as jnp
import numpy as np

from chainrule import checks
from chainrule.differences import directional_difference
from chainrule.engine.table import find
from chainrule.figures import ps5 as figures
from chainrule.forward import jacfwd, jvp, linearize, push, unknowns

jax.config.update("jax_enable_x64", True)

# %% [markdown]
# ## 1. Let the numbers do it
#
# In problem set 2 you wrote, beside every line of a program, a second line
# for its tangent. That is a job for a machine, and no program has to change
# for it: the *numbers* can do it. Let a number be a pair of a primal and a
# tangent, a **dual number**, and let `+`, `*` and `/` know their rules:
#
# $$y = a + b: \;\; \dot y = \dot a + \dot b, \qquad
# y = a\,b: \;\; \dot y = \dot a\, b + a\, \dot b, \qquad
# y = a / b: \;\; \dot y = (\dot a - y\, \dot b) / b.$$


# %% tags=["look"]
class Naive:
    """A number with a tangent: simple, and with a flaw to be found."""

    def __init__(self, primal, tangent):
        self.primal, self.tangent = primal, tangent

    def __add__(self, other):
        b = naive(other)
        return Naive(self.primal + b.primal, self.tangent + b.tangent)

    def __mul__(self, other):
        a, b = self, naive(other)
        y_dot = a.tangent * b.primal + a.primal * b.tangent
        return Naive(a.primal * b.primal, y_dot)

    def __truediv__(self, other):
        b = naive(other)
        y = self.primal / b.primal
        return Naive(y, (self.tangent - y * b.tangent) / b.primal)

    __radd__, __rmul__ = __add__, __mul__


# %% tags=["look"]
def naive(x):
    """A constant is a number that does not move."""
    return x if isinstance(x, Naive) else Naive(x, 0.0)


def naive_derivative(f, x):
    return naive(f(Naive(x, 1.0))).tangent


print(naive_derivative(lambda x: 3 * x * x + x, 2.0))

# %% [markdown]
# Now a program that has never heard of derivatives. It is two thousand years
# old (Heron of Alexandria, *Metrica*). To find the root of $a$, average a
# guess with $a$ divided by the guess, again and again:


# %% tags=["look"]
def heron(a, steps):
    x = a
    for _ in range(steps):
        x = (x + a / x) / 2
    return x


# %% [markdown]
# ### Exercise ps5-heron (1 point, ★☆☆, 2 min)
#
# Predict what the dual number holds at $a = 2$: the value and its
# derivative with respect to $a$, after 1 step, and after 20 steps. Write four
# numbers, to three decimals.

# %% nbgrader={"grade_id": "ps5-heron"}
predicted_heron = None  # value, derivative after 1 step; the same after 20
### BEGIN SOLUTION ps5-heron
predicted_heron = 1.5, 0.5, np.sqrt(2), 0.5 / np.sqrt(2)
### END SOLUTION

# %% nbgrader={"grade_id": "ps5-heron-check"}
checks.run("ps5-heron", predicted_heron)

# %% [markdown]
# Look at how both approach their limits, $\sqrt 2$ and $1 / (2 \sqrt 2)$.
# The number of correct digits doubles with each step, and the tangent comes
# a little later. Why later?

# %% tags=["look"]
root, slope, steps = np.sqrt(2), 0.5 / np.sqrt(2), np.arange(1, 7)
pairs = [heron(Naive(2.0, 1.0), k) for k in steps]
figures.heron(
    steps,
    [abs(pair.primal - root) for pair in pairs],
    [abs(pair.tangent - slope) for pair in pairs],
)

# %% [markdown]
# After one step the program has computed $(a + 1) / 2$, and 1/2 is the exact
# derivative of *that*. Keep this in mind all through this notebook: what is
# differentiated is the program, the operations that were carried out. Here
# program and root come together, and so do their derivatives. That is not
# always so; section 5 lives on the exceptions.

# %% [markdown]
# ## 2. Any NumPy program
#
# Three operators are not much. Simulators call `np.sin`, `@`, `np.sum`,
# slices. How could `np.sin` know what to do with a class of ours?
#
# It asks. Before one of NumPy's *ufuncs* computes anything (`np.sin`, `+`,
# `@`), it looks for a method `__array_ufunc__` on its arguments; most other
# functions, such as `np.stack`, look for `__array_function__`. If one has it,
# NumPy calls that method *in its own place*, and tells it which function was
# meant. So a class with these two methods sees almost every call of NumPy,
# and nobody needs a special namespace. The few that pass it by come up below.
#
# `chainrule/engine/traced.py` holds such a class, and it is given. What it
# does is to look the function up in a table of **primitives**, whose rules
# stand in the files beside it. Here is the one of the product, at 3 and 4:

# %% tags=["look"]
product = find(np.multiply)
y = product.function(3.0, 4.0)
print("value:                 ", y)
print("3 moves with tangent 5:", product.jvp[0](5.0, y, 3.0, 4.0))
print("4 moves with tangent 5:", product.jvp[1](5.0, y, 3.0, 4.0))

# %% [markdown]
# ### Exercise ps5-push (2 points, ★★☆, 6 min)
#
# Now the heart of forward mode: one primitive, $y = p(a, b, \dots)$, on
# arguments of which some move. Each that does adds one **contribution**:
#
# $$\dot y = \frac{\partial p}{\partial a}\,\dot a + \frac{\partial
# p}{\partial b}\, \dot b + \cdots$$
#
# Write `push` in `chainrule/forward.py`, for any rule of the table. An
# argument that does not move has the tangent `None`. Leave it out: its rule
# may not even exist. And change no tangent in place: a rule may return the
# very one that it was given.

# %% nbgrader={"grade_id": "ps5-push-check"}
checks.run("ps5-push", push)

# %% [markdown]
# ### Exercise ps5-jvp (2 points, ★★☆, 7 min)
#
# Write `jvp`, with JAX's signature: `jvp(f, primals, tangents)` returns `(y,
# y_dot)`. Make dual numbers, `Dual(x, x_dot, level)`, run `f` on them, take
# its outputs apart.
#
# Inputs and outputs may be trees: arrays in tuples, lists and dictionaries.
# `flatten` returns a tree's arrays and its structure, `unflatten` puts them
# back, and `separate` takes *one* array apart, also one that does not move.
# `with new_level() as level:` opens a level; section 4 says what it is for.
#
# <details><summary>Hint</summary>
#
# `xs, structure = flatten(primals)`, and `x_dots` is a list already. Call
# `f(*unflatten(structure, duals))` inside of the `with`. What it returns is a
# tree again, with a structure of its own.
#
# </details>

# %% nbgrader={"grade_id": "ps5-jvp-check"}
checks.run("ps5-jvp", jvp)

# %% [markdown]
# Control flow comes for free. Python evaluates `if` and `while` as always,
# on the primals. Here are a loop that stops when it likes, a recursion, and
# an exception. Look at the last two columns.


# %% tags=["look"]
def halve(x):
    while x > 1:
        x = x / 2
    return x


def power(x, n=5):
    return 1.0 if n == 0 else x * power(x, n - 1)


def careful(x):
    try:
        if x < 0:
            raise ValueError
        return np.sqrt(x)
    except ValueError:
        return np.exp(x)


# %% tags=["look"]
print("program       x      value     tangent  by differences")
for f, x in ((halve, 10.0), (power, 1.5), (careful, 2.0), (careful, -2.0)):
    y, y_dot = jvp(f, (x,), (1.0,))
    near = directional_difference(f, x, 1.0, 1e-6, "central")
    print(f"{f.__name__:8}{x:7}{y:11.6f}{y_dot:12.8f}{near:16.8f}")

# %% [markdown]
# JAX goes another way: it cannot see what NumPy computes, and has a
# namespace of its own, `jnp`. Handed to NumPy, its tracers refuse.


# %% tags=["look"]
def with_numpy(x):
    return np.sum(np.sin(x))


x, x_dot = np.array([0.3, -1.2]), np.array([1.0, 2.0])
y, y_dot = jvp(with_numpy, (x,), (x_dot,))
print(f"yours: {y:.6f} {y_dot:.6f}")
try:
    jax.jvp(with_numpy, (x,), (x_dot,))
except jax.errors.TracerArrayConversionError as error:
    print("JAX:  ", type(error).__name__)
y, y_dot = jax.jvp(lambda x: jnp.sum(jnp.sin(x)), (x,), (x_dot,))
print(f"JAX:   {y:.6f} {y_dot:.6f}")

# %% [markdown]
# ### Nothing is dropped in silence
#
# Python has doors through which a tangent could be lost: `math.sin(t)` asks
# `t` for a plain float, and gets one if the class has a method `__float__`.
# The tangent stays outside, and the derivative is 0 without a word. So our
# class closes each of these doors, and says which one to take. NumPy may put
# a message of its own on top; then read on to ours. (The last is no door: our
# table lacks that function, and says so.)


# %% tags=["look"]
def overwrite(t):
    pair = np.stack([t, 2 * t])
    pair[0] = 1.0
    return pair


def put(t):
    out = np.zeros(2)
    out[0] = t
    return out


doors = {
    "math.sin(t)": lambda t: math.sin(t),
    "np.array([t, t])": lambda t: np.array([t, t]),
    "pair[0] = 1.0": overwrite,
    "out[0] = t": put,
    "np.gradient(t)": lambda t: np.gradient(t),
}
for text, door in doors.items():
    try:
        jvp(door, (2.0,), (1.0,))
    except (TypeError, ValueError) as error:
        print(f"{text}:\n    {error.__cause__ or error}")

# %% [markdown]
# ## 3. One run, many tangents
#
# `jvp` runs `f` again for every tangent. At one point that is a waste: there
# the derivative is a fixed *linear* map, and the program that computes it is
# a list of lines. Run `f` once, write the lines down, and read them out for as
# many tangents as you like. JAX calls this `linearize`.
#
# Here is a trick: run `jvp` with tangents that are *not known yet*. The class
# `Unknown` is given. It knows only its number, and whatever is done to it
# becomes a line: a function, its arguments, and the places where unknowns
# belong among these. Look, for $x \sin x$ at 2:

# %% tags=["look"]
x_dots, lines = unknowns((2.0,))
y, y_dot = jvp(lambda x: np.sin(x) * x, (2.0,), x_dots)
for k, (function, arguments, places) in enumerate(lines[1:], 1):
    words = [f"{argument:.3f}" for argument in arguments]
    for i, number in places:
        words[i] = f"tangent {number}"
    print(f"tangent {k} = {function.__name__}({', '.join(words)})")
print("the answer is tangent", y_dot.number)

# %% [markdown]
# ### Exercise ps5-linearize (2 points, ★★★, 12 min)
#
# Write `linearize`. Get unknowns and their list of lines from `unknowns`, push
# them through `f` with your `jvp`, and keep what comes out. Then `f_jvp`
# takes tangents that are known, and does the lines one by one. The outputs
# that are `Unknown` say by their numbers where their tangent is; one that did
# not move is an array already.
#
# Tangents may be trees: `matched`, used as in `jvp`, lists their arrays, and
# `tidy_tree(found, y)` puts a list of results into a tree like `y`. Name your
# two results `y` and `f_jvp`: the given last line returns them.
#
# <details><summary>Hint</summary>
#
# Keep a list `known`. It starts as the list of the given tangents; each line
# after those of the inputs appends one more. So `known[k]` is what became of
# unknown number `k`. Fill a *copy* of a line's arguments, so that the record
# stays as it was.
#
# </details>

# %% nbgrader={"grade_id": "ps5-linearize-check"}
checks.run("ps5-linearize", linearize)

# %% [markdown]
# ### Exercise ps5-jacfwd (2 points, ★★☆, 8 min)
#
# A one-hot tangent makes a column of the Jacobian. Write `jacfwd(f,
# argnums=0)`; it returns a *function*, as in JAX. Its Jacobian has the shape
# `f(x).shape + x.shape`, outputs first. Run `f` once.
#
# The bookkeeping is given. `select` has made `g`, a function of the chosen
# arguments `xs` alone, and `shapes[j]` is the shape of input array `j`.
# `basis(xs)` lists, for each input array in turn, its one-hot tangents, each
# a tuple like `xs`. You write the columns, and `block(i, j)`: the Jacobian of
# output array `i` with respect to input array `j`. `nest` puts the blocks
# where they belong. Give `y` and `block`; the last line uses both.
#
# <details><summary>Hint</summary>
#
# `columns[j][k]` is the list of output arrays for entry `k` of input `j`:
# `flatten(f_jvp(*one_hot))[0]`. Take array `i` of each and stack along a new
# *last* axis. It runs over all entries of the input; reshape it to its axes.
#
# </details>

# %% nbgrader={"grade_id": "ps5-jacfwd-check"}
checks.run("ps5-jacfwd", jacfwd)

# %% [markdown]
# The first Jacobian of this course, and one of a function that runs once
# and is pushed through twelve times:


# %% tags=["look"]
runs = []


def spread(X):
    runs.append("run")
    return np.tanh(X @ X.T)


F = lambda x: np.stack([x[0] * x[1] ** 2, x[0] * x[1]])
print(jacfwd(F)(np.array([3.0, 4.0])))
X = np.linspace(-1, 1, 12).reshape(4, 3)
J, theirs = jacfwd(spread)(X), jax.jacfwd(lambda X: jnp.tanh(X @ X.T))(X)
gap = np.abs(J - theirs).max()
print(J.shape, "runs:", len(runs), f"distance to JAX: {gap:.0e}")

# %% [markdown]
# ## 4. Whose tangent is it?
#
# Derivatives of derivatives are next; problem set 6 is full of them. Here is
# the smallest one with a trap:
#
# $$D(x) = x \cdot \frac{d}{dy}\,(x + y)\,\Big|_{y = 1}, \qquad D'(1) = {?}$$
#
# The inner derivative is 1, whatever $x$ is. So $D(x) = x$, and $D'(1) = 1$.
# Before you run the next cell: what will `Naive` say, and why?

# %% tags=["look"]
inner = lambda x: naive_derivative(lambda y: x + y, 1.0)
print("naive:", naive_derivative(lambda x: x * inner(x), 1.0))

# %% [markdown]
# Two derivatives are under way at once. In `x + y`, `x` carries a tangent of
# the outer one and `y` a tangent of the inner one, and the sum adds them up:
# 1 + 1. A tangent does not say whose it is. This is called **perturbation
# confusion**, and published libraries have had it (Siskind and Pearlmutter,
# 2005).
#
# The cure: every derivative gets a number of its own, its **level**, and
# marks its tangents with it. An operation works at the highest level among
# its arguments, for the derivative that began last. Seen from there, a
# number of another level is a constant: it stays whole, with its own tangent
# inside, and its tangent *at this level* is 0.


# %%
levels = itertools.count(1)  # each next(levels) is higher than all before


class Number:
    """A number with a tangent that belongs to one level; parts is missing."""

    def __init__(self, primal, tangent, level):
        self.primal, self.tangent, self.level = primal, tangent, level

    def together(self, other):
        level = max(self.level, getattr(other, "level", 0))
        moves = isinstance(other, Number)
        pair = other.parts(level) if moves else (other, 0.0)
        return level, self.parts(level), pair

    def __add__(self, other):
        level, (a, a_dot), (b, b_dot) = self.together(other)
        return type(self)(a + b, a_dot + b_dot, level)

    def __mul__(self, other):
        level, (a, a_dot), (b, b_dot) = self.together(other)
        return type(self)(a * b, a_dot * b + a * b_dot, level)

    __radd__, __rmul__ = __add__, __mul__


# %% [markdown]
# ### Exercise ps5-confusion (2 points, ★★☆, 7 min)
#
# Two pieces are missing. `parts` says what a number is, seen from a level.
# `derivative` begins a new level. Its `f` may return anything: a number of
# this level, of another one, or a plain constant.


# %% nbgrader={"grade_id": "ps5-confusion"}
class Tagged(Number):
    def parts(self, level):
        """Return primal and tangent as one level sees them.

        Args:
            level: Whole number, at least self.level.

        Returns:
            primal: () what counts as the value there.
            tangent: () 0.0 if this number does not move at that level.
        """
        ### BEGIN SOLUTION ps5-confusion
        if self.level == level:
            return self.primal, self.tangent
        return self, 0.0
        ### END SOLUTION


def derivative(f, x):
    """Return the derivative of f, a function of one number, at x: ()."""
    ### BEGIN SOLUTION ps5-confusion
    level = next(levels)
    y = f(Tagged(x, 1.0, level))
    return y.parts(level)[1] if isinstance(y, Tagged) else 0.0
    ### END SOLUTION


# %% nbgrader={"grade_id": "ps5-confusion-check"}
checks.run("ps5-confusion", derivative)

# %% [markdown]
# Your engine has levels from the start; `chainrule/engine/traced.py` holds
# them. So `jvp` within `jvp` is safe. Two at once, and three:

# %% tags=["look"]
D = lambda f: lambda x: jvp(f, (x,), (1.0,))[1]
inner = lambda x: derivative(lambda y: x + y, 1.0)
print("tagged:", derivative(lambda x: x * inner(x), 1.0))
print("jvp:   ", D(lambda x: x * D(lambda y: x + y)(1.0))(1.0))
print("third derivative of sin at 0:", D(D(D(np.sin)))(0.0))

# %% [markdown]
# ## 5. One function, four programs
#
# $\mathrm{relu}(x)$ is $x$ for positive $x$ and 0 otherwise. At 0 it has a
# corner, and no derivative. Its programs have one all the same. These are
# the rules of our table, and JAX's:
#
# - At a tie, `np.maximum` gives half of the tangent of each argument.
# - `np.where` picks tangents as it picks values.
# - An `if` runs one branch. Nobody hears of the other.
# - `np.sqrt` multiplies a tangent by $1 / (2 \sqrt x)$, and at 0 that is
#   infinite. In floating point, infinity times 0 is `nan`.

# %% [markdown]
# ### Exercise ps5-programs (2 points, ★★☆, 4 min)
#
# Push the tangent 1 and predict `y_dot` for each. The first four are relu, at
# $x = 0$. The fifth is the identity, at $x = 0$. The sixth is $\sqrt x$ with
# negative numbers replaced by 0, at $x = -1$. Write `np.nan` where you mean
# it.
#
# 1. `np.maximum(x, 0)`
# 2. `np.where(x > 0, x, 0)`
# 3. `x if x >= 0 else 0 * x`
# 4. `(x + np.sqrt(x * x)) / 2`
# 5. `x if x != 0 else 0 * x`
# 6. `np.sqrt(np.where(x > 0, x, 0))`

# %% nbgrader={"grade_id": "ps5-programs"}
predicted_slopes = None  # a tuple of six numbers
### BEGIN SOLUTION ps5-programs
predicted_slopes = 0.5, 0.0, 1.0, np.nan, 0.0, np.nan
### END SOLUTION

# %% nbgrader={"grade_id": "ps5-programs-check"}
checks.run("ps5-programs", predicted_slopes)

# %% tags=["look"]
relus = {
    "np.maximum(x, 0)": lambda x: np.maximum(x, 0.0),
    "np.where(x > 0, x, 0)": lambda x: np.where(x > 0, x, 0.0),
    "x if x >= 0 else 0 * x": lambda x: x if x >= 0 else 0 * x,
    "(x + np.sqrt(x * x)) / 2": lambda x: (x + np.sqrt(x * x)) / 2,
}
slopes = {text: jvp(f, (0.0,), (1.0,))[1] for text, f in relus.items()}
figures.corners(relus, slopes)

# %% [markdown]
# At a corner there is no right answer; every slope from 0 to 1 is that of
# some line through the corner that stays below the graph. The fifth program
# is different. The identity *has* a derivative, 1, and the program yields 0.
# No library can help: on the path that was taken, the program is `0 * x`.
#
# The sixth is the one that you will meet. Its function is 0 all around
# $-1$, and one `nan` among a million slopes is enough to stop a training.
# Where does the `np.where` belong? Here are three places, and JAX in both
# directions, at $x = -1$:


# %% tags=["look"]
roots = {
    "inside ": lambda x: jnp.sqrt(jnp.where(x > 0, x, 0.0)),
    "outside": lambda x: jnp.where(x > 0, jnp.sqrt(x), 0.0),
    "both   ": lambda x: jnp.where(
        x > 0, jnp.sqrt(jnp.where(x > 0, x, 1.0)), 0.0
    ),
}
for name, f in roots.items():
    pushed, pulled = jax.jvp(f, (-1.0,), (1.0,))[1], jax.grad(f)(-1.0)
    print(f"where {name}  pushed: {pushed:4}  pulled: {pulled:4}")

# %% [markdown]
# The same program, and `nan` in one direction only. A sweep that meets the
# root first can still be saved: `where` then discards whatever the root did.
# A sweep that meets `where` first carries a 0 to the root, whose slope at 0
# is infinite (and at $-1$ is `nan`), and the product is `nan`. With `where` on
# both sides the root never sees a bad number. That is the cure in practice.

# %% [markdown]
# ## 6. Hit the target
#
# A ball is thrown into the wind. This simulator is plain NumPy; it was not
# written to be differentiated. It returns where the ball lands (east, north,
# in meters) and when (in seconds). How do you have to throw, to land at
# (20, 8) after exactly 2.5 seconds?


# %% tags=["look"]
def throw(velocity, watch=lambda place: None, dt=0.02):
    place, time = np.array([0.0, 0.0, 1.5]), 0.0
    while place[2] > 0:
        watch(place)
        before = place
        wind = np.array([-8.0, 4.0, 0.0]) * np.tanh(place[2] / 5)
        air = velocity - wind
        drag = 0.02 * np.sqrt(np.sum(air**2)) * air
        velocity = velocity - dt * (np.array([0.0, 0.0, 9.81]) + drag)
        place = place + dt * velocity
        time = time + dt
    part = before[2] / (before[2] - place[2])  # of the last step
    landing = before + part * (place - before)
    watch(landing)
    time = time - dt * (1 - part)
    return np.stack([landing[0], landing[1], time])


# %% [markdown]
# ### Exercise ps5-target (2 points, ★★☆, 8 min)
#
# Write `aim` for *any* simulator, with $n$ controls and $m \le n$ targets.
# Newton's idea: near the controls the simulator is its value plus a linear
# map, $y + J\,\delta$. So choose $\delta$ such that this hits the target, move
# there, and look again. Each run costs (think of a wind tunnel): at most 20
# runs of `simulate`, and miss by at most $10^{-6}$. Stop as soon as you hit.
#
# <details><summary>Hint</summary>
#
# One call of `linearize` is one run. It gives you $y$ and, tangent by
# tangent, the columns of $J$. Where $n > m$, many $\delta$ will do:
# `np.linalg.lstsq(J, b, rcond=None)[0]` returns the shortest with
# $J \delta = b$.
#
# </details>


# %% nbgrader={"grade_id": "ps5-target"}
def aim(simulate, controls, target):
    """Change the controls until the simulator hits the target.

    Args:
        simulate: Function from (n,) to (m,), in NumPy; n is at least m.
        controls: (n,) where to start, left unchanged.
        target: (m,) wanted result.

    Returns:
        controls: (n,) with simulate(controls) within 1e-6 of the target.
    """
    ### BEGIN SOLUTION ps5-target
    for _ in range(20):
        y, pushforward = linearize(simulate, controls)
        miss = target - y
        if np.max(np.abs(miss)) < 1e-7:
            break
        columns = [pushforward(one_hot) for one_hot in np.eye(len(controls))]
        J = np.stack(columns, axis=1)
        controls = controls + np.linalg.lstsq(J, miss, rcond=None)[0]
    return controls
    ### END SOLUTION


# %% nbgrader={"grade_id": "ps5-target-check"}
checks.run("ps5-target", aim)

# %% [markdown]
# The first throw goes the wrong way, with the wind. Look at how the misses
# shrink, from throw to throw.

# %% tags=["look"]
start, target = np.array([-6.0, 0.0, 6.0]), np.array([20.0, 8.0, 2.5])
tries = []


def watched(velocity):
    plain = getattr(velocity, "primal", velocity)
    if not tries or not np.array_equal(tries[-1], plain):
        tries.append(plain)
    return throw(velocity)


found = aim(watched, start, target)
print("throw with", found, "and it lands at", throw(found))
paths = []
for number, velocity in enumerate(tries, 1):
    paths.append([])
    miss = np.abs(throw(velocity, paths[-1].append) - target).max()
    print(f"throw {number} misses by {miss:.1e}")
figures.flights(paths, target[:2])

# %% [markdown]
# Six throws are enough. Once the ball lands near the target, the number of
# correct digits doubles with every throw. That takes an exact derivative. One
# that is only nearly right, a difference quotient, costs three more runs a
# throw, and gains a few digits at a time:

# %% tags=["look"]
v, runs = start, 0
for number in range(1, 8):
    y, runs = throw(v), runs + 1
    miss = np.abs(y - target).max()
    print(f"throw {number} misses by {miss:.1e}, runs so far: {runs}")
    J = np.stack([(throw(v + h) - y) / 1e-3 for h in 1e-3 * np.eye(3)], -1)
    runs = runs + 3
    v = v + np.linalg.solve(J, target - y)

# %% [markdown]
# Differences take 21 runs to come within $10^{-6}$. Six are enough with the
# derivative, and the last miss is rounding. And nobody opened the simulator.

# %% [markdown]
# ### What a derivative knows of control flow
#
# Your engine asks the program nothing. It sees which operations were carried
# out, and writes them down or pushes through them. Other tools record a
# program *once*, as a graph, and use the graph for all inputs, so that a
# compiler can improve it. `jax.jit` does. Then a `while` is a question that
# a symbol cannot answer:

# %% tags=["look"]
print("jax.grad:", jax.grad(halve)(10.0))
try:
    jax.jit(halve)(10.0)
except jax.errors.TracerBoolConversionError as error:
    print("jax.jit: ", type(error).__name__)

# %% [markdown]
# ### Exercise ps5-why-flow (2 points, ★★☆, 5 min)
#
# (a) A friend leaves out the part of `throw` that goes back to the ground,
# and returns `place[0], place[1], time` as they are after the loop. What
# does `jvp` then say about `time`, for any tangent? Why? Is it the
# derivative of the program, and is it the one that `aim` needs?
#
# (b) `linearize` also records one run. Why is its record right where a graph
# that was recorded once and used for all velocities would be wrong? Say what
# goes wrong with that graph here.

# %% [markdown] nbgrader={"grade_id": "ps5-why-flow"}
# ### BEGIN SOLUTION ps5-why-flow
# (a) 0, for every tangent. `time` is a sum of plain floats; the velocity
# only enters through the comparison `place[2] > 0`, and a comparison returns
# True or False, which carry no tangent. It *is* the derivative of this
# program: with `time` a multiple of `dt`, the result is constant until
# another step is needed, and then jumps. It is useless for `aim`: the row of
# `J` is 0, and no throw can be corrected in time. The flight time of the real
# ball does depend on the velocity; the interpolation brings that back.
#
# (b) `linearize` keeps the lines for *one point*. They are only used with
# other tangents at the same point, where the same operations are carried
# out. A graph is used at other velocities. The number of rounds of the loop
# and the branches taken are those of the recorded throw: a higher throw would
# be stopped in mid-air, a lower one would fly on below the ground.
# (That is why `jit` refuses, and asks for `lax.while_loop`, which puts the
# loop itself into the graph.)
#
# **Marking scheme (2 points)**
# - Half a point: 0, because a comparison carries no tangent.
# - Half a point: right for the program, which is piecewise constant in time,
#   but not what is needed.
# - Half a point: the lines of `linearize` belong to one point.
# - Half a point: in the graph, the number of steps (or the branches) is
#   that of the recorded run.
# ### END SOLUTION

# %% [markdown]
# ## Summary
#
# - A dual number pushes its tangent through whatever is done to it. One
#   rule for each primitive is enough for all programs made of them, loops
#   and branches included.
# - The derivative at a point is a linear program; `linearize` writes it
#   down once.
# - What is differentiated is the program, along the path that was taken:
#   two programs of one function may have two derivatives.

# %% [markdown]
# ## Further (optional, not graded)
#
# - Let `f(x)` return a *function*, and differentiate that: with
#   `f = lambda x: lambda g: lambda y: g(x + y)`, what should `derivative` do
#   with the closure that it gets? (Manzyuk, Pearlmutter, Radul, Rush and
#   Siskind, 2019.)
# - Aim with the wind: give `throw` a second argument for its strength. How
#   does the landing point change with it? `jvp` needs a tangent of zeros for
#   the velocity.
# - Look at the lines of $x \sin x$ once more. Could you run them backward? The
#   next notebook does.
