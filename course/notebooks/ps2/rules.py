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
# # A rule knows what a Jacobian does
#
# **Goal.** You can push a tangent through any line of a program and pull a
# cotangent back through it, find the transpose of a linear map without
# writing a matrix, and say where a backward pass has to add.
#
# **Your work.** Six cells here, seven functions in
# `chainrule/rules.py`, one written answer: 17 points, about 70 minutes of
# work. With the reading that is two sittings: stop after section 2.

# %%
# %load_ext autoreload
# %autoreload 2
import jax
import jax.numpy as jnp
import numpy as np

from chainrule import checks
from chainrule.differences import directional_difference
from chainrule.figures import ps2 as figures
from chainrule.rules import exp_jvp, exp_vjp, sum_to_shape, tanh_jvp
from chainrule.rules import tanh_vjp, toy, toy_jvp, toy_vjp

jax.config.update("jax_enable_x64", True)

# %% [markdown]
# ## 1. Two products
#
# Let $y = f(x)$ have $n$ inputs and $m$ outputs, and let $J$ be its
# $(m, n)$ Jacobian at $x$. Two products with $J$ do all the work of this
# course.
#
# - **JVP**: push a *tangent* forward, $\dot y = J \dot x$. How do the
#   outputs move if the input moves along $\dot x$? In code, `x_dot`.
# - **VJP**: pull a *cotangent* back, $\bar x = J^T \bar y$. If output $i$
#   matters $\bar y_i$ to somebody, how much does each input matter to
#   them? In code, `x_bar`.
#
# `x_dot` and `x_bar` both have the shape of `x`. (The row $\bar y^T J$ is
# the transpose of `x_bar`: the same numbers, lying on their side.)

# %% [markdown]
# ### Exercise ps2-how-many (1 point, ★☆☆, 2 min)
#
# A picture has 784 pixels, a network turns it into 10 scores, and a loss
# turns these into one number. How many products does it take to know
#
# - the gradient of the loss with respect to the pixels, by JVPs? by VJPs?
# - the whole Jacobian of the scores, by JVPs? by VJPs?

# %% nbgrader={"grade_id": "ps2-how-many"}
products_needed = None  # a tuple of four whole numbers, in this order
### BEGIN SOLUTION ps2-how-many
products_needed = 784, 1, 784, 10
### END SOLUTION

# %% nbgrader={"grade_id": "ps2-how-many-check"}
checks.run("ps2-how-many", products_needed)

# %% [markdown]
# Here is the asymmetry on a small scale: a scalar function of six numbers.
# (`jax.numpy`, since JAX has to see each operation; `np.sin` would refuse
# what JAX sends through.)


# %% tags=["look"]
def wiggle(x):
    return jnp.sum(jnp.sin(x) * x)


x = jnp.arange(1.0, 7.0)
y, pullback = jax.vjp(wiggle, x)
print("1 VJP: ", pullback(1.0)[0].round(3))
pushed = [jax.jvp(wiggle, (x,), (e,))[1] for e in jnp.eye(6)]
print("6 JVPs:", jnp.array(pushed).round(3))

# %% [markdown]
# ## 2. One function, both ways
#
# The toy function of this set is `toy` in `chainrule/rules.py`:
#
# $$y = x^2, \quad z = \sin y, \quad u = y + z, \quad t = A z.$$
#
# It takes $x$ with $n$ entries and returns two arrays, $u$ with $n$ and
# $t$ with $m$. Squares and sines act entry by entry.
#
# **Forward.** Differentiate every line, keep the order. A line such as
# $z = \sin y$ becomes $\dot z = \cos(y) \odot \dot y$, where $\odot$
# multiplies entry by entry. A linear line, $t = A z$, treats the tangent
# as it treats the value.

# %% [markdown]
# ### Exercise ps2-toy-jvp (2 points, ★☆☆, 6 min)
#
# Write `toy_jvp` in `chainrule/rules.py`: one line of tangents for each
# line of `toy`. Return the tangents only.

# %% nbgrader={"grade_id": "ps2-toy-jvp-check"}
checks.run("ps2-toy-jvp", toy_jvp)

# %% tags=["look"]
x = np.array([1.0, 2.0, -1.0])
A = np.array([[0.0, 2.0, -1.0], [3.0, 1.5, 2.0]])
x_dot = np.array([1.0, 3.0, 4.0])
print("rule        ", *toy_jvp(x, A, x_dot))


def joined(x):
    return np.concatenate(toy(x, A))


quotient = directional_difference(joined, x, x_dot, 1e-6, "central")
print("differences ", quotient[:3], quotient[3:])

# %% [markdown]
# **Backward.** Read the lines from the last to the first. Each takes the
# cotangent of its result and gives every variable on its right-hand side
# a share:
#
# | line | gives |
# | --- | --- |
# | $t = A z$ | $A^T \bar t$ to $z$ |
# | $u = y + z$ | $\bar u$ to $y$, and $\bar u$ to $z$ |
# | $z = \sin y$ | $\cos(y) \odot \bar z$ to $y$ |
# | $y = x^2$ | $2 x \odot \bar y$ to $x$ |
#
# Two variables are used twice. If $y$ moves, $u$ feels it directly and
# through $z$, and both count. So shares are **added**: where values fan
# out, cotangents accumulate. A line may pass on $\bar z$ only when
# $\bar z$ is complete.

# %% [markdown]
# ### Exercise ps2-toy-vjp (2 points, ★★☆, 8 min)
#
# Write `toy_vjp` in `chainrule/rules.py`. First run the program and keep
# what the backward pass needs, then walk through the table. The caller's
# cotangents must look the same afterwards.
#
# <details><summary>Hint</summary>
#
# $z$ is complete first. Start with `z_bar = u_bar + ...`, which makes a
# new array. `z_bar = u_bar` followed by `+=` would write into the caller's.
#
# </details>

# %% nbgrader={"grade_id": "ps2-toy-vjp-check"}
checks.run("ps2-toy-vjp", toy_vjp)

# %% [markdown]
# The whole computation on one picture. Values were found from left to
# right, cotangents from right to left. Look at a node with two outgoing
# arrows: each brings back a share, and its cotangent is their sum.

# %% tags=["look"]
u_bar, t_bar = np.array([1.0, 0.1, 3.0]), np.array([0.4, -0.3])
(u, t), x_bar = toy(x, A), toy_vjp(x, A, (u_bar, t_bar))
z_bar = u_bar + A.T @ t_bar
y_bar = u_bar + np.cos(x**2) * z_bar
nodes = {
    "x": (0, 0, x, x_bar),
    "y": (1, 0, x**2, y_bar),
    "u": (3, 0, u, u_bar),
    "z": (2, 1, np.sin(x**2), z_bar),
    "t": (3, 1, t, t_bar),
}
edges = [("x", "y", "square"), ("y", "z", "sin"), ("y", "u", "+")]
edges += [("z", "u", "+"), ("z", "t", "A")]
figures.graph(nodes, edges, "the toy function")

# %% [markdown]
# Forward and backward never met. Still they must agree, because
# $\bar y \cdot (J \dot x) = (J^T \bar y) \cdot \dot x$: the **pairing**
# of a cotangent with a tangent is the same number on either side of the
# function.

# %% tags=["look"]
x_dot = np.array([2.0, 3.0, 0.5])
u_dot, t_dot = toy_jvp(x, A, x_dot)
print("after the function: ", u_bar @ u_dot + t_bar @ t_dot)
print("before the function:", toy_vjp(x, A, (u_bar, t_bar)) @ x_dot)

# %% [markdown]
# ### Exercise ps2-paths (1 point, ★★☆, 3 min)
#
# Let a program repeat $y \leftarrow 3.7\, y\, (1 - y)$, fifty times. Every
# round uses $y$ twice. The chain rule, as you may have met it in calculus, sums
# over *all paths* from the input to the result.
#
# How many paths are there? And how many additions of cotangents does a
# backward pass make that accumulates, as you did above? Adding two shares
# is one addition.

# %% nbgrader={"grade_id": "ps2-paths"}
paths_and_additions = None  # a tuple of two whole numbers
### BEGIN SOLUTION ps2-paths
paths_and_additions = 2**50, 50
### END SOLUTION

# %% nbgrader={"grade_id": "ps2-paths-check"}
checks.run("ps2-paths", paths_and_additions)


# %% tags=["look"]
def rounds_vjp(y, rounds):
    kept, additions = [], 0
    for _ in range(rounds):
        kept.append(y)
        y = 3.7 * y * (1 - y)
    y_bar = 1.0
    for y in reversed(kept):
        y_bar = 3.7 * (1 - y) * y_bar + (-3.7 * y) * y_bar
        additions += 1
    return y_bar, additions


def path_by_path(y, rounds):
    if rounds == 0:
        return 1.0, 1
    one, paths = path_by_path(3.7 * y * (1 - y), rounds - 1)
    other, more = path_by_path(3.7 * y * (1 - y), rounds - 1)
    return 3.7 * (1 - y) * one + (-3.7 * y) * other, paths + more


# %% tags=["look"]
print("rounds  accumulated  additions  path by path  paths")
for rounds in (1, 5, 10, 15):
    quick, additions = rounds_vjp(0.2, rounds)
    slow, paths = path_by_path(0.2, rounds)
    print(f"{rounds:6} {quick:12.6g} {additions:10} {slow:13.6g}  {paths}")
quick, additions = rounds_vjp(0.2, 50)
print(f"    50 {quick:12.6g} {additions:10}             ?  {2**50}")

# %% [markdown]
# At two million paths a second, the last line would take eighteen years.
# (Its derivative is a story of its own: move the start by $10^{-9}$, and
# after fifty rounds the end has moved by 0.06. That is chaos.) Both columns apply the same chain rule. Accumulation is the
# distributive law: add what meets at a node first, then multiply *once*
# for the whole way that remains.

# %% [markdown]
# ### Exercise ps2-which-line (1 point, ★★☆, 5 min)
#
# The program is `y = np.exp(x)`, `z = x * y`, `u = z + y`. Four people
# wrote its backward pass, and each made one mistake. In which line?
#
# ```
#     suspect P                      suspect Q
# 1   z_bar = u_bar.copy()           z_bar = u_bar.copy()
# 2   y_bar = u_bar                  y_bar = u_bar.copy()
# 3   x_bar = z_bar * y              x_bar = z_bar * y
# 4   y_bar += z_bar * x             y_bar = z_bar * x
# 5   x_bar += y_bar * y             x_bar += y_bar * y
#
#     suspect R                      suspect S
# 1   z_bar = u_bar.copy()           z_bar = u_bar.copy()
# 2   y_bar = u_bar.copy()           y_bar = u_bar.copy()
# 3   x_bar = z_bar * y              x_bar = z_bar * y
# 4   y_bar += z_bar * x             x_bar += y_bar * y
# 5   x_bar += y_bar * x             y_bar += z_bar * x
# ```
#
# In P, name the line that gives one array two names; in S, the first line
# that comes too early.

# %% nbgrader={"grade_id": "ps2-which-line"}
wrong_line = None  # a dictionary such as {"P": 1, "Q": 1, "R": 1, "S": 1}
### BEGIN SOLUTION ps2-which-line
wrong_line = {"P": 2, "Q": 4, "R": 5, "S": 4}
### END SOLUTION

# %% nbgrader={"grade_id": "ps2-which-line-check"}
checks.run("ps2-which-line", wrong_line)

# %% [markdown]
# Now run them. The last column asks whether the caller's `u_bar` survived.

# %% tags=["look"]
start = "z_bar = u_bar.copy(); y_bar = u_bar.copy(); x_bar = z_bar * y; "
suspects = {
    "P": "z_bar = u_bar.copy(); y_bar = u_bar; x_bar = z_bar * y; "
    "y_bar += z_bar * x; x_bar += y_bar * y",
    "Q": start + "y_bar = z_bar * x; x_bar += y_bar * y",
    "R": start + "y_bar += z_bar * x; x_bar += y_bar * x",
    "S": start + "x_bar += y_bar * y; y_bar += z_bar * x",
}
point, given = np.array([0.3, -0.8]), np.array([1.0, 0.5])
exact = given * np.exp(point) * (2 + point)
for letter, code in suspects.items():
    names = {"x": point, "y": np.exp(point), "u_bar": given.copy()}
    exec(code, names)
    right = np.allclose(names["x_bar"], exact)
    intact = np.array_equal(names["u_bar"], given)
    print(f"{letter}: x_bar right: {right!s:6} u_bar intact: {intact}")

# %% [markdown]
# ### Exercise ps2-alias (2 points, ★★☆, 8 min)
#
# Suspect P returns the right `x_bar`. Every comparison of values will let
# it pass. (a) What exactly goes wrong, and why can line 4 reach the
# caller's array when line 4 in `y_bar = y_bar + z_bar * x` could not?
# (b) Describe a program, of two or three lines, whose derivative comes out
# wrong because it uses P as one of its steps.
#
# <details><summary>Hint</summary>
#
# For (b): which line of a program hands one and the same cotangent to two
# variables? Let one of them be P's `u`.
#
# </details>

# %% [markdown] nbgrader={"grade_id": "ps2-alias"}
# ### BEGIN SOLUTION ps2-alias
# (a) `y_bar = u_bar` makes no array, it gives a second name to the
# caller's. `+=` writes into that array in place, so the caller's `u_bar`
# now holds $\bar u + x \odot \bar z$. `y_bar = y_bar + ...` computes a new
# array and moves only the local name to it.
#
# (b) Any program in which the same cotangent is used again after P has
# run. For example $u = g(x)$ with P's rule, and $s = u + x$. The backward
# pass gives $\bar s$ to $u$ and to $x$ without copying; P runs on it first
# and spoils it; then the share of $x$ is added from the spoiled array.
# Calling the same pullback twice with one array also gives two answers.
#
# **Marking scheme (2 points)**
# - 1 point: two names for one array, and that `+=` works in place while
#   `=` with `+` makes a new array. Half a point for only one of these.
# - 1 point: a program, or a use, in which the spoiled array is read again.
#   Half a point if it is only said that "somebody may need it".
# ### END SOLUTION

# %% [markdown]
# ## 3. Rules without matrices
#
# A function that acts **entry by entry** has a diagonal Jacobian: output
# $i$ sees input $i$ only. A diagonal $D$ is its own transpose, and $D v$
# is an entrywise product. So push and pull are the same multiplication,
# and nobody needs the $(n, n)$ matrix with its $n^2 - n$ zeros.
#
# What should the pullback keep from the forward pass? For $y = e^x$ the
# derivative is $y$ itself: keep the *output*. For $y = \tanh x$ it is
# $1 - y^2$: the output again. For $y = x^2$ it is $2 x$: keep the *input*.

# %% [markdown]
# ### Exercise ps2-elementwise (2 points, ★☆☆, 8 min)
#
# From here on a rule returns the value, too. Write `exp_jvp` and
# `tanh_jvp`, which return `(y, y_dot)`, and `exp_vjp` and `tanh_vjp`, which
# return `(y, pullback)`, in `chainrule/rules.py`. The pullback is a
# function; it remembers what it needs and evaluates no `exp` or `tanh` of
# its own.
#
# <details><summary>Hint</summary>
#
# A function that is defined inside another one sees the outer one's names
# for as long as it lives. `return y, lambda y_bar: ...` is a complete
# ending.
#
# </details>

# %% nbgrader={"grade_id": "ps2-elementwise-check"}
checks.run("ps2-elementwise", exp_jvp, exp_vjp, tanh_jvp, tanh_vjp)

# %% [markdown]
# A million entries, 8 megabytes, and no matrix anywhere.

# %% tags=["look"]
many = np.linspace(-3, 3, 1_000_000)
y, pullback = tanh_vjp(many)
y, y_dot = tanh_jvp(many, np.ones_like(many))
print(np.array_equal(pullback(np.ones_like(many)), y_dot), y_dot.nbytes)

# %% [markdown]
# **Linear maps** are their own pushforward: $\dot y = L \dot x$. Only the
# pullback takes thought, and it needs no matrix either. The transpose
# $L^T$ is the one map with
#
# $$\langle u, L v \rangle = \langle L^T u, v \rangle \quad
# \text{for all } u, v.$$
#
# Write out the left side, collect what multiplies $v_j$, and you have
# entry $j$ of $L^T u$. For $L v = \sum_j v_j$ the left side is $u \sum_j
# v_j$, so every $v_j$ is multiplied by $u$: the transpose of *sum* is
# *copy to all*. The other way round, the transpose of *copy* is *sum*.
# That is fan-out again.

# %% [markdown]
# ### Exercise ps2-bingo (1 point, ★★☆, 6 min)
#
# Transpose bingo. Each map takes an `x` of six numbers. Find its
# transpose among the nine calls. No matrices. Each full row of the card
# earns a third.
#
# | **A** `x.sum()` | **B** `np.cumsum(x)` | **C** `x[2:]` |
# | --- | --- | --- |
# | **D** `x[::-1]` | **E** `np.roll(x, 1)` | **F** `np.diff(x)` |
# | **G** `x[[0, 0, 3]]` | **H** `np.tile(x, (4, 1))` | **I** `3 * x` |
#
# 1. `u.sum(axis=0)`
# 2. `np.roll(u, -1)`
# 3. `np.full(6, u)`
# 4. `np.concatenate([[0, 0], u])`
# 5. `np.cumsum(u[::-1])[::-1]`
# 6. `u[::-1]`
# 7. `3 * u`
# 8. `-np.diff(u, prepend=0, append=0)`
# 9. `np.array([u[0] + u[1], 0, 0, u[2], 0, 0])`

# %% nbgrader={"grade_id": "ps2-bingo"}
transposes = None  # a dictionary from "A" to "I" to numbers from 1 to 9
### BEGIN SOLUTION ps2-bingo
transposes = dict(zip("ABCDEFGHI", (3, 5, 4, 6, 2, 8, 9, 1, 7)))
### END SOLUTION

# %% nbgrader={"grade_id": "ps2-bingo-check"}
checks.run("ps2-bingo", transposes)

# %% [markdown]
# Only now, the matrices that you did without. Flip each upper picture
# about its diagonal and you get the lower one. (H would be 24 by 6, and I
# three times the identity.)

# %% tags=["look"]
eye = np.eye(6)
maps = {
    "A: sum": np.ones((1, 6)),
    "B: cumsum": np.cumsum(eye, axis=0),
    "C: x[2:]": eye[2:],
    "D: reverse": eye[::-1],
    "E: roll": np.roll(eye, 1, axis=0),
    "F: diff": np.diff(eye, axis=0),
    "G: gather": eye[[0, 0, 3]],
}
figures.matrices(maps)

# %% [markdown]
# ### Exercise ps2-transposes (2 points, ★★☆, 10 min)
#
# Write three transposes as code. `u` is the cotangent of the result, `n`
# the length of `x`.
#
# - `slice_back` for `x[start::step]`;
# - `gather_back` for `x[index]`, where the integers in `index` may
#   repeat;
# - `convolve_back` for `np.convolve(x, kernel)`, which is $y_k =
#   \sum_j x_j\, c_{k-j}$ with kernel $c$; it has `n + len(kernel) - 1`
#   entries.
#
# <details><summary>Hint</summary>
#
# Slicing and gathering read entries. Their transposes *write*, into an
# array of zeros. What if two readers read the same entry?
#
# </details>
# <details><summary>Hint</summary>
#
# $\sum_k u_k y_k = \sum_j x_j \sum_k u_k c_{k-j}$. The inner sum slides the
# kernel along $u$ without flipping it. NumPy calls this `np.correlate`.
#
# </details>


# %% nbgrader={"grade_id": "ps2-transposes"}
def slice_back(u, start, step, n):
    """Return x_bar: (n,) for x[start::step] with cotangent u: (k,)."""
    ### BEGIN SOLUTION ps2-transposes
    x_bar = np.zeros(n)
    x_bar[start::step] = u
    return x_bar
    ### END SOLUTION


def gather_back(u, index, n):
    """Return x_bar: (n,) for x[index], u and index of shape (k,)."""
    ### BEGIN SOLUTION ps2-transposes
    x_bar = np.zeros(n)
    np.add.at(x_bar, index, u)
    return x_bar
    ### END SOLUTION


def convolve_back(u, kernel):
    """Return x_bar: (n,) for np.convolve(x, kernel), u: (n + k - 1,)."""
    ### BEGIN SOLUTION ps2-transposes
    n = len(u) - len(kernel) + 1
    return np.array([u[j : j + len(kernel)] @ kernel for j in range(n)])
    ### END SOLUTION


# %% nbgrader={"grade_id": "ps2-transposes-check"}
checks.run("ps2-transposes", slice_back, gather_back, convolve_back)

# %% [markdown]
# No table of answers is needed to test a transpose. Draw $u$ and $v$ at
# random and compare the two pairings.

# %% tags=["look"]
rng = np.random.default_rng(3)
v, kernel = rng.normal(size=7), rng.normal(size=3)
index = np.array([6, 2, 2, 0, 2])
u = rng.normal(size=9)
back = convolve_back(u, kernel) @ v
print("convolve:", u @ np.convolve(v, kernel), back)
u = rng.normal(size=5)
print("gather:  ", u @ v[index], gather_back(u, index, 7) @ v)
u = rng.normal(size=3)
print("slice:   ", u @ v[1::2], slice_back(u, 1, 2, 7) @ v)

# %% [markdown]
# **Broadcasting** copies, and it copies silently. When `x` of shape
# `(3,)` meets a `(4, 3)` array, NumPy reads each entry of `x` four times.
# The line looks as if `x` were used once, but it is a fan-out of four.
# The pullback has to add the four shares, or `x_bar` arrives in the wrong
# shape. Worse, it may go on broadcasting, silently.
#
# ### Exercise ps2-sum-to (1 point, ★★☆, 7 min)
#
# Write `sum_to_shape` in `chainrule/rules.py`, for any shape that
# broadcasts to that of `y_bar`.
#
# <details><summary>Hint</summary>
#
# Two cases, in this order: axes that broadcasting put in front, and axes
# of length 1 that it stretched. `keepdims=True` keeps the second kind as 1.
#
# </details>

# %% nbgrader={"grade_id": "ps2-sum-to-check"}
checks.run("ps2-sum-to", sum_to_shape)

# %% tags=["look"]
full = rng.normal(size=(4, 3))
for shape in ((3,), (4, 1), (1, 1), (), (4, 3)):
    small = rng.normal(size=shape)
    x_bar = sum_to_shape(full, shape)
    same = np.isclose(np.sum(full * small), np.sum(x_bar * small))
    print(f"{shape!s:8} x_bar has shape {np.shape(x_bar)!s:8} pairs: {same}")

# %% [markdown]
# ## 4. Inputs, weights and a batch
#
# A layer has two kinds of inputs, and training wants both pullbacks. Take
# a batch of $b$ examples in rows:
#
# $$\underset{(b, q)}{Y} = \underset{(b, n)}{X}\;\underset{(n, q)}{W}
# + \underset{(q,)}{c}.$$
#
# Hold all but one input fixed, and the map is linear in it (up to a
# constant). Push: $\dot Y = \dot X W + X \dot W + \dot c$, where $\dot c$
# is broadcast over the rows. Pull: pair each term with $\bar Y$, entry by
# entry, and collect. For $X$ the pairing is
# $\sum_{ijk} \bar Y_{ij} \dot X_{ik} W_{kj}$; what multiplies
# $\dot X_{ik}$ is entry $(i, k)$ of $\bar X$.
#
# One example at a time, $\bar W$ would be an outer product $x^T \bar y$.
# The examples share the weights, so their outer products are added.

# %% [markdown]
# ### Exercise ps2-batch (2 points, ★★☆, 7 min)
#
# Write both pullbacks. Check each by its shape first: only one order of
# the factors fits when $b$, $n$ and $q$ differ. Does the sum over the
# batch happen by itself in `W_bar`? And in `c_bar`?


# %% nbgrader={"grade_id": "ps2-batch"}
def vjp_x(X, W, c, Y_bar):
    """Return X_bar: (b, n) for Y = X @ W + c.

    Args:
        X: (b, n) batch, one example a row.
        W: (n, q) weights.
        c: (q,) biases.
        Y_bar: (b, q) cotangent of Y.
    """
    ### BEGIN SOLUTION ps2-batch
    return Y_bar @ W.T
    ### END SOLUTION


def vjp_w(X, W, c, Y_bar):
    """Return (W_bar, c_bar) of shapes (n, q) and (q,); see vjp_x."""
    ### BEGIN SOLUTION ps2-batch
    return X.T @ Y_bar, Y_bar.sum(axis=0)
    ### END SOLUTION


# %% nbgrader={"grade_id": "ps2-batch-check"}
checks.run("ps2-batch", vjp_x, vjp_w)

# %% [markdown]
# JAX gets the same three arrays, with no list of VJP rules to look them
# up in. It linearizes the program, which leaves a linear one, and then
# transposes that, line by line: bingo at industrial scale. What is left is
# printed last: a sum for $c$, two matrix products for $X$ and $W$.

# %% tags=["look"]
X, W, c = (rng.normal(size=s) for s in ((5, 4), (4, 3), (3,)))
Y_bar = rng.normal(size=(5, 3))
_, pullback = jax.vjp(lambda X, W, c: X @ W + c, X, W, c)
mine = (vjp_x(X, W, c, Y_bar), *vjp_w(X, W, c, Y_bar))
for name, ours, theirs in zip(("X", "W", "c"), mine, pullback(Y_bar)):
    print(f"{name}_bar {ours.shape!s:7}", np.allclose(ours, theirs))
print(jax.make_jaxpr(pullback)(Y_bar))

# %% [markdown]
# ## Summary
#
# - A JVP rule runs with the program and turns `x_dot` into $J \dot x$; a
#   VJP rule runs against it and turns `y_bar` into $J^T \bar y$. The
#   gradient of a scalar function is *one* VJP, or $n$ JVPs.
# - Copying and summing are each other's transposes. Hence fan-out,
#   broadcasting, repeated indices and shared weights all mean one thing
#   on the way back: add.
# - A rule stores what it needs to *apply* $J$, never $J$. And it does not
#   touch what belongs to its caller.

# %% [markdown]
# ## Further (optional, not graded)
#
# - `np.linalg.solve(A, b)` is linear in $b$. Find its transpose from
#   $\langle u, A^{-1} b \rangle$. What would you do on the way back with a
#   factorization of $A$ that the forward pass already paid for?
# - `exp_vjp` keeps its output. If the caller writes into that array later,
#   the pullback breaks. Show it, then discuss who should copy.
# - Find the transposes of `np.sort` (at a fixed order), `np.fft.fft`, and
#   of the blur-and-rotate of problem set 1 in the ink of the digit.
