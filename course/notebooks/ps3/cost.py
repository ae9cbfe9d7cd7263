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
# multiplications, choose the order that suits a chain, and prove the choice
# by counting.
#
# **Your work.** Three functions in `chainrule/cost.py`, four cells here, one
# written answer: 14 points, about 60 minutes of work and ten to read
# and look. `count.py` is given: its arrays count what your code does to them.
# The notebook `memory.ipynb` is the other half of the set.

# %%
# %load_ext autoreload
# %autoreload 2
import jax
import jax.numpy as jnp
import numpy as np

from chainrule import checks
from chainrule.cost import best_cost, forward_cost, reverse_cost
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
# ### Exercise ps3-costs (2 points, ★☆☆, 8 min)
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
# Sixty-three times, if somebody already holds $J_1$ as a matrix. In
# practice nobody does, and then the factor is larger still: see *Sweeps*
# below.
#
# ### Exercise ps3-errata (1 point, ★☆☆, 4 min)
#
# You may meet this derivation of the forward cost. One step is wrong:
#
# > The first product, $J_2 J_1$, takes $d_2 d_1 d_0$. It leaves a
# > $d_2 \times d_0$ matrix, which a $d_3 \times d_2$ one multiplies from
# > the left. This takes $d_2 d_1 d_0$ operations. Summed over all steps,
# > these are the *floating point operations* of forward mode.
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
# ### Exercise ps3-predict-sweeps (1 point, ★☆☆, 3 min)
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
# One sweep costs $\sum_{l=1}^{L} d_l d_{l-1}$ in either direction, here
# 56. All of $J$ takes $d_0$ sweeps forward or $d_L$ reverse. So for sweeps
# the rule is simple, whatever the depth: **count inputs, count outputs,
# seed the fewer.** The classifier has 784 inputs and one loss: 784 times.
# Its weights are inputs as well, more than 100 000 of them. That factor is
# why training uses reverse mode.
#
# Sweeps and bracketings have different price lists, 392 against 147 here:
# a sweep multiplies by zeros and does not know it. Say which one you mean.

# %% [markdown]
# JAX's `jacfwd` runs $n$ forward sweeps at once, `jacrev` runs $m$ reverse
# sweeps. Let its compiler XLA count operations, with additions, without
# tanh, for $f: \mathbb{R}^n \to \mathbb{R}^m$ with 32 hidden units. Before
# you look: where do the two modes meet?


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
# They meet on the diagonal. Why 112 on one side and 221 on the other? Both
# modes need $Bx$ first. With 216 inputs and one output this costs as much
# as the one pull; with one input it is next to nothing.

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
# ### Exercise ps3-best (4 points, ★★★, 20 min)
#
# Write `best_cost(widths)` in `chainrule/cost.py`: the least cost, and an
# order that has it. An order is written like the product, in nested pairs:
# `((4, 3), (2, 1))`.
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
# up again and again: let `functools.cache` remember them. To choose,
# compare the costs only: `min(..., key=...)`.
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
# In the thick of the crowd: 166 bracketings beat reverse mode, 243 beat
# forward mode. The best is 7 and 10 times cheaper.
#
# ### Exercise ps3-multiply (2 points, ★★☆, 5 min)
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
    flipped=True,
)

# %% [markdown]
# Each flip puts one more diagonal into the corner $d_L = 1$, and each
# lowers the price. Follow one flip: a diagonal joins corners of widths
# $a$ and $c$. The triangle on its one side has a third corner of width
# $b$, the triangle on its other side has the corner $d_L = 1$. Before the
# flip the two triangles cost $a b c + a c$.

# %% [markdown]
# ### Exercise ps3-why-fan (2 points, ★★☆, 12 min)
#
# Prove: *if $d_L = 1$ and every other width is at least 2, reverse mode
# is the cheapest bracketing, and the only one.* (a) What does the
# quadrilateral cost after the flip? Show that the price falls. (b) Why
# does it follow for whole triangulations? (c) Where does your proof break
# for $(20, 1, 20, 3, 1)$?
#
# <details><summary>Hint</summary>
#
# $ac - a - c = (a - 1)(c - 1) - 1$.
#
# </details>
# <details><summary>Hint</summary>
#
# For (b), look at the triangles at the corner $d_L$. If a diagonal is
# missing there, one of them has a diagonal, not a side, opposite to $d_L$.
# Flip that one. How often can this go on?
#
# </details>

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
# ### Exercise ps3-sabotage (2 points, ★★☆, 8 min)
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
# ## Summary
#
# - A bracketing is a triangulation. Forward and reverse mode are its two
#   fans, and dynamic programming finds the best one, which need be neither.
# - For one output and all other widths at least 2, reverse mode is best:
#   every flip toward its fan lowers the price.
# - For sweeps, count inputs and outputs and seed the fewer.

# %% [markdown]
# ## Further (optional, not graded)
#
# - For two outputs and all other widths at least 2, is forward or reverse
#   mode still always best? Search small chains with `best_cost`, then flip.
