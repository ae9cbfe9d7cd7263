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
# # Parentheses set the price
#
# **Goal.** You can say what a derivative costs before you run it, in
# multiplications and in memory, choose the order that suits a chain, and
# prove the choice by counting.
#
# **Your work.** Six functions in `chainrule/cost.py`, seven cells here, two
# written answers: 28 points, about 75 minutes. `count.py` is given: its
# arrays count what your code does to them.

# %%
# %load_ext autoreload
# %autoreload 2
import jax
import jax.numpy as jnp
import numpy as np

from chainrule import checks, show
from chainrule.compose import Primitive, jvp_chain
from chainrule.cost import best_cost, checkpointed_vjp, forward_cost
from chainrule.cost import forward_memory, reverse_cost, reverse_memory
from chainrule.count import Counter
from chainrule.figures import ps3 as figures

jax.config.update("jax_enable_x64", True)

# %% [markdown]
# ## 1. One product, many prices
#
# A chain of $L$ steps passes a vector along, and step $l$ turns $d_{l-1}$
# numbers into $d_l$. So its Jacobian is a product of matrices,
#
# $$J = J_L\,J_{L-1} \cdots J_1, \qquad J_l \text{ of shape }
# (d_l, d_{l-1}),$$
#
# and $d_0, \dots, d_L$ are the **widths**. Forward mode starts at the
# input: $J_3 (J_2 J_1)$. Reverse mode starts at the output:
# $(J_3 J_2) J_1$. Same matrix, since matrix products are associative.
#
# **The model.** Multiplications cost, additions are free. A product of
# shapes $(m, k)$ and $(k, n)$ takes $m k n$ multiplications.

# %% [markdown]
# A counted array is used like any other. Its `Counter` keeps the books.

# %% tags=["look"]
shapes = ((3, 2), (5, 3), (7, 5))  # widths 2, 3, 5, 7
counter = Counter()
J1, J2, J3 = (counter.array(np.ones(shape)) for shape in shapes)
J3 @ (J2 @ J1)
first = counter.multiplications
(J3 @ J2) @ J1
print("forward", first, " reverse", counter.multiplications - first)

# %% [markdown]
# ### Exercise ps3-costs (2 points, ★☆☆, 6 min)
#
# Write `forward_cost(widths)` and `reverse_cost(widths)` in
# `chainrule/cost.py`, for any number of steps. Nothing is multiplied
# there: the widths are enough.
#
# <details><summary>Hint</summary>
#
# Write down the shape of what you hold after each product. In forward
# mode it keeps its number of columns throughout. Which number is that?
#
# </details>

# %% nbgrader={"grade_id": "ps3-costs-check"}
checks.run("ps3-costs", forward_cost, reverse_cost)

# %% [markdown]
# A classifier with 784 inputs, two hidden layers and one loss:

# %% tags=["look"]
network = (784, 128, 64, 10, 1)
print("forward", forward_cost(network), " reverse", reverse_cost(network))
print("forward / reverse", forward_cost(network) / reverse_cost(network))

# %% [markdown]
# Sixty-three times. That factor is why training uses reverse mode.
#
# ### Exercise ps3-errata (1 point, ★☆☆, 4 min)
#
# You may meet this derivation of the forward cost. One step is wrong:
#
# > The first product, $J_2 J_1$, takes $d_2 d_1 d_0$. It leaves a $d_2
# > \times d_0$ matrix, which a $d_3 \times d_2$ one multiplies from the
# > left. This takes $d_2 d_1 d_0$ operations. In all,
# > $d_0 \sum_{l=2}^{L} d_l d_{l-1}$ *floating point operations*.
#
# Repair it and prove your repair. Run both products on counted arrays and
# return what the counter says of each. (The last words are wrong as well:
# additions are floating point operations, too, and here nobody counts
# them.)


# %% nbgrader={"grade_id": "ps3-errata"}
def two_products(d0, d1, d2, d3):
    """Return two counts: for J2 @ J1, then for J3 @ (J2 @ J1) alone."""
    ### BEGIN SOLUTION ps3-errata
    counter = Counter()
    shapes = ((d1, d0), (d2, d1), (d3, d2))
    J1, J2, J3 = (counter.array(np.ones(shape)) for shape in shapes)
    product = J2 @ J1
    first = counter.multiplications
    product = J3 @ product
    return first, counter.multiplications - first
    ### END SOLUTION


# %% nbgrader={"grade_id": "ps3-errata-check"}
checks.run("ps3-errata", two_products)

# %% [markdown]
# ### Sweeps
#
# Forward mode in practice never holds $J_1$. It pushes one-hot tangents
# $e_1, e_2, \dots$ through the steps, and each such **sweep** yields a
# column of $J$. Reverse mode pulls one-hot cotangents back, and each
# yields a row.
#
# ### Exercise ps3-predict-sweeps (1 point, ★☆☆, 2 min)
#
# Bracketings of matrices cost 100 and 147 for the widths $(2, 3, 5, 7)$.
# Predict what all the sweeps cost that make $J$: forward, then reverse.
# Every step multiplies its Jacobian by a vector, the first step too.

# %% nbgrader={"grade_id": "ps3-predict-sweeps"}
predicted_sweeps = None  # a tuple of two whole numbers
### BEGIN SOLUTION ps3-predict-sweeps
predicted_sweeps = 2 * (6 + 15 + 35), 7 * (35 + 15 + 6)
### END SOLUTION

# %% nbgrader={"grade_id": "ps3-predict-sweeps-check"}
checks.run("ps3-predict-sweeps", predicted_sweeps)

# %% tags=["look"]
before = counter.multiplications
columns = [J3 @ (J2 @ (J1 @ x_dot)) for x_dot in np.eye(2)]
between = counter.multiplications
rows = [((y_bar @ J3) @ J2) @ J1 for y_bar in np.eye(7)]
print("forward sweeps", between - before)
print("reverse sweeps", counter.multiplications - between)

# %% [markdown]
# A sweep multiplies by zeros and does not know it. Price lists of sweeps
# and of bracketings differ, so say which one you mean. For reverse sweeps
# the difference is large here, 392 against 147: seven rows, each of which
# multiplies $J_3$ in full.
#
# JAX's `jacfwd` runs $n$ forward sweeps at once, `jacrev` runs $m$ reverse
# sweeps. Let its compiler XLA count operations, additions included, for
# $f: \mathbb{R}^n \to \mathbb{R}^m$ with 32 hidden units. Before you look:
# where do the two modes meet?


# %% tags=["look"]
def operations(mode, n, m):
    B, A = np.ones((32, n)), np.ones((m, 32))
    program = jax.jit(mode(lambda x: A @ jnp.tanh(B @ x)))
    return program.lower(np.ones(n)).cost_analysis()["flops"]


sizes = (1, 6, 36, 216)
ratio = [
    [
        operations(jax.jacfwd, n, m) / operations(jax.jacrev, n, m)
        for m in sizes
    ]
    for n in sizes
]
figures.crossover(sizes, np.array(ratio))

# %% [markdown]
# They meet on the diagonal. For one hidden layer the choice is simple:
# count your inputs, count your outputs, seed the fewer.

# %% [markdown]
# ## 2. A polygon that knows all bracketings
#
# With more steps there are other choices, such as $(J_4 J_3)(J_2 J_1)$.
# To see them all at once, put the widths at the corners of a polygon.
# Side $(d_{l-1}, d_l)$ is $J_l$. One side is left over, $(d_0, d_L)$: the
# product.
#
# Two neighboring sides are two matrices that can be multiplied. The
# product is the third side of their triangle, and it costs the product of
# the triangle's corners. So **a bracketing is a way to cut the polygon
# into triangles**, and its price is the sum over the triangles.

# %% tags=["look"]
figures.triangulations(
    (5, 10, 3, 12, 5),
    {
        "forward": (4, (3, (2, 1))),
        "reverse": (((4, 3), 2), 1),
        "mixed": ((4, 3), (2, 1)),
    },
)

# %% [markdown]
# Forward mode is the **fan** from the corner $d_0$: each of its products
# has $d_0$ columns. Reverse mode is the fan from the corner $d_L$. They
# are two of the many ways, and on this chain both lose.

# %% [markdown]
# ### Exercise ps3-best (4 points, ★★★, 10 min)
#
# Write `best_cost(widths)`: the least cost, and an order that has it. An
# order is written like the product, in nested pairs: `((4, 3), (2, 1))`.
#
# <details><summary>Hint</summary>
#
# Some triangle sits on the side $(d_0, d_L)$. Its third corner $d_j$ is
# where the *last* product splits the chain. What is left on either side is
# a smaller polygon.
#
# </details>
# <details><summary>Hint</summary>
#
# Write a function of two corners $i < k$ that returns cost and order of
# $J_k \cdots J_{i+1}$. It tries every $j$ between. Smaller polygons come
# up again and again: let `functools.cache` remember them.
#
# </details>

# %% nbgrader={"grade_id": "ps3-best-check"}
checks.run("ps3-best", best_cost)

# %% [markdown]
# Now all 429 bracketings of one chain of eight steps, sorted by cost. How
# unusual are the two modes that everybody uses?

# %% tags=["look"]
chain = (30, 4, 50, 3, 60, 5, 40, 2, 20)
marks = {"forward": forward_cost(chain), "reverse": reverse_cost(chain)}
marks["best"] = best_cost(chain)[0]
figures.bracketings(chain, marks)

# %% [markdown]
# Right in the middle: 166 bracketings beat reverse mode, 243 beat forward
# mode. The best is 7 and 10 times cheaper.
#
# ### Exercise ps3-multiply (2 points, ★★☆, 4 min)
#
# A price list is only paper until something is bought. Write
# `multiply(jacobians, order)`, which really multiplies in the given
# order. The check hands in counted arrays and compares the counter with
# the price.


# %% nbgrader={"grade_id": "ps3-multiply"}
def multiply(jacobians, order):
    """Multiply Jacobians in a given order.

    Args:
        jacobians: (L,) list; jacobians[0] is J_1, of shape (d_1, d_0).
        order: Nested pairs of the numbers L to 1, as in best_cost; one
            number if there is nothing to multiply.

    Returns:
        jacobian: (d_L, d_0) product J_L ... J_1.
    """
    ### BEGIN SOLUTION ps3-multiply
    if not isinstance(order, tuple):
        return jacobians[order - 1]
    late, early = order
    return multiply(jacobians, late) @ multiply(jacobians, early)
    ### END SOLUTION


# %% nbgrader={"grade_id": "ps3-multiply-check"}
checks.run("ps3-multiply", multiply)

# %% tags=["look"]
print("widths                   forward  reverse     best  counted")
for widths in (
    (2, 3, 5, 7),
    (10, 1, 10, 1, 10),
    (5, 10, 3, 12, 5),
    (20, 1, 20, 3, 1),
    (3, 50, 2, 50, 3),
    (784, 128, 64, 10, 1),
):
    cost, order = best_cost(widths)
    counter = Counter()
    pairs = zip(widths[1:], widths)
    multiply([counter.array(np.ones(pair)) for pair in pairs], order)
    row = forward_cost(widths), reverse_cost(widths), cost
    row += (counter.multiplications,)
    print(f"{widths!s:23}", *(f"{number:8}" for number in row))

# %% [markdown]
# The network's best order *is* reverse mode. But $(20, 1, 20, 3, 1)$ has a
# single output as well, and reverse mode is not best: "always reverse for
# a scalar" is false as it stands. What is true?
#
# **Flip** a diagonal: take the two triangles that share it, a
# quadrilateral, and cut it the other way. Below, each picture is one flip
# away from the one before.

# %% tags=["look"]
figures.triangulations(
    (4, 3, 5, 2, 6, 1),
    {
        "start": (5, ((4, 3), (2, 1))),
        "one flip": ((5, (4, 3)), (2, 1)),
        "two flips": (((5, 4), 3), (2, 1)),
        "reverse": ((((5, 4), 3), 2), 1),
    },
)

# %% [markdown]
# Each flip puts one more diagonal into the corner $d_L = 1$, and each
# lowers the price. Follow one flip: a diagonal joins corners of widths
# $a$ and $c$. The triangle on its one side has a third corner of width
# $b$, the triangle on its other side has the corner $d_L = 1$. Before the
# flip the two triangles cost $a b c + a c$.

# %% [markdown]
# ### Exercise ps3-why-fan (2 points, ★★☆, 5 min)
#
# Prove: *if $d_L = 1$ and every other width is at least 2, reverse mode
# is the cheapest bracketing, and the only one.* (a) What does the
# quadrilateral cost after the flip? Show that the price falls. (b) Why
# does it follow for whole triangulations? (c) Where does your proof break
# for $(20, 1, 20, 3, 1)$?

# %% [markdown] nbgrader={"grade_id": "ps3-why-fan"}
# ### BEGIN SOLUTION ps3-why-fan
# (a) The new diagonal joins $b$ with $d_L$; the new triangles cost
# $a b + b c$. The price falls by
# $$a b c + a c - a b - b c = a b c \left(1 + \tfrac1b - \tfrac1c -
# \tfrac1a\right).$$
# Since $a, c \ge 2$, $\tfrac1a + \tfrac1c \le 1$: the bracket is positive.
#
# (b) Unless a triangulation is the fan from $d_L$, some triangle at $d_L$
# has a diagonal opposite to that corner, and can be flipped so. Each flip
# adds a diagonal at $d_L$; $L - 2$ are the most there can be. So finitely
# many flips reach the fan, each cheaper than the last.
#
# (c) With an inner width $a = 1$ the bracket is $\tfrac1b - \tfrac1c$,
# negative for $b > c$, here $b = 20$, $c = 3$.
#
# **Marking scheme (2 points)**
# - 1 point: the price after the flip and the inequality, with its use of
#   $a, c \ge 2$.
# - Half a point: flips lead to the fan in finitely many steps.
# - Half a point: the inner width 1, with the inequality that fails.
# ### END SOLUTION

# %% [markdown]
# ### Exercise ps3-sabotage (2 points, ★★☆, 5 min)
#
# Now the other way round. Find widths from 1 to 100, for at most 20
# Jacobians, on which forward mode *and* reverse mode cost at least 40
# times as much as the best order. Hand in the widths together with an
# order that proves it. Any chain that does it is right.
#
# <details><summary>Hint</summary>
#
# Forward mode drags $d_0$ through all of its products, reverse mode drags
# $d_L$. Make both large, and build a place where the chain would rather be
# cut.
#
# </details>

# %% nbgrader={"grade_id": "ps3-sabotage"}
sabotage = None  # a pair: the widths, and an order
### BEGIN SOLUTION ps3-sabotage
bottleneck = (100, 100, 100, 1, 100, 100, 100)
sabotage = bottleneck, best_cost(bottleneck)[1]
### END SOLUTION

# %% nbgrader={"grade_id": "ps3-sabotage-check"}
checks.run("ps3-sabotage", sabotage)

# %% [markdown]
# If yours has a bottleneck in the middle, you have met it elsewhere: an
# encoder that squeezes a picture into a few numbers, and a decoder.
#
# ## 3. Memory, the other currency
#
# Each $J_l$ is taken at $x_{l-1}$. Forward mode meets these points in the
# order in which it needs them, and forgets them. Reverse mode needs the
# last one first, so it keeps them all.
#
# How many numbers are alive at the peak? That depends on what an
# implementation holds. Two models:
#
# - **"dense"**: Jacobians are matrices. A product needs both factors *and
#   a buffer that receives the result*.
# - **"vectors"**: only activations and one tangent or cotangent. A step's
#   rule acts on them without a matrix.

# %% [markdown]
# ### Exercise ps3-memory (3 points, ★★☆, 7 min)
#
# Write `forward_memory(widths, model)` and `reverse_memory(widths,
# model)`. The docstrings say what is alive at each step.
#
# A formula you may meet for the dense forward peak is
# $(d_0 + 1) \max_l d_l + \max_l d_l d_{l-1}$. For widths $(10, 10, 10)$
# it says 210, and its reverse sibling says 230. Test yours there before
# you believe either.
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
for widths in ((10, 10, 10), (2, 3, 5, 7), (784, 128, 64, 10, 1)):
    weights = [np.ones(pair) for pair in zip(widths[1:], widths)]
    peaks = []
    for run in (dense_forward, dense_reverse):
        counter = Counter()
        run(counter.array(np.ones(widths[0])), weights, counter)
        peaks.append(counter.peak)
    said = [f(widths, "dense") for f in (forward_memory, reverse_memory)]
    slim = [f(widths, "vectors") for f in (forward_memory, reverse_memory)]
    print(widths, "counted", peaks, "yours", said, "vectors", slim)

# %% [markdown]
# So 310, both ways: two matrices cannot be multiplied in place. Without
# matrices the network's peak drops from 102 048 numbers to 987. Products
# with vectors save memory, not only time.
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
# ### Exercise ps3-checkpoint (4 points, ★★★, 11 min)
#
# Write `checkpointed_vjp(functions, x, segments)`. The check watches
# three things: the value, the activations alive at the peak (two more may
# be at work), and the calls of `apply` beyond the first 64. On top of
# these, each step needs one call of `vjp`.
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
# 64 and 15 are the output, the cotangents and the work in hand.


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
# 64 in `vjp`.

# %% tags=["look"]
print("segments  peak of all live numbers  s + 64/s - 1  steps recomputed")
for s in (1, 2, 4, 8, 16, 32, 64):
    counter = run_reverse(s)
    again = counter.calls["sin"] // 1000 - 128
    peak = counter.peak / 1000
    print(f"{s:8} {peak:25.0f} {s + 64 // s - 1:13} {again:17}")

# %% [markdown]
# ### Exercise ps3-why-memory (2 points, ★★☆, 4 min)
#
# (a) Find the number of segments that makes $s + L / s - 1$ smallest, and
# the peak it leaves. What does that do to a chain of 10 000 steps?
# (b) Bound the steps that are recomputed, in words: at most one more ...
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
# ## 4. One triangular system
#
# Programs need not be chains. Write one down a line at a time, each line
# using earlier ones, and put the partial derivative beside each use:
#
# | line | program | uses |
# | --- | --- | --- |
# | 0 | $v_0$ = input | |
# | 1 | $v_1$ = input | |
# | 2 | $v_2 = v_0 v_1$ | $v_0$: $v_1$, $v_1$: $v_0$ |
# | 3 | $v_3 = \sin v_2$ | $v_2$: $\cos v_2$ |
# | 4 | $v_4 = v_2 + v_1$ | $v_2$: 1, $v_1$: 1 |
# | 5 | $v_5 = v_3 v_4$ | $v_3$: $v_4$, $v_4$: $v_3$ |

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
# is what moves line $i$ from outside: 1 for the input you wiggle, else 0.
# All lines together are
#
# $$\underset{(k, k)}{T}\; \dot v = s, \qquad T = I - C,$$
#
# lower triangular with ones on its diagonal. Reverse mode asks for
# $\bar v$, how much the output feels each line: $T^\top \bar v = s$, with
# 1 for the output you ask about.

# %% [markdown]
# ### Exercise ps3-system (1 point, ★☆☆, 3 min)
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
# ### Exercise ps3-solves (2 points, ★★☆, 6 min)
#
# Now both solves, *without* the matrix, straight from the lines. The check
# has a program of 20 000 lines, and grading a longer one. Neither function
# changes its seed.


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
# all the difference, once more.

# %% [markdown]
# ## 5. A thousand columns in three pushes
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
#
# ### Exercise ps3-banded (2 points, ★★☆, 6 min)
#
# Recover a Jacobian with $J_{ij} = 0$ for $|i - j| > w$ from $2 w + 1$
# pushes. Return its bands, not the matrix: grading has $n = 20\,000$,
# where the matrix would take 3.2 gigabytes. `push` is all you get, so
# there is no $f$ to difference.


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
    neighbors = jnp.pad(x, 1)
    return neighbors[2:] - 2 * x + neighbors[:-2] - 0.1 * x**4


def push(x_dot):
    push.calls += 1
    return np.asarray(jax.jvp(rod, (temperatures,), (x_dot,))[1])


temperatures, push.calls = np.linspace(1.0, 2.0, 1000), 0
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
# - A bracketing is a triangulation. Forward and reverse mode are its two
#   fans, and dynamic programming finds the best one, which need be neither.
# - For one output and all other widths at least 2, reverse mode is best:
#   every flip toward its fan lowers the price.
# - Reverse mode pays with memory that grows with depth. Checkpoints cut it
#   to about $2 \sqrt L$ activations for less than one more forward pass.
# - Both modes solve one sparse triangular system, and known zeros let many
#   columns share a push.

# %% [markdown]
# ## Further (optional, not graded)
#
# - `vjp` returns $y$ as well. Use it, and checkpointing needs only 56
#   calls of `apply` for 64 steps in 8 segments. Where did the others go?
# - Cut each segment into segments again. With $r$ levels, how does the
#   peak grow with $L$?
# - Color the columns of a Jacobian with an arrow's shape: first row, first
#   column and diagonal. How many pushes? How many if you may also pull?
# - For two outputs and inner widths of at least 2, is a fan still always
#   best? Search small chains with `best_cost`, then flip.
