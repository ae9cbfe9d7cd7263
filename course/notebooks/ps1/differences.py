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
# # Trust a slope, not a digit
#
# **Goal.** You can say how good a difference is before you run it, and tell
# a right derivative from a wrong one without knowing either.
#
# **Your work.** Four cells here, one function in
# `chainrule/differences.py`, two written answers: 15 points, about 42
# minutes of work and a quarter of an hour to read and look. Your
# `directional_difference` from the notebook `jacobians.ipynb` does the
# measuring.

# %%
# %load_ext autoreload
# %autoreload 2
import jax
import numpy as np

from chainrule import checks, data
from chainrule.differences import directional_difference, taylor_slope
from chainrule.figures import ps1 as figures

jax.config.update("jax_enable_x64", True)

# %% [markdown]
# ## 1. Every step is a compromise
#
# What a forward difference leaves out is $O(h)$; for a central one and for
# the complex step it is $O(h^2)$ (`jacobians.ipynb`, section 2). That is
# **truncation**, and a smaller step makes it smaller. But a computer keeps
# about 16 digits, so each value of $f$ is off by about $10^{-16}$ times its
# size: **round-off**. A quotient divides that by $h$.

# %% [markdown]
# ### Exercise ps1-predict-v (1 point, ★☆☆, 2 min)
#
# Draw the error against $h$ with both axes logarithmic, for a smooth $f$.
# An error $c\,h^p$ is then a line of slope $p$. Predict four slopes:
# forward at large $h$, forward at tiny $h$, central at large $h$, central
# at tiny $h$. (Tiny, but not so tiny that $x + h v$ rounds to $x$.)

# %% nbgrader={"grade_id": "ps1-predict-v"}
predicted_slopes = None  # below: predicted_slopes = ..., ..., ..., ...
### BEGIN SOLUTION ps1-predict-v
predicted_slopes = 1, -1, 2, -1
### END SOLUTION

# %% nbgrader={"grade_id": "ps1-predict-v-check"}
checks.run("ps1-predict-v", predicted_slopes)

# %% [markdown]
# ### Exercise ps1-v-curve (2 points, ★★☆, 5 min)
#
# Measure the curves: two lines inside the loop. `df(x, v)` is the true
# derivative of `f` at `x` along `v`; use your `directional_difference`.
#
# If `x` and `v` are in single precision, the differences must be, too.
#
# <details><summary>Hint 1</summary>
#
# Compare the quotient with `exact`, output by output, and keep the worst.
#
# </details>
# <details><summary>Hint 2 (single precision)</summary>
#
# The elements of `steps` are `np.float64`. Since NumPy 2, a `np.float64`
# times a float32 array is a float64 array, so your single-precision curve
# quietly becomes a double-precision one. A Python number, `float(h)`,
# leaves the array as it is.
#
# </details>


# %% nbgrader={"grade_id": "ps1-v-curve"}
def v_curve(f, df, x, v, steps, method):
    """Return the largest error of a difference, for each step.

    Args:
        f: Function from (n,) to (m,).
        df: Function from (n,), (n,) to (m,): its true derivative.
        x: (n,) point, float32 or float64.
        v: (n,) direction, of the same dtype.
        steps: (k,) step sizes, float64.
        method: "forward", "central" or "complex".

    Returns:
        errors: (k,) largest absolute error over the m outputs, for
            each step.
    """
    exact = df(x, v)
    errors = []
    for h in steps:
        ### BEGIN SOLUTION ps1-v-curve
        y_dot = directional_difference(f, x, v, float(h), method)
        error = np.max(np.abs(y_dot - exact))
        ### END SOLUTION
        errors.append(error)
    return np.array(errors)


# %% nbgrader={"grade_id": "ps1-v-curve-check"}
checks.run("ps1-v-curve", v_curve)


# %%
def wave(x):
    return np.exp(np.sin(x))


def d_wave(x, v):
    return np.exp(np.sin(x)) * np.cos(x) * v


points, ones = np.linspace(0.3, 1.4, 40), np.ones(40)


# %% [markdown]
# Look for three things: where each V has its bottom, how many digits that
# leaves you, and what the third method does.

# %% tags=["look"]
steps, panels = {}, {}
for title, dtype, lowest in (
    ("double precision", np.float64, -20),
    ("single precision", np.float32, -8),
):
    steps[title] = np.logspace(lowest, 0, 8 * -lowest + 1)
    at, along = points.astype(dtype), ones.astype(dtype)
    panels[title] = {
        name: v_curve(wave, d_wave, at, along, steps[title], name)
        for name in ("forward", "central", "complex")
    }
figures.v_curves(steps, panels)

# %% [markdown]
# A forward difference is off by about $h$, and by $10^{-16} / h$. The two
# are equal at $h = 10^{-8}$, which leaves 8 digits, give or take one. For
# central ones $h^2 = 10^{-16} / h$ gives $h \approx 5 \cdot 10^{-6}$ and
# about 10 digits. Single precision begins with $10^{-7}$, so you keep 3
# digits with forward and 4 with central differences: a gradient check
# there hardly checks anything.
#
# In double precision, if $h$ is well below $10^{-16}$, $x + h v$ is $x$ and
# the quotient is 0.
#
# The complex step has no left half. It subtracts nothing, so nothing
# cancels, and $h = 10^{-20}$ is as good as it gets. Is it too good to be
# true? Sometimes.

# %% [markdown]
# Here are three programs for the same function, the length of a vector.
# At $(3, 4)$ along $(1, 2)$ its derivative is $(3 \cdot 1 + 4 \cdot 2) / 5
# = 2.2$.


# %% tags=["look"]
x, v = np.array([3.0, 4.0]), np.array([1.0, 2.0])
lengths = {
    "np.linalg.norm(x)": lambda x: np.linalg.norm(x),
    "sqrt(sum(abs(x) ** 2))": lambda x: np.sqrt(np.sum(np.abs(x) ** 2)),
    "sqrt(sum(x ** 2))": lambda x: np.sqrt(np.sum(x**2)),
}
for program, length in lengths.items():
    central = directional_difference(length, x, v, 1e-5, "central")
    step = directional_difference(length, x, v, 1e-20, "complex")
    print(f"{program:24} central {central:.6f}  complex {step:.6f}")

# %% [markdown]
# ### Exercise ps1-why-lies (2 points, ★★☆, 5 min)
#
# Two programs make the complex step return 0, with no warning.
#
# (a) Why? Say what `abs` does to $x + i h v$, and which assumption of the
# complex step that breaks (`jacobians.ipynb`, section 2, states it).
#
# (b) Without running it: what does the complex step return for
# `abs(x[0]) + x[1] ** 2` at $(3, 4)$ along $(1, 2)$, what is the true
# derivative, and why is this case more dangerous than the zeros above?

# %% [markdown] nbgrader={"grade_id": "ps1-why-lies"}
# ### BEGIN SOLUTION ps1-why-lies
# (a) On complex numbers `abs` is the modulus, $|x + i h v| =
# \sqrt{x^2 + h^2 v^2}$, which is real. Its imaginary part is 0 whatever
# the derivative is. The derivation puts $i h$ into the Taylor series of
# $f$, so the series must hold for complex numbers near $x$: $f$ must be
# analytic there. The modulus agrees with `abs` on real numbers, but is not
# analytic; `np.linalg.norm` uses it. (That every step of the program is
# analytic near $x$ is sufficient, not necessary.)
#
# (b) It returns $2 \cdot 4 \cdot 2 = 16$: the part through `abs` is
# real and drops out. The true derivative is $1 + 16 = 17$. An exact 0
# looks suspicious; 16 looks like an answer.
#
# **Marking scheme (2 points)**
# - 1 point: the modulus is real, so the imaginary part is lost, and the
#   series in $i h$ needs an analytic $f$. Half a point for only one of
#   these.
# - 1 point: 16 and 17, and that nothing about 16 warns you. Half a point
#   for the numbers alone.
# ### END SOLUTION

# %% [markdown]
# ## 2. A test that convicts
#
# Somebody hands you a formula `df(x, v)` and claims that it is $J v$.
# Comparing with one difference leaves open how close is close enough. The
# **Taylor test** asks instead how the remainder shrinks:
#
# $$r(h) = \lVert f(x + h v) - f(x) - h\,\mathrm{df}(x, v) \rVert.$$
#
# If df is right, $h J v$ cancels and, with $q$ the second derivative of $f$
# along $v$, $r(h) \approx \tfrac{h^2}{2}\lVert q \rVert$: slope 2. If df is
# wrong by some $w \ne 0$, then $r(h) = \lVert h w - \tfrac{h^2}{2} q -
# \dots \rVert$, and as soon as $h$ is much smaller than the mistake,
# $h \lVert w \rVert$ is all you see: slope 1.

# %% [markdown]
# ### Exercise ps1-taylor (3 points, ★★☆, 8 min)
#
# Write `taylor_slope` in `chainrule/differences.py`. The docstring fixes
# the fit, and nine steps from $10^{-4}$ to $10^{-2}$. Near $10^{-8}$
# nothing would be left of $h^2$ but round-off; much larger steps would let
# $h^3$ in.

# %% nbgrader={"grade_id": "ps1-taylor-check"}
checks.run("ps1-taylor", taylor_slope)

# %% [markdown]
# ### Exercise ps1-matrix (2 points, ★★☆, 8 min)
#
# A derivative needs no Jacobian to be written down. It is a linear map
# $V \mapsto D[V]$, and matrices do as well as vectors. Expand
# $(X + h V)(X + h V)$, keep what is linear in $h$, and keep the *order*
# of the factors. For the inverse, differentiate $X X^{-1} = I$.
#
# <details><summary>Hint 1</summary>
#
# Two of the four products in $(X + h V)(X + h V)$ contain one $V$. Which?
#
# </details>
# <details><summary>Hint 2 (nearly the answer)</summary>
#
# Write $D$ for the derivative of $X^{-1}$ along $V$. The product rule on
# $X X^{-1} = I$ gives $V X^{-1} + X D = 0$.
#
# </details>


# %% nbgrader={"grade_id": "ps1-matrix"}
def d_square(X, V):
    """Return the derivative of X @ X along V: all (n, n).

    X and V are left as they are.
    """
    ### BEGIN SOLUTION ps1-matrix
    return X @ V + V @ X
    ### END SOLUTION


def d_inverse(X, V):
    """Return the derivative of the inverse of X along V: all (n, n).

    X and V are left as they are.
    """
    ### BEGIN SOLUTION ps1-matrix
    Y = np.linalg.inv(X)
    return -Y @ V @ Y
    ### END SOLUTION


# %% nbgrader={"grade_id": "ps1-matrix-check"}
checks.run("ps1-matrix", d_square, d_inverse)

# %% [markdown]
# The visible cases are small and tame: a symmetric pair, a diagonal $X$.
# A formula can be right there and wrong elsewhere. So put yours to the
# test on matrices that are neither, beside the formula of somebody who
# remembered $(x^2)' = 2 x$.

# %% tags=["look"]
rng = np.random.default_rng(7)
X, V = 2 * np.eye(4) + 0.4 * rng.normal(size=(4, 4)), rng.normal(size=(4, 4))
claims = {
    "your d_square": (lambda X: X @ X, d_square),
    "2 X V": (lambda X: X @ X, lambda X, V: 2 * X @ V),
    "your d_inverse": (np.linalg.inv, d_inverse),
}
h = np.logspace(-4, -2, 9)
curves = {}
for name, (f, df) in claims.items():
    rest = [f(X + s * V) - f(X) - s * df(X, V) for s in h]
    curves[name] = [np.linalg.norm(r) for r in rest]
    print(f"{name:15} slope {taylor_slope(f, df, X, V):.3f}")
figures.remainders(h, curves)

# %% [markdown]
# One letter in the wrong place, and the slope drops from 2 to 1. No right
# answer was at hand. This test fits every derivative of this course. If a
# slope beside *your* name is 1, your formula is wrong although the check was
# green: go back. That is what this test is for.
#
# How small a mistake does it see? Take $f = \sin$ at 1, with a df that is
# off by $e = 10^{-2}$, $10^{-3}$, $10^{-4}$, $10^{-5}$. The steps run from
# $10^{-4}$ to $10^{-2}$. Predict the four slopes, roughly. Then look, also
# at the last column: with $v = 0.01$ the same steps reach a hundred times
# less far.

# %% tags=["look"]
print("off by   slope, v = 1   slope, v = 0.01")
for e in (1e-2, 1e-3, 1e-4, 1e-5):

    def off(x, v, e=e):
        return (np.cos(x) + e) * v

    near, nearer = (taylor_slope(np.sin, off, 1.0, s) for s in (1.0, 0.01))
    print(f"{e:6g} {near:12.2f} {nearer:17.2f}")

# %% [markdown]
# A mistake much larger than the steps gives 1. A slope in between convicts
# as well: a right df gives 2. A mistake below about $10^{-5}$ of the
# curvature hides in this window, and a smaller window finds it. (With the
# opposite sign the mistake and the curvature cancel in part, and a slope
# can even exceed 2.)
#
# A slope of 2 says "right along this $v$, at this $x$". With $V = X$ the
# wrong formula $2 X V$ passes, since $X$ commutes with itself.

# %% tags=["look"]
for direction, name in ((V, "random V"), (X, "V = X")):
    found = taylor_slope(*claims["2 X V"], X, direction)
    print(f"2 X V along {name:9}: slope {found:.3f}")

# %% [markdown]
# ### The line-up
#
# `data.black_boxes()` holds five functions of one number $t$. At $t = 0$
# each is one of these, plus some $c_0 + c_1 t$:
#
# | name | near 0 |
# | --- | --- |
# | `"smooth"` | bends: the second derivative is not 0 |
# | `"corner"` | a multiple of $\lvert t \rvert$, and smooth terms |
# | `"three halves"` | a multiple of $\lvert t \rvert^{3/2}$ |
# | `"flat"` | curved, but the second derivative is 0 |
# | `"linear"` | nothing else |
#
# You may call them, not open them. Nobody tells you $f'(0)$, and you do
# not need it:
#
# $$s(h) = \lvert f(h) - 2 f(0) + f(-h) \rvert.$$
#
# Whatever is odd in $t$ cancels, $c_1 t$ included; whatever is even counts
# twice.

# %% [markdown]
# ### Exercise ps1-lineup (3 points, ★★☆, 9 min)
#
# First work out the slope of $s$ for each name; "flat" means that $s$
# begins with a multiple of $h^4$. Then write `identify(box)`, which
# measures the slope and returns a name.
#
# <details><summary>Hint 1</summary>
#
# At $h = 10^{-4}$ a flat $t^4$ leaves $2 \cdot 10^{-16}$, as little as the
# round-off of 1. From 0.01 to 0.1 all is well.
#
# </details>
# <details><summary>Hint 2 (nearly the answer)</summary>
#
# Deal with "linear" first: there $s$ is 0 or round-off, and a logarithm of
# it means nothing. Round-off is small compared with the size of $f$, which
# may be 1 or $10^{10}$. `1e-12 * max(1, abs(box(0.0)))` is a fair limit.
#
# </details>


# %% nbgrader={"grade_id": "ps1-lineup"}
def identify(box):
    """Return the name of the kind of box: a string of data.KINDS.

    Args:
        box: Function from a number to a number, whose values may be
            large; what makes it special shows for h from 0.01 to 0.1.

    Returns:
        name: "smooth", "corner", "three halves", "flat" or "linear".
    """
    ### BEGIN SOLUTION ps1-lineup
    steps = np.logspace(-2, -1, 9)
    seconds = np.array([abs(box(h) - 2 * box(0.0) + box(-h)) for h in steps])
    if np.max(seconds) <= 1e-12 * max(1, abs(box(0.0))):
        return "linear"
    slope = np.polyfit(np.log(steps), np.log(seconds), 1)[0]
    slopes = {"corner": 1, "three halves": 1.5, "smooth": 2, "flat": 4}
    return min(slopes, key=lambda name: abs(slopes[name] - slope))
    ### END SOLUTION


# %% nbgrader={"grade_id": "ps1-lineup-check"}
checks.run("ps1-lineup", identify)

# %% [markdown]
# Here are the five suspects. Name them from the figure before you read
# the printed line.

# %% tags=["look"]
h = np.logspace(-2, -1, 9)
boxes = data.black_boxes()
curves = {
    letter: np.abs(f(h) - 2 * f(0.0) + f(-h)) for letter, f in boxes.items()
}
figures.remainders(h, curves, ylabel="second difference s(h)")
print({letter: identify(f) for letter, f in boxes.items()})

# %% [markdown]
# ## 3. Numerical, symbolic, automatic
#
# Differences are **numerical** differentiation. **Symbolic**
# differentiation applies the rules to an expression and returns an
# expression. Here is all of it for sums and products, on trees such as
# `("*", "x", "x")`. Let a short program repeat $y \leftarrow y \cdot y +
# x$, write its result as one expression, and count the nodes.
#
# One round gives 5 nodes for $y$ and 9 for its derivative. How many has
# the derivative after ten rounds? Guess before you run the second cell.


# %% tags=["look"]
def differentiate(e):
    if not isinstance(e, tuple):
        return 1 if e == "x" else 0
    op, a, b = e
    if op == "+":
        return ("+", differentiate(a), differentiate(b))
    return ("+", ("*", differentiate(a), b), ("*", a, differentiate(b)))


def nodes(e):
    return 1 + nodes(e[1]) + nodes(e[2]) if isinstance(e, tuple) else 1


# %% tags=["look"]
print("rounds  nodes of y  nodes of dy/dx  lines of the program")
y = "x"
for rounds in range(1, 11):
    y = ("+", ("*", y, y), "x")
    if rounds in (1, 2, 4, 6, 8, 10):
        found = nodes(differentiate(y))
        print(f"{rounds:6} {nodes(y):11} {found:15} {rounds:21}")

# %% [markdown]
# That is **expression swell**. The program has ten lines because it
# *names* $y$ and uses the name twice. An expression has no names, so it
# writes everything out. (Simplifying helps a little; sharing
# subexpressions helps a lot, and leads where we are going.)
#
# **Automatic** differentiation keeps the names. Beside each line of the
# program it puts one line that carries its **tangent**, the derivative along
# the chosen direction, as numbers. Here are the program and its twin, and
# beside them **JAX**, a library that differentiates programs in NumPy's
# style automatically. In this course it is a reference to compare with,
# never the tool.


# %% tags=["look"]
def ten_rounds(x):
    y = x
    for _ in range(10):
        y = y * y + x
    return y


def ten_rounds_with_tangent(x, x_dot):
    y, y_dot = x, x_dot
    for _ in range(10):
        y_dot = 2 * y * y_dot + x_dot  # uses the old y
        y = y * y + x
    return y, y_dot


step = directional_difference(ten_rounds, 0.2, 1.0, 1e-20, "complex")
print("two lines a round:", ten_rounds_with_tangent(0.2, 1.0)[1])
print("complex step:     ", step)
print("jax.grad:         ", jax.grad(ten_rounds)(0.2))

# %% [markdown]
# No step size, no swell, all digits, for at most a few times the work of
# the program itself.
#
# The same digits as the complex step, so why bother? The complex step is
# this idea in disguise: its imaginary part carries the tangent. But it
# dies at `abs`, pays for complex arithmetic, and still needs one run per
# input. Reverse mode will not. The rest of the course builds it: by hand,
# then as an engine.

# %% [markdown]
# ### Exercise ps1-why-not (2 points, ★★☆, 5 min)
#
# A friend trains a 784-128-10 network with gradients from differences:
# "Five lines, and it works for any program." Give two independent reasons
# against it, each with a number from this set. Then name one job for
# which differences *are* the right tool, and say why.

# %% [markdown] nbgrader={"grade_id": "ps1-why-not"}
# ### BEGIN SOLUTION ps1-why-not
# *Cost.* One gradient by forward differences takes $n + 1$ runs of the
# network for $n$ weights: 101 633 runs for 101 632 weights, and twice as
# many by central ones. The cost grows with the number of inputs although
# there is a single output.
#
# *Accuracy.* Truncation and round-off pull in opposite directions, so even
# the best step leaves about 8 digits (forward) or 10 (central) in double
# precision, and 3 or 4 in single precision, in which networks are usually
# trained. The best step also depends on the function.
#
# *The right job.* Checking a derivative that was written some other way:
# one or two directions are enough, so it costs a few runs, and it shares
# no formula with what it checks, so the same mistake is unlikely in both.
#
# **Marking scheme (2 points)**
# - Half a point: cost, with $n + 1$ or a number of runs.
# - Half a point: accuracy, with digits, a best step, or single precision.
# - 1 point: a fitting job and the reason. Half a point without a reason.
# ### END SOLUTION

# %% [markdown]
# ## Summary
#
# - Differences trade truncation for round-off and need at least $n + 1$
#   runs for a gradient. The complex step has no round-off problem, but only
#   analytic programs deserve it.
# - The Taylor test tells right from wrong by a slope: 2, or clearly not 2.
#   It needs an $f$ that bends along $v$ and a mistake that is not tiny
#   beside the steps, and it speaks only about that $x$ and that $v$.

# %% [markdown]
# ## Further (optional, not graded)
#
# - The four-value difference of `jacobians.ipynb`: predict its best step
#   and its digits, and draw its V.
# - The V curves of section 1 have bottoms. Minimize $a h^p + \epsilon /
#   h$ over $h$ and compare.
# - The Taylor test has a sequel: with a claimed second derivative, the
#   remainder's slope is 3. Test $D^2(X^2)[V, V] = 2 V V$. Why does the
#   slope come out as no slope at all?
