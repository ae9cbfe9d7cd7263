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
# # One run, played backward, answers for every input
#
# **Goal.** You can say what a tape holds, play it back in the right order,
# and get `vjp`, `grad` and `jacrev` for plain NumPy code, with JAX's
# signatures, to any order.
#
# **Your work.** Two cells here, six functions in `chainrule/reverse.py`, one
# written answer: 16 points, about 60 minutes of work and a quarter of an
# hour to read and look. Two cells to look at also use your `jacfwd` and
# `linearize` of the first notebook.

# %%
# %load_ext autoreload
# %autoreload 2
import jax
import jax.numpy as jnp
import numpy as np

from chainrule import checks, forward, reverse
from chainrule.figures import ps5 as figures
from chainrule.reverse import backward, grad, jacrev, order
from chainrule.reverse import value_and_grad, vjp
from chainrule.rules import toy, toy_vjp

jax.config.update("jax_enable_x64", True)

# %% [markdown]
# ## 1. A run that is written down
#
# The duals of the first notebook carry one direction along with the program,
# so all inputs cost a push each. To get them from *one* sweep you start at
# the end, and to start there you must remember the way. In problem set 2 you
# remembered a chain, in problem set 4 the layers of a network, and both by
# hand.

# %% [markdown]
# Now the program itself writes down what it does. `f` gets **recorded**
# arrays. An operation that meets one computes its value as always, and adds
# a **node** to the **tape**:
#
# - `node.parents`: the nodes that its operands came from,
# - `node.vjp(y_bar)`: from its cotangent to one for each parent. For that
#   it keeps the operands and the output.
#
# Loops and branches just run. The tape sees only what happened.


# %% tags=["look"]
def f(x):
    return x**2 * np.sin(x)


figures.tape(reverse, f, (1.3,), "x**2 * np.sin(x) at x = 1.3")

# %% [markdown]
# Read downward, this is your program. Read upward, it is the derivative, if
# you do it in the right order.

# %% [markdown]
# ### Exercise ps5-predict-sweeps (1 point, ★★☆, 4 min)
#
# Take $s = y + y x$ with $y = x x$, at $x = 3$. So $s = x^2 + x^3$, and the
# slope is $2x + 3x^2 = 33$. Two sweeps start with the cotangent 1 at $s$. A
# node *hands on* by calling its `vjp` and adding what comes to its parents.
#
# - **A** walks depth first, the first parent first (from $s$ to $y$, later
#   to the product $y x$). A node hands on once: when A first reaches it.
# - **B** hands on every time: whenever something arrives at a node, B adds
#   it to the node's sum and hands on that *whole sum*.
#
# Which slopes do A and B find for $x$? Draw the tape on paper first.

# %% nbgrader={"grade_id": "ps5-predict-sweeps"}
predicted_sweeps = None  # below: predicted_sweeps = (A's, B's)
### BEGIN SOLUTION ps5-predict-sweeps
predicted_sweeps = 15, 39
### END SOLUTION

# %% nbgrader={"grade_id": "ps5-predict-sweeps-check"}
checks.run("ps5-predict-sweeps", predicted_sweeps)


# %% tags=["look"]
def sweep(node, bar, sums, again):
    """Hand on at once, on the first visit only or every time."""
    first = node not in sums
    sums[node] = sums.get(node, 0.0) + bar
    if node.parents and (first or again):
        for parent, more in zip(node.parents, node.vjp(sums[node])):
            sweep(parent, more, sums, again)
    return sums


def program(x):
    y = x * x
    return y + y * x


_, (end,), (start,) = reverse.record(program, (3.0,))
for name, again in (("A", False), ("B", True)):
    print(name, sweep(end, 1.0, {}, again)[start])

# %% [markdown]
# A moves on from $y$ before the product has had its say. B hands the first
# contribution on twice. There is a third way that is right: hand on only
# *what has just arrived*. Then every path from $s$ to $x$ is walked
# separately, and problem set 2 counted those: $2^{50}$ after fifty lines.
#
# So wait. A node hands on **once**, and only when everything that it will
# ever get is there: after all nodes that *use* it. An order in which every
# node comes before its parents is called a **topological order**.

# %% [markdown]
# ### Exercise ps5-order (3 points, ★★★, 15 min)
#
# Write `order` in `chainrule/reverse.py`. It gets a list of outputs, since a
# function may return several, and lists everything that they rest on, each
# node once. The list that it gets may name a node twice, or a node that
# another of its nodes uses. A tape may be a ladder with more paths than
# anybody can walk, or one chain of thousands of nodes, longer than Python
# lets functions call each other. So: look at each node once, and no
# recursion.

# %% [markdown]
# <details><summary>Hint</summary>
#
# Count first: how many users does each node have, among those that the
# outputs rest on? A node whose users are all listed may be listed itself.
#
# </details>
# <details><summary>Hint</summary>
#
# Two passes, each with a list that serves as a stack. Pass one visits each
# node once and adds 1 to the count of each of its parents. Pass two starts
# with the outputs that nobody uses, and counts down.
#
# </details>

# %% nbgrader={"grade_id": "ps5-order-check"}
checks.run("ps5-order", order)

# %% [markdown]
# ### Exercise ps5-backward (3 points, ★★☆, 7 min)
#
# Write `backward`. It starts with cotangents at one or more outputs. For each
# node in your order, it calls `node.vjp` with what has been collected, and
# adds the results to what the parents have. (An input has no parents and no
# rule: skip it.) Collect in a dictionary, not in the nodes: a second sweep
# then starts from nothing.
#
# Add with `bar + more`. An addition hands the *same* array to both of its
# parents, so `bar += more` would write into somebody else's cotangent.
#
# <details><summary>Hint</summary>
#
# Three steps. Put the given cotangents into the dictionary; a node that is
# listed twice gets the sum. Go through `order(nodes)`. For each node with
# parents, go through the pairs of `node.parents` and `node.vjp(bars[node])`.
#
# </details>

# %% nbgrader={"grade_id": "ps5-backward-check"}
checks.run("ps5-backward", backward)

# %% [markdown]
# Here is the tape that you drew on paper for A and B, played by your sweep:
# numbers for the order, cotangents in italics.

# %% tags=["look"]
title = "y + y * x with y = x * x, at x = 3"
names = ("x", "y = x x", "y x", "s")
figures.tape(reverse, program, (3.0,), title, play=True, names=names)

# %% [markdown]
# ## 2. JAX's functions, on your tape
#
# Arguments and outputs may be trees: tuples, lists, dictionaries of arrays.
# Three helpers deal with that:
#
# - `record(f, primals)` returns the value, the nodes of the output's arrays
#   and those of the input's;
# - `matched(y_bar, y, "cotangent", "output")` returns the arrays of `y_bar`
#   as a list, or complains;
# - `tidy_tree(found, primals, y_bars)` turns a list, one cotangent for each
#   input array, into a tuple like `primals`. None stands for zeros: an
#   input that `f` never used has no node on the way. The `y_bars` are named
#   so that no result shares memory with a cotangent that you were given.

# %% [markdown]
# ### Exercise ps5-vjp (2 points, ★★☆, 10 min)
#
# `vjp(f, *primals)` runs `f` once and returns its value and a **pullback**:
# from the output's cotangent to a *tuple* with one cotangent for each
# primal, as JAX's does. The last line, `return y, quiet(pullback)`, is given;
# `quiet` silences NumPy's warnings.
#
# <details><summary>Hint</summary>
#
# `record` runs once, outside of `pullback`. Inside: the list of the `y_bars`,
# one call of `backward`, and the dictionary asked for each input,
# `bars.get(node)`.
#
# </details>

# %% nbgrader={"grade_id": "ps5-vjp-check"}
checks.run("ps5-vjp", vjp)

# %% [markdown]
# Here is the toy function of problem set 2 again. There you wrote its VJP
# by hand; now the program is enough.

# %% tags=["look"]
x, A = np.array([1.0, 2.0, -1.0]), np.array([[0.0, 2, -1], [3, 1.5, 2]])
cotangents = np.array([1.0, 0.1, 3.0]), np.array([0.4, -0.3])
(u, t), pullback = vjp(toy, x, A)
print("u", u, " t", t)
x_bar, A_bar = pullback(cotangents)
print("x_bar by the tape", x_bar)
print("x_bar by hand    ", toy_vjp(x, A, cotangents))
print("A_bar", A_bar, sep="\n")

# %% [markdown]
# ### Exercise ps5-grad (2 points, ★★☆, 6 min)
#
# A gradient is one pullback of the number 1.0. Write `value_and_grad` and
# `grad`: both take a function and return a *function* of the same
# arguments, keywords included. `argnums` says which arguments to
# differentiate; an integer gives one gradient, a tuple a tuple of them. The
# rest is passed on as it is and may be anything: labels, strings, `None`.
# Only a number has a gradient: `require_number(y)` refuses any other output.

# %% [markdown]
# <details><summary>Hint</summary>
#
# `select` has made `g`, a function of the chosen arguments `xs` alone. `grad`
# is short: make an `evaluate` with `value_and_grad`, and return a function
# that passes `*arguments, **keywords` to it and keeps entry 1.
#
# </details>

# %% nbgrader={"grade_id": "ps5-grad-check"}
checks.run("ps5-grad", grad, value_and_grad)

# %% [markdown]
# The slopes that you have met before, and then one you have not: nothing in
# your code speaks of second derivatives.

# %% tags=["look"]
print("x^2 sin x at 1.3:", grad(f)(1.3))
for x in (-1.0, 0.0, 0.5, 2.0):
    print(f"exp(tanh x) at {x:4}:", grad(lambda x: np.exp(np.tanh(x)))(x))
s, c = np.sin(1.3), np.cos(1.3)
print("and again, at 1.3:", grad(grad(f))(1.3), grad(grad(grad(f)))(1.3))
print("by hand:          ", 5.2 * c + 0.31 * s, 4.31 * c - 7.8 * s)

# %% [markdown]
# Why does that work? The rules behind `node.vjp` are NumPy code, too. The
# outer `grad` hands the inner one an array that is recorded already. So
# while the inner sweep runs backward, the outer tape writes *that* down. Each
# array knows its level, and the first notebook showed what happens if it
# does not.

# %% [markdown]
# ### Exercise ps5-jacrev (2 points, ★★☆, 10 min)
#
# With more outputs than one, each one-hot cotangent yields a row. Write
# `jacrev`: one run of `f`, one sweep for each entry of the output.
#
# `basis(y)` lists, for each array of the output, its one-hot cotangents. You
# define `block(i, j)`: the derivatives of output array `i` with respect to
# input array `j`, of shape `shapes[i]` and then that of the input. A pullback
# returns a tree of inputs; `flatten(tree)[0]` is the list of its arrays. For a
# single array in and out there is only `block(0, 0)`. The given last line puts
# the blocks where JAX puts them. Somebody may differentiate your Jacobian
# again, so do not fill an array: stack.

# %% [markdown]
# <details><summary>Hint</summary>
#
# `rows[i][k]` is the list `flatten(pullback(one_hot))[0]` for entry `k` of
# output `i`. Block `(i, j)` takes entry `j` of each row, stacks them, and
# reshapes the new first axis to `shapes[i]`.
#
# </details>

# %% nbgrader={"grade_id": "ps5-jacrev-check"}
checks.run("ps5-jacrev", jacrev)


# %% tags=["look"]
def F(x):
    return np.stack([x[0] * x[1] ** 2, x[0] * x[1]])


print("by hand", [[16, 24], [4, 3]])
print("by rows", jacrev(F)(np.array([3.0, 4.0])).tolist())
print("by columns", forward.jacfwd(F)(np.array([3.0, 4.0])).tolist())

# %% [markdown]
# ### How JAX does it: linearize, then transpose
#
# JAX keeps no tape like yours, and no reverse rule for $\tanh$ or `sin`. It
# runs `f` once in *forward* mode and writes down the linear program from
# $\dot x$ to $\dot y$, in which everything nonlinear is a number by now. You
# wrote that, too: `linearize`. A linear program has only a few kinds of
# lines: scale, add, slice, multiply by a matrix. To pull back, JAX turns the
# program around and replaces each line by its transpose.

# %% tags=["look"]
jax.config.update("jax_pprint_use_color", False)
x = np.array([1.0, 2.0, 3.0])
y, push = jax.linearize(lambda x: jnp.sum(jnp.sin(x[1:])), x)
turned = jax.linear_transpose(push, x)
print("linear program:", jax.make_jaxpr(push)(x))
print("its transpose:", jax.make_jaxpr(lambda bar: turned(bar)[0])(1.0))

# %% [markdown]
# `a` holds the cosines that the run left behind. *Slice, multiply, sum*
# became *broadcast, multiply, pad* (one zero in front, none behind): the last
# line first, each replaced by the transpose that you found for it in problem
# set 2.
#
# Two of your functions do the same: linearize, then transpose by `vjp`, for
# the transpose of a linear map *is* its VJP.

# %% tags=["look"]
x, A = np.array([1.0, 2.0, -1.0]), np.array([[0.0, 2, -1], [3, 1.5, 2]])
_, push = forward.linearize(toy, x, A)
_, turned = vjp(push, np.zeros(3), np.zeros((2, 3)))
print("linearize, transpose:", turned(cotangents)[0])
print("tape:                ", x_bar)

# %% [markdown]
# So a new primitive costs you two rules, one for each mode, and costs JAX
# one: if it has a JVP rule, made of known lines, the transpose comes free.
# In return, your tape shows every value of a run while it runs.

# %% [markdown]
# ## 3. A table of rules
#
# About 140 of NumPy's functions work on recorded arrays. Some fifty
# primitives have rules, a line or two each, in `chainrule/engine/`; all else
# is made of those. You have written most of these lines before: they are
# the transposes of problem set 2, with your `sum_to_shape` (here it is
# called `unbroadcast`) wherever NumPy broadcasts.
#
# ### Exercise ps5-predict-rules (1 point, ★☆☆, 3 min)
#
# Three gradients, three numbers each, so nine in a row:
#
# 1. of `np.sum(x[[0, 0, 2]])` at `x = (5, 6, 7)`,
# 2. of `np.sum(X + b)` for `b` of shape `(3,)`, `X` of shape `(4, 3)`,
# 3. of `np.max(x)` at `x = (2, 1, 2)`. The rule takes no sides.

# %% nbgrader={"grade_id": "ps5-predict-rules"}
predicted_gradients = None  # nine numbers in a row
### BEGIN SOLUTION ps5-predict-rules
predicted_gradients = 2, 0, 1, 4, 4, 4, 0.5, 0, 0.5
### END SOLUTION

# %% nbgrader={"grade_id": "ps5-predict-rules-check"}
checks.run("ps5-predict-rules", predicted_gradients)

# %% tags=["look"]
x, b, X = np.array([5.0, 6.0, 7.0]), np.zeros(3), np.ones((4, 3))
print(grad(lambda x: np.sum(x[[0, 0, 2]]))(x))
print(grad(lambda b: np.sum(X + b))(b))
print(grad(np.max)(np.array([2.0, 1.0, 2.0])))

# %% [markdown]
# The repeated index is fan-out: two readers, two cotangents, added. The bias
# is read by four rows. And at a tie the engine does as JAX does: it splits
# the cotangent evenly. (A program that picks one winner, such as
# `x[np.argmax(x)]`, would give it all to the first.)

# %% [markdown]
# ### Exercise ps5-why-tape (2 points, ★★☆, 5 min)
#
# (a) PyTorch's `loss.backward()` does not return gradients. It *adds* them
# into a field `.grad` of each parameter. What goes wrong in a training loop
# that forgets to reset that field, and which choice of yours in `backward`
# rules it out?
#
# (b) A `while` loop runs a million steps, `x = x + h * v(x)`. What does the
# tape hold at its end, and what does forward mode hold? When may a tape be
# thrown away?

# %% [markdown] nbgrader={"grade_id": "ps5-why-tape"}
# ### BEGIN SOLUTION ps5-why-tape
# (a) Each step would follow the sum of all gradients so far, not the
# gradient at this point: old directions never die out, and training
# overshoots or diverges. (It is useful on purpose: to add up the gradients
# of several small batches.) Here cotangents are collected in a dictionary
# that each sweep makes anew, so that nothing is left in the nodes.
#
# (b) The tape holds a few nodes a step, and each keeps what its rule
# needs, such as the step's $x$ or a value inside $v$: memory grows with the
# number of steps, a million times a few arrays. Forward mode holds one
# value and one tangent, whatever the number of steps. The tape may go when
# no pullback that needs it will be called again; in Python that is when the
# last name for `pullback` is gone. (Checkpoints of problem set 3 shorten
# it.)
#
# **Marking scheme (2 points)**
# - Half a point: the gradients of all steps add up, so steps are wrong.
# - Half a point: each sweep collects in something of its own, not in the
#   nodes.
# - Half a point: values of every step are kept, memory grows with the number
#   of steps; forward mode holds one value and one tangent.
# - Half a point: the tape is needed as long as the pullback may be called.
# ### END SOLUTION

# %% [markdown]
# ## Summary
#
# - A tape holds what happened: nodes, their parents, what they saw. Played in
#   an order where every node comes before its parents, each rule is called
#   once, and one sweep answers for all inputs.
# - JAX's functions are thin: `vjp` is a run and a sweep, `grad` pulls back
#   the number 1.0, `jacrev` pulls back every one-hot cotangent.
# - Rules written in NumPy are recorded like any program. So derivatives have
#   derivatives.

# %% [markdown]
# ## Further (optional, not graded)
#
# - Draw the tapes of `grad(f)` and of `grad(grad(f))` with `figures.tape`.
#   How fast do they grow, and which nodes are wasted? (The inner tapes are
#   left out: only what the outermost one holds is drawn.)
# - Let `toy` repeat its lines in a loop of 100 000 steps. How large does the
#   tape become? Which of its arrays could problem set 3 save?
