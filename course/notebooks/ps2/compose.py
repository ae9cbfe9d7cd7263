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
# # Compose the rules, never the matrices
#
# **Goal.** You can find the transpose of a linear map without writing a
# matrix, pull back through a layer with a batch, and differentiate any chain
# of functions from their rules alone.
#
# **Your work.** Four cells here, one function in `chainrule/rules.py` and two
# in `chainrule/compose.py`: 10 points, about 50 minutes of work and a quarter
# of an hour to read and look. Section 4 uses your rules for exp and tanh from
# `rules.ipynb`.

# %%
# %load_ext autoreload
# %autoreload 2
import jax
import jax.numpy as jnp
import numpy as np

from chainrule import checks
from chainrule.compose import Primitive, jvp_chain, vjp_chain
from chainrule.figures import ps2 as figures
from chainrule.rules import exp_jvp, exp_vjp, sum_to_shape
from chainrule.rules import tanh_jvp, tanh_vjp

jax.config.update("jax_enable_x64", True)

# %% [markdown]
# ## 1. The transpose of a linear map
#
# A **linear map** $L$ pushes a tangent as it pushes a value, $\dot y =
# L \dot x$. Only its pullback takes thought: it applies the transpose
# $L^T$, and that needs no matrix. Write $\langle a, b \rangle = \sum_k a_k
# b_k$ for the pairing from `rules.ipynb`. The transpose is the one map with
#
# $$\langle u, L v \rangle = \langle L^T u, v \rangle \quad
# \text{for all } u, v.$$

# %% [markdown]
# Write out the left side, collect what multiplies $v_j$, and you have
# entry $j$ of $L^T u$. For $L v = \sum_j v_j$ the left side is $u \sum_j
# v_j$, so every $v_j$ is multiplied by $u$: the transpose of *sum* is
# *copy to all*. The other way round, the transpose of *copy* is *sum*.
# That is the fan-out of `rules.ipynb`: what was copied is added on the way
# back.

# %% [markdown]
# ### Exercise ps2-bingo (1 point, ★★☆, 6 min)
#
# Transpose bingo. Each map takes an `x` of six numbers. Find its transpose
# among the nine calls; `u` is the cotangent of the result. No matrices. Each
# full row of the card earns a third.
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
# ### Exercise ps2-transposes (2 points, ★★☆, 12 min)
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
# <details><summary>Hint 1 (slice and gather)</summary>
#
# Slicing and gathering read entries. Their transposes *write*, into an
# array of zeros. What if two readers read the same entry?
#
# </details>
# <details><summary>Hint 2 (convolution)</summary>
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
# ## 2. Broadcasting is a fan-out
#
# **Broadcasting** copies, and it copies silently. When `x` of shape
# `(3,)` meets a `(4, 3)` array, NumPy reads each entry of `x` four times.
# The line looks as if `x` were used once, but it is a fan-out of four.
# The pullback has to add the four shares, or `x_bar` arrives in the wrong
# shape. Worse, it may go on broadcasting, silently.
#
# ### Exercise ps2-sum-to (1 point, ★★☆, 8 min)
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
# ## 3. Inputs, weights and a batch
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
# printed last. Skip the options in brackets: `reduce_sum` over the rows for
# $c$ (the reshape and the second sum only undo how JAX broadcast $c$), and
# `dot_general`, a matrix product, for $W$ (then transposed) and for $X$.

# %% tags=["look"]
X, W, c = (rng.normal(size=s) for s in ((5, 4), (4, 3), (3,)))
Y_bar = rng.normal(size=(5, 3))
_, pullback = jax.vjp(lambda X, W, c: X @ W + c, X, W, c)
mine = (vjp_x(X, W, c, Y_bar), *vjp_w(X, W, c, Y_bar))
for name, ours, theirs in zip(("X", "W", "c"), mine, pullback(Y_bar)):
    print(f"{name}_bar {ours.shape!s:7}", np.allclose(ours, theirs))
print(jax.make_jaxpr(pullback)(Y_bar))

# %% [markdown]
# ## 4. To pull back is to compose
#
# A cotangent $\bar y$ is best seen as a question about the output: the
# linear function $v \mapsto \bar y \cdot v$. Ask that question *after*
# pushing a tangent through $f$, and you have a question about the input:
#
# $$\dot x \;\mapsto\; \bar y \cdot (J \dot x) = (J^T \bar y) \cdot \dot x.$$
#
# So the VJP $J^T \bar y$ is the composition "$\bar y$ after $J$", written
# as an array. With $\bar y = (1, 0)$ you ask "what is output 1?", and
# $J^T \bar y$ holds the slopes of output 1. Composing is something that can
# be repeated, function after function.

# %% [markdown]
# ### A chain
#
# Let $f = f_k \circ \dots \circ f_1$, with Jacobians $J_1, \dots, J_k$,
# each *at the input that its function received*. Then
#
# $$\dot y = J_k \cdots (J_2\,(J_1 \dot x)), \qquad
# \bar x = J_1^T\,(J_2^T \cdots (J_k^T \bar y)).$$
#
# Only vectors ever appear. The tangent travels with the program and needs
# no memory of it. The cotangent travels against it, so it cannot start
# before the last function is done: every function leaves a pullback
# behind.

# %% [markdown]
# A `Primitive` bundles a function with its two rules:
#
# | field | takes | returns |
# | --- | --- | --- |
# | `apply` | `x` | `y` |
# | `jvp` | `x, x_dot` | `y, y_dot` |
# | `vjp` | `x` | `y, pullback` |
#
# Here are two from your rules, and a function that makes one from a matrix.


# %% tags=["look"]
def multiply(A):
    return Primitive(
        lambda x: A @ x,
        lambda x, x_dot: (A @ x, A @ x_dot),
        lambda x: (A @ x, lambda y_bar: A.T @ y_bar),
    )


tanh = Primitive(np.tanh, tanh_jvp, tanh_vjp)
exp = Primitive(np.exp, exp_jvp, exp_vjp)

# %% [markdown]
# ### Exercise ps2-jvp-chain (1 point, ★☆☆, 4 min)
#
# Write `jvp_chain` in `chainrule/compose.py`. Value and tangent travel
# side by side.

# %% nbgrader={"grade_id": "ps2-jvp-chain-check"}
checks.run("ps2-jvp-chain", jvp_chain)

# %% [markdown]
# ### Exercise ps2-vjp-chain (2 points, ★★☆, 8 min)
#
# Write `vjp_chain` in `chainrule/compose.py`: one sweep forward, which
# collects the pullbacks, and a function that runs them in the order in
# which a cotangent needs them.
#
# <details><summary>Hint</summary>
#
# Collect the pullbacks themselves in a list. A `lambda` that is made in a
# loop does not remember the loop's variable as it was; it looks it up
# later, when the loop is over.
#
# </details>

# %% nbgrader={"grade_id": "ps2-vjp-chain-check"}
checks.run("ps2-vjp-chain", vjp_chain)

# %% [markdown]
# The derivative of $e^{\tanh x}$ at four points, from two rules that have
# never heard of each other. The chain acts entry by entry, so tangents of
# ones give the derivatives at all four points at once. (`jax.vmap` lets a
# function of one number run on an array of them.)

# %% tags=["look"]
points = np.array([-1.0, 0.0, 0.5, 2.0])
y, y_dot = jvp_chain([tanh, exp], points, np.ones(4))
y, pullback = vjp_chain([tanh, exp], points)
print("pushed:", y_dot)
print("pulled:", pullback(np.ones(4)))
derivative = jax.vmap(jax.grad(lambda x: jnp.exp(jnp.tanh(x))))
print("JAX:   ", derivative(points))

# %% [markdown]
# The list may be as long as you like. A hundred layers, from 50 numbers
# to 50 numbers:

# %% tags=["look"]
rng = np.random.default_rng(0)
layers = []
for _ in range(100):
    layers += [multiply(rng.normal(size=(50, 50)) / np.sqrt(50)), tanh]
x, x_dot, y_bar = rng.normal(size=(3, 50))
y, y_dot = jvp_chain(layers, x, x_dot)
y, pullback = vjp_chain(layers, x)
print(f"pairing after the chain:  {y_bar @ y_dot:.15g}")
print(f"pairing before the chain: {pullback(y_bar) @ x_dot:.15g}")

# %% [markdown]
# ### Not everything is a chain
#
# $y = x^2 \sin x$ uses $x$ twice, and the two results meet in a product.
# That is a graph with branches: a **DAG**, for *directed acyclic graph*.
# A list of functions cannot say it, but the rules need no list.
#
# $$a = x^2, \quad s = \sin x, \quad y = a \odot s.$$
#
# The product gives $s \odot \bar y$ to $a$ and $a \odot \bar y$ to $s$.
# Each branch pulls its share back to $x$, and there the shares are added.

# %% [markdown]
# ### Exercise ps2-dag (1 point, ★☆☆, 5 min)
#
# Write the rule for $y = x^2 \sin x$, entry by entry. Keep both branches
# visible in your code; do not simplify the derivative on paper first.


# %% nbgrader={"grade_id": "ps2-dag"}
def product_vjp(x):
    """Return y = x^2 sin x and its pullback: all of shape (...)."""
    ### BEGIN SOLUTION ps2-dag
    a, s = x**2, np.sin(x)

    def pullback(y_bar):
        a_bar, s_bar = y_bar * s, y_bar * a
        return 2 * x * a_bar + np.cos(x) * s_bar

    return a * s, pullback
    ### END SOLUTION


# %% nbgrader={"grade_id": "ps2-dag-check"}
checks.run("ps2-dag", product_vjp)

# %% [markdown]
# On the graph, with $\bar y = 1$, look at the two factors: the cotangent of
# each is the value of the other.

# %% tags=["look"]
x = 1.3
(y, pullback), a, s = product_vjp(x), x**2, np.sin(x)
print(pullback(1.0))
nodes = {
    "x": (0, 0.5, x, pullback(1.0)),
    "a": (1, 0, a, s),
    "s": (1, 1, s, a),
    "y": (2, 0.5, y, 1.0),
}
edges = [
    ("x", "a", "square", r"$2x\,\bar{a}$"),
    ("x", "s", "sin", r"$\cos(x)\,\bar{s}$"),
    ("a", "y", "times", r"$s\,\bar{y}$"),
    ("s", "y", "times", r"$a\,\bar{y}$"),
]
figures.graph(nodes, edges, "y = x² sin x at 1.3")

# %% [markdown]
# ## Summary
#
# - Copying and summing are each other's transposes. Hence fan-out,
#   broadcasting, repeated indices and shared weights all mean one thing
#   on the way back: add.
# - To pull a cotangent back through $f$ is to compose it with $J$. A
#   chain of rules composes the same way, and only vectors appear.

# %% [markdown]
# ## Further (optional, not graded)
#
# - `np.linalg.solve(A, b)` is linear in $b$. Find its transpose from
#   $\langle u, A^{-1} b \rangle$. What would you do on the way back with a
#   factorization of $A$ that the forward pass already paid for?
# - Find the transposes of `np.sort` (at a fixed order), `np.fft.fft`, and
#   of the blur-and-rotate of problem set 1 in the ink of the digit.
# - `vjp_chain` keeps every pullback until the end. Which of them could be
#   dropped earlier if the pullback were called only once?
