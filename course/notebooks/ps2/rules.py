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
# **Goal.** You can push a tangent through any line of a program, pull a
# cotangent back through it, and say where a backward pass has to add.
#
# **Your work.** Three cells here, six functions in `chainrule/rules.py`, one
# written answer: 11 points, about 40 minutes of work and ten to read and
# look. `chainrule/differences.py` from problem set 1 is here, filled in. Two
# more notebooks belong to this set: `compose.ipynb` and `checker.ipynb`.

# %%
# %load_ext autoreload
# %autoreload 2
import jax
import jax.numpy as jnp
import numpy as np

from chainrule import checks
from chainrule.differences import directional_difference
from chainrule.figures import ps2 as figures
from chainrule.rules import exp_jvp, exp_vjp, tanh_jvp, tanh_vjp
from chainrule.rules import toy, toy_jvp, toy_vjp

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
edges = [
    ("x", "y", "square", r"$2x\,\bar{y}$"),
    ("y", "z", "sin", r"$\cos(y)\,\bar{z}$"),
    ("y", "u", "+", r"$\bar{u}$"),
    ("z", "u", "+", r"$\bar{u}$"),
    ("z", "t", "A", r"$A^T\bar{t}$"),
]
figures.graph(nodes, edges, "the toy function")

# %% [markdown]
# Forward and backward never met. Still they must agree, because
# $\bar y \cdot (J \dot x) = (J^T \bar y) \cdot \dot x$: the **pairing**
# of a cotangent with a tangent is the same number on either side of the
# function.

# %% tags=["look"]
x_dot = np.array([2.0, 3.0, 0.5])
u_dot, t_dot = toy_jvp(x, A, x_dot)
before = toy_vjp(x, A, (u_bar, t_bar)) @ x_dot
print(f"after the function:  {u_bar @ u_dot + t_bar @ t_dot:.12g}")
print(f"before the function: {before:.12g}")

# %% [markdown]
# ### Exercise ps2-paths (1 point, ★★☆, 3 min)
#
# Let a program repeat $y \leftarrow 3.7\, y\, (1 - y)$, fifty times. Every
# round uses $y$ twice. The chain rule, as you may have met it in calculus,
# sums over *all paths* from the input to the result.
#
# How many paths are there? And how many additions of cotangents does a
# backward pass make if it accumulates, as `toy_vjp` does? Adding two shares
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
# after fifty rounds the end has moved by 0.06. That is chaos.)
#
# Both columns apply the same chain rule. Accumulation is the distributive
# law: add what meets at a node first, then multiply *once* for the whole way
# that remains.

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
# The function that turns `y_bar` into `x_bar` is called the **pullback**.
# What should it keep from the forward pass? For $y = e^x$ the derivative is
# $y$ itself: keep the *output*. For $y = \tanh x$ it is $1 - y^2$: the
# output again. For $y = x^2$ it is $2 x$: keep the *input*.

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
same = np.array_equal(pullback(np.ones_like(many)), y_dot)
print("pulled equals pushed:", same)
print("bytes of y_dot:", y_dot.nbytes)

# %% [markdown]
# ## Summary
#
# - A JVP rule runs with the program and turns `x_dot` into $J \dot x$; a
#   VJP rule runs against it and turns `y_bar` into $J^T \bar y$. The
#   gradient of a scalar function is *one* VJP, or $n$ JVPs.
# - Where values fan out, cotangents accumulate, and one addition a node does
#   the work of all paths.
# - A rule stores what it needs to *apply* $J$, never $J$. And it does not
#   touch what belongs to its caller.

# %% [markdown]
# ## Further (optional, not graded)
#
# - `exp_vjp` keeps its output. If the caller writes into that array later,
#   the pullback breaks. Show it, then discuss who should copy.
# - Which of `np.sqrt`, `1 / x`, `np.sin` and `np.log` can keep their output
#   alone? Write the rules of those that can.
