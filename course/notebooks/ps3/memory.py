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
# # Memory is the other currency
#
# **Goal.** You can say how many numbers a derivative holds at its peak, buy
# memory back with time, see both modes in one sparse matrix, and let known
# zeros save pushes.
#
# **Your work.** Three functions in `chainrule/cost.py`, three cells here, one
# written answer: 14 points, about 62 minutes of work and ten to read
# and look. `count.py` is given: its arrays count the numbers that are alive,
# beside the multiplications of `cost.ipynb`.

# %%
# %load_ext autoreload
# %autoreload 2
import jax
import jax.numpy as jnp
import numpy as np

from chainrule import checks, show
from chainrule.compose import Primitive, jvp_chain
from chainrule.cost import checkpointed_vjp, forward_memory, reverse_memory
from chainrule.count import Counter
from chainrule.figures import ps3 as figures

jax.config.update("jax_enable_x64", True)

# %% [markdown]
# ## 1. What must be alive
#
# A chain of $L$ steps takes $x_{l-1}$, of $d_{l-1}$ numbers, to $x_l$, of
# $d_l$ numbers; $d_0, \dots, d_L$ are its **widths**. Step $l$ has the
# Jacobian $J_l$ of shape $(d_l, d_{l-1})$, and the chain has $J = J_L \cdots
# J_1$: forward mode multiplies from the right, reverse mode from the left.
#
# Each $J_l$ is taken at $x_{l-1}$. Forward mode meets these points in the
# order in which it needs them, and forgets them. Reverse mode needs the
# last one first, so it keeps them all.

# %% [markdown]
# How many numbers are alive at the peak? That depends on what an
# implementation holds. Two models:
#
# - **"dense"**: Jacobians are matrices. A product needs both factors *and
#   a buffer that receives the result*.
# - **"vectors"**: only activations and one tangent or cotangent. A step's
#   rule acts on them without a matrix.

# %% [markdown]
# ### Exercise ps3-memory (3 points, ★★☆, 10 min)
#
# Write `forward_memory(widths, model)` and `reverse_memory(widths, model)`
# in `chainrule/cost.py`. The docstrings say what is alive at each step.
#
# A formula you may meet for the dense forward peak is
# $(d_0 + 1) \max_l d_l + \max_l d_l d_{l-1}$. For widths $(10, 10, 10)$
# it says 210. Test yours there before you believe it.
#
# <details><summary>Hint</summary>
#
# Make a table on paper for $(10, 10, 10)$: a row for each step, a column
# each for activations, $J_l$, product so far, buffer. Add up the rows.
#
# </details>

# %% nbgrader={"grade_id": "ps3-memory-check"}
checks.run("ps3-memory", forward_memory, reverse_memory)

# %% [markdown]
# The counter sees every number that is alive. Here are both modes, dense,
# on linear steps $x \mapsto W x$. The weights are plain arrays: they
# belong to the program, not to the derivative.


# %% tags=["look"]
def dense_forward(x, weights, counter):
    product = counter.array(weights[0])
    for k in range(1, len(weights)):
        x = weights[k - 1] @ x
        J = counter.array(weights[k])
        product = J @ product
        del J


# %% tags=["look"]
def dense_reverse(x, weights, counter):
    stored = [x]
    del x
    for W in weights[:-1]:
        stored.append(W @ stored[-1])
    product = counter.array(weights[-1])
    for W in reversed(weights[:-1]):
        stored.pop()
        J = counter.array(W)
        product = product @ J
        del J


# %% tags=["look"]
print("dense: counted (forward, reverse), yours; then yours for vectors")
for widths in ((10, 10, 10), (2, 3, 5, 7), (784, 128, 64, 10, 1)):
    weights = [np.ones(pair) for pair in zip(widths[1:], widths)]
    peaks = []
    for run in (dense_forward, dense_reverse):
        counter = Counter()
        run(counter.array(np.ones(widths[0])), weights, counter)
        peaks.append(counter.peak)
    said = [f(widths, "dense") for f in (forward_memory, reverse_memory)]
    slim = [f(widths, "vectors") for f in (forward_memory, reverse_memory)]
    print(f"{widths!s:23}", *(f"{pair!s:17}" for pair in (peaks, said, slim)))

# %% [markdown]
# So 310, both ways: two matrices cannot be multiplied in place. Without
# matrices the peak of the last chain, a classifier with 784 inputs and one
# loss, drops in reverse mode from 102 048 numbers to 987. Products with
# vectors save memory, not only time.
#
# What stays is the price of *depth*. In the vector model, forward mode
# needs twice the largest width, however deep the chain; reverse mode needs
# the sum of all widths. A wide, shallow program hardly notices. A
# simulation of a thousand time steps does.

# %% [markdown]
# ### Trading time for memory
#
# An activation that was thrown away can be computed again. Cut the chain
# into equal **segments** and store only each segment's input, a
# **checkpoint**. On the way back, rebuild one segment's activations, use
# them, drop them, and go on to the segment before.
#
# Take 64 steps in 8 segments. When the forward pass ends, 8 checkpoints
# are stored, and 7 more activations inside the last segment: 15 instead
# of 64. On the way back each of the other 7 segments recomputes 7 steps:
# 49 in all.

# %% [markdown]
# ### Exercise ps3-checkpoint (4 points, ★★★, 22 min)
#
# Write `checkpointed_vjp(functions, x, segments)` in `chainrule/cost.py`.
# The check watches three things: the value, the activations alive at the
# peak (two more may be at work), and the calls of `apply` beyond the first
# 64. On top of these, each step needs one call of `vjp`. The pullback is
# called once, so let go of what it has used.
#
# <details><summary>Hint</summary>
#
# Keep one list of activations for each segment. In all but the last it
# holds one entry when the forward pass ends. The pullback takes the last
# list, fills it up, and empties it from the end.
#
# </details>
# <details><summary>Hint</summary>
#
# An array lives as long as any name or list holds it. `list.pop()` hands
# one over and forgets it. Which variables of an enclosing function still
# remember one?
#
# </details>

# %% nbgrader={"grade_id": "ps3-checkpoint-check"}
checks.run("ps3-checkpoint", checkpointed_vjp)

# %% [markdown]
# Watch the memory of a run, operation by operation: 64 sines of a vector
# of 1000 entries. One segment is plain reverse mode. A few numbers above
# 64 and 15 (the thin lines) are the output, the cotangents and the work in
# hand. Forward mode shows 5, not 2, for the same reason: $f(x)$, its slope
# and a product are alive while a step works.


# %% tags=["look"]
def step(f, slope):
    return Primitive(
        f,
        lambda x, x_dot: (f(x), slope(x) * x_dot),
        lambda x: (f(x), lambda y_bar: slope(x) * y_bar),
    )


deep = [step(np.sin, np.cos)] * 64
ones = np.ones(1000)


# %% tags=["look"]
def run_reverse(segments):
    counter = Counter()
    run = checkpointed_vjp(deep, counter.array(ones), segments)
    run[1](counter.array(ones))
    return counter


counter = Counter()
jvp_chain(deep, counter.array(ones), counter.array(ones))
figures.memory(
    {
        "reverse, 1 segment": np.array(run_reverse(1).history) / 1000,
        "8 segments": np.array(run_reverse(8).history) / 1000,
        "forward": np.array(counter.history) / 1000,
    }
)

# %% [markdown]
# How many segments are best? The counter lists every sine, so the steps
# that ran twice show, too: what is left of the sines after 64 forward and
# 64 in `vjp`. (If you rebuild a segment with `vjp` itself, you see 0 here
# and a few numbers more at the peak: see the end of the notebook.)

# %% tags=["look"]
print("segments  peak of all live numbers  s + 64/s - 1  steps recomputed")
for s in (1, 2, 4, 8, 16, 32, 64):
    counter = run_reverse(s)
    again = counter.calls["sin"] // 1000 - 128
    peak = counter.peak / 1000
    print(f"{s:8} {peak:25.0f} {s + 64 // s - 1:13} {again:17}")

# %% [markdown]
# ### Exercise ps3-why-memory (2 points, ★★☆, 6 min)
#
# (a) Find the number of segments that makes $s + L / s - 1$ smallest, and
# the peak it leaves. What does that do to a chain of 10 000 steps?
# (b) Bound the number of recomputed steps by a multiple of $L$.
# (c) Forward mode never needs any of this. Why not use it for the
# gradient of a network?

# %% [markdown] nbgrader={"grade_id": "ps3-why-memory"}
# ### BEGIN SOLUTION ps3-why-memory
# (a) The derivative $1 - L / s^2$ vanishes at $s = \sqrt L$, which leaves
# $2 \sqrt L - 1$ activations. For 10 000 steps: 100 segments and 199
# activations in place of 10 000.
#
# (b) $(s - 1)(L / s - 1) < L$: at most one more forward pass.
#
# (c) One forward sweep pushes one tangent and yields one directional
# derivative. A gradient with respect to $n$ inputs takes $n$ sweeps, and
# a network has as many inputs as weights. Reverse mode needs one sweep and
# pays with memory; checkpointing lowers that payment for the time of
# about one more forward pass.
#
# **Marking scheme (2 points)**
# - Half a point: $\sqrt L$ and about $2 \sqrt L$, with 199 or "about 200".
# - Half a point: less than one additional forward pass.
# - 1 point: one sweep for each input against one for each output. Half a
#   point if the number of sweeps is missing.
# ### END SOLUTION

# %% [markdown]
# ## 2. One triangular system
#
# Programs need not be chains. Write one down a line at a time, each line
# using earlier ones, and put the partial derivative beside each use:
#
# | line | program | partial derivatives |
# | --- | --- | --- |
# | 0 | $v_0$ = input | |
# | 1 | $v_1$ = input | |
# | 2 | $v_2 = v_0 v_1$ | $\partial v_2 / \partial v_0 = v_1$, $\partial v_2 / \partial v_1 = v_0$ |
# | 3 | $v_3 = \sin v_2$ | $\partial v_3 / \partial v_2 = \cos v_2$ |
# | 4 | $v_4 = v_2 + v_1$ | $\partial v_4 / \partial v_2 = 1$, $\partial v_4 / \partial v_1 = 1$ |
# | 5 | $v_5 = v_3 v_4$ | $\partial v_5 / \partial v_3 = v_4$, $\partial v_5 / \partial v_4 = v_3$ |

# %% tags=["look"]
a, b = 0.7, 1.9
v2 = a * b
v3, v4 = np.sin(v2), v2 + b
lines = [
    (),
    (),
    ((0, b), (1, a)),
    ((2, np.cos(v2)),),
    ((2, 1.0), (1, 1.0)),
    ((3, v4), (4, v3)),
]

# %% [markdown]
# Let $c_{ij}$ be the partial derivative of line $i$ with respect to
# $v_j$. Each line is one linear equation between tangents,
# $\dot v_i - \sum_{j < i} c_{ij} \dot v_j = s_i$, where the **seed** $s_i$
# moves line $i$ from outside: 1 for the input you wiggle, else 0.
# All $k$ lines together are
#
# $$\underset{(k, k)}{T}\; \dot v = s, \qquad T = I - C,$$
#
# lower triangular with ones on its diagonal.
#
# The output, line $o$, moves by $e_o^\top \dot v = e_o^\top T^{-1} s$. So
# the row $\bar v^\top = e_o^\top T^{-1}$ holds what each seed does to the
# output, and it solves $T^\top \bar v = e_o$. That is reverse mode. No new
# rule is needed.

# %% [markdown]
# ### Exercise ps3-system (1 point, ★☆☆, 4 min)
#
# Write the matrix, for looking at. A line may name the same earlier line
# twice, as $v_1 v_1$ does.


# %% nbgrader={"grade_id": "ps3-system"}
def matrix_of(lines):
    """Return the (k, k) matrix T = I - C of a program.

    Args:
        lines: (k,) list; entry i is a tuple of pairs (j, c): line i uses
            v_j, with j < i, and c is its partial derivative there.
    """
    ### BEGIN SOLUTION ps3-system
    T = np.eye(len(lines))
    for i, uses in enumerate(lines):
        for j, c in uses:
            T[i, j] -= c
    return T
    ### END SOLUTION


# %% nbgrader={"grade_id": "ps3-system-check"}
checks.run("ps3-system", matrix_of)

# %% [markdown]
# ### Exercise ps3-solves (2 points, ★★☆, 8 min)
#
# Now both solves, *without* the matrix, straight from the lines. The check
# has a program of 20 000 lines (its matrix would take 3.2 gigabytes), and
# grading a longer one. Neither function changes its seed.


# %% nbgrader={"grade_id": "ps3-solves"}
def forward_substitution(lines, seed):
    """Solve T v_dot = seed, first line first; seed and v_dot are (k,)."""
    ### BEGIN SOLUTION ps3-solves
    v_dot = np.array(seed, dtype=float)
    for i, uses in enumerate(lines):
        for j, c in uses:
            v_dot[i] += c * v_dot[j]
    return v_dot
    ### END SOLUTION


def back_substitution(lines, seed):
    """Solve T^T v_bar = seed, last line first; seed and v_bar are (k,)."""
    ### BEGIN SOLUTION ps3-solves
    v_bar = np.array(seed, dtype=float)
    for i in reversed(range(len(lines))):
        for j, c in lines[i]:
            v_bar[j] += c * v_bar[i]
    return v_bar
    ### END SOLUTION


# %% nbgrader={"grade_id": "ps3-solves-check"}
checks.run("ps3-solves", forward_substitution, back_substitution)

# %% [markdown]
# Read the matrix by rows and you follow the program forward. Read it by
# columns, from the right, and you meet for each value all of its uses:
# that is why reverse mode accumulates.

# %% tags=["look"]
T = matrix_of(lines)
show.jacobian(T, "T = I - C", "line i", "uses line j")
columns = [forward_substitution(lines, seed)[5] for seed in np.eye(6)[:2]]
gradient = back_substitution(lines, np.eye(6)[5])[:2]
f = lambda x: jnp.sin(x[0] * x[1]) * (x[0] * x[1] + x[1])
print("two forward solves", np.array(columns))
print("one back solve    ", gradient)
print("jax.grad          ", jax.grad(f)(np.array([a, b])))

# %% [markdown]
# Forward mode is forward substitution, reverse mode is back substitution
# with the transpose. Same matrix, same multiplications for each solve: one
# for each use. One seed for each input or one for each output: that is
# all the difference, as it was for the sweeps of `cost.ipynb`.

# %% [markdown]
# ## 3. A thousand columns in three pushes
#
# A Jacobian with $n$ columns takes $n$ pushes, if nothing is known about
# it. Often its zeros are known. Take a rod whose $n$ points only feel
# their neighbors: row $i$ is zero outside of columns $i - 1$, $i$,
# $i + 1$. Columns 0 and 3 never meet in a row. So push both at once:
# their entries arrive at different outputs, and you can tell them apart.

# %% tags=["look"]
figures.colored(12, 1)

# %% [markdown]
# Such a grouping is called a **coloring**: columns of one color share no
# row. Three colors do for three diagonals, whatever $n$ is.

# %% [markdown]
# ### Exercise ps3-banded (2 points, ★★☆, 12 min)
#
# Recover a Jacobian with $J_{ij} = 0$ for $|i - j| > w$ from $2 w + 1$
# pushes. Return its bands, not the matrix: grading has $n = 20\,000$, too
# many for a matrix. `push` is all you get, so there is no $f$ to difference.
#
# <details><summary>Hint</summary>
#
# Push the seed that is 1 at $k, k + c, k + 2c, \dots$ with $c = 2w + 1$.
# Output $i$ of this push is $J_{ij}$ for the one such $j$ with
# $|i - j| \le w$, or 0 if there is none. Draw $n = 5$, $w = 1$: at $k = 2$,
# output 0 hears nothing.
#
# </details>


# %% nbgrader={"grade_id": "ps3-banded"}
def banded_jacobian(push, n, w):
    """Return the bands of a Jacobian from few pushes.

    Args:
        push: Function from x_dot: (n,) to y_dot = J x_dot: (n,).
        n: () number of inputs, and of outputs.
        w: () bandwidth: J[i, j] is 0 unless |i - j| <= w.

    Returns:
        bands: (2 w + 1, n) with bands[w + i - j, j] = J[i, j], and 0
            where i is no row of J.
    """
    ### BEGIN SOLUTION ps3-banded
    width = 2 * w + 1
    bands = np.zeros((width, n))
    for color in range(width):
        seed = np.zeros(n)
        seed[color::width] = 1.0
        y_dot = np.pad(push(seed), w)
        for j in range(color, n, width):
            bands[:, j] = y_dot[j : j + width]
    return bands
    ### END SOLUTION


# %% nbgrader={"grade_id": "ps3-banded-check"}
checks.run("ps3-banded", banded_jacobian)


# %% tags=["look"]
def rod(x):  # a hot rod: conduction, and radiation at every point
    padded = jnp.pad(x, 1)
    return padded[2:] - 2 * x + padded[:-2] - 0.1 * x**4


def push(x_dot):
    push.calls += 1
    return np.asarray(jax.jvp(rod, (temperatures,), (x_dot,))[1])


temperatures = np.linspace(1.0, 2.0, 1000)
push.calls = 0
bands = banded_jacobian(push, 1000, 1)
J = np.asarray(jax.jacfwd(rod)(temperatures))
found = [np.diag(J, 1), np.diag(J), np.diag(J, -1)]
wanted = [bands[0, 1:], bands[1], bands[2, :-1]]
same = all(np.allclose(a, b) for a, b in zip(found, wanted))
print(push.calls, "pushes; the same as 1000:", same)

# %% [markdown]
# A thousand columns, three pushes. The matrix with its million entries was
# built for the comparison alone. Look at a program's structure before you
# pay for its derivative.
#
# ## Summary
#
# - Reverse mode pays with memory that grows with depth. Checkpoints cut it
#   to about $2 \sqrt L$ activations for less than one more forward pass.
# - Both modes solve one sparse triangular system.
# - Known zeros let many columns share a push.

# %% [markdown]
# ## Further (optional, not graded)
#
# - `vjp` returns $y$ as well. Use it, and checkpointing needs only 56
#   calls of `apply` for 64 steps in 8 segments. Where did the others go?
# - Cut each segment into segments again. With $r$ levels, how does the
#   peak grow with $L$?
# - Color the columns of a Jacobian with an arrow's shape: first row, first
#   column and diagonal. How many pushes? How many if you may also pull?
