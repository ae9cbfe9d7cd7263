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
# # Who checks the rules?
#
# **Goal.** You can read a Jacobian off its products, say what the checks in
# wide use are blind to, and build one that is not.
#
# **Your work.** Two cells here, three functions in `chainrule/compose.py`, one
# written answer: 11 points, about 65 minutes of work, half of them for one
# exercise, and ten to read and look. You need `tanh_jvp` and `tanh_vjp` from
# `rules.ipynb` and your two chains from `compose.ipynb`.

# %%
# %load_ext autoreload
# %autoreload 2
import jax
import jax.numpy as jnp
import numpy as np

from chainrule import checks
from chainrule.compose import Primitive, check_derivatives, jvp_chain
from chainrule.compose import jacobian_by_columns, jacobian_by_rows, vjp_chain
from chainrule.differences import numerical_jacobian
from chainrule.figures import ps2 as figures
from chainrule.rules import tanh_jvp, tanh_vjp
from chainrule.visible.ps2 import practice

jax.config.update("jax_enable_x64", True)

# %% [markdown]
# ## 1. The matrix, if you must have it
#
# A pullback never builds $J$. What would it take to build it after all?
#
# ### Exercise ps2-memory (1 point, ★☆☆, 2 min)
#
# A filter takes a picture of one million pixels and applies $\tanh$ to
# each. How many entries does its Jacobian have, counting the zeros? And
# how many numbers must a pullback remember to apply its transpose?

# %% nbgrader={"grade_id": "ps2-memory"}
numbers_stored = None  # a tuple of two whole numbers
### BEGIN SOLUTION ps2-memory
numbers_stored = 10**12, 10**6
### END SOLUTION

# %% nbgrader={"grade_id": "ps2-memory-check"}
checks.run("ps2-memory", numbers_stored)

# %% [markdown]
# Speed is the usual argument for products with vectors. Memory is the
# other one, and it strikes first: a slow program ends some day, but one
# that needs 8 terabytes ($10^{12}$ numbers of 8 bytes) does not start.

# %% [markdown]
# A small matrix you may have, and products are enough to get it. Push a
# tangent that is 1 in place $j$ and 0 elsewhere, and $J \dot x$ is
# **column** $j$ of $J$. Pull back a cotangent that is 1 in place $i$, and
# $J^T \bar y$ is **row** $i$. Such vectors are called *one-hot*.
#
# ### Exercise ps2-columns-rows (2 points, ★★☆, 8 min)
#
# Write `jacobian_by_columns` and `jacobian_by_rows` in
# `chainrule/compose.py`, each with as few products as possible. You get
# the rules as arguments; any function has them, chain or not.
#
# <details><summary>Hint</summary>
#
# `np.eye(n)` is a list of all one-hot vectors. How do you find out $m$,
# and which call tells you for free?
#
# </details>

# %% nbgrader={"grade_id": "ps2-columns-rows-check"}
checks.run("ps2-columns-rows", jacobian_by_columns, jacobian_by_rows)

# %% [markdown]
# One Jacobian of three outputs and five inputs. Look at how many products
# each row of pictures takes until no question mark is left.


# %% tags=["look"]
def multiply(A):
    return Primitive(
        lambda x: A @ x,
        lambda x, x_dot: (A @ x, A @ x_dot),
        lambda x: (A @ x, lambda y_bar: A.T @ y_bar),
    )


tanh = Primitive(np.tanh, tanh_jvp, tanh_vjp)
rng = np.random.default_rng(0)
B, C = rng.normal(size=(4, 5)), rng.normal(size=(3, 4))
chain = [multiply(B), tanh, multiply(C)]
at = rng.normal(size=5)
push = lambda x, x_dot: jvp_chain(chain, x, x_dot)
pull = lambda x: vjp_chain(chain, x)
J = jacobian_by_columns(push, at)
print("the same matrix:", np.allclose(J, jacobian_by_rows(pull, at)))
figures.filling(J)

# %% [markdown]
# Few outputs: pull rows back. Few inputs: push columns. JAX calls these
# `jacrev` and `jacfwd`; both run all their one-hot vectors at once, with
# `jax.vmap`, which runs a function on a whole stack of inputs, but they make
# the same products as yours.


# %% tags=["look"]
def network(x):
    return C @ jnp.tanh(B @ x)


forward, reverse = jax.jacfwd(network)(at), jax.jacrev(network)(at)
print("jacfwd:", np.allclose(forward, jacobian_by_columns(push, at)))
print("jacrev:", np.allclose(reverse, jacobian_by_rows(pull, at)))

# %% [markdown]
# ## 2. Three checks, and what they miss
#
# Sooner or later a rule is wrong, and nothing crashes: the program just
# learns a little worse. Here are three checks that are in wide use. Each
# has caught many errors, and each is blind somewhere. All take the
# function `f`, its two rules and a point; all answer True or False.
#
# - `ones` pulls back a cotangent of ones and compares with the column sums
#   of a Jacobian by differences.
# - `one_entry` draws one entry of the Jacobian and compares it.
# - `same_author` compares your VJP with your JVP.


# %% tags=["look"]
def ones(f, jvp, vjp, x):
    y, pullback = vjp(x)
    J = numerical_jacobian(f, x)
    wanted = J.sum(axis=tuple(range(y.ndim)))
    x_bar = pullback(np.ones(y.shape))
    return np.allclose(x_bar, wanted, rtol=0, atol=1e-6)


def one_entry(f, jvp, vjp, x):
    y, pullback = vjp(x)
    i = tuple(rng.integers(0, y.shape))
    j = tuple(rng.integers(0, x.shape))
    y_bar = np.zeros(y.shape)
    y_bar[i] = 1
    wanted = numerical_jacobian(f, x)[i + j]
    return bool(np.all(abs(pullback(y_bar)[j] - wanted) < 1e-2))


# %% tags=["look"]
def same_author(f, jvp, vjp, x):
    y, pullback = vjp(x)
    x_dot, y_bar = rng.normal(size=x.shape), rng.normal(size=y.shape)
    before = np.sum(pullback(y_bar) * x_dot)
    after = np.sum(y_bar * jvp(x, x_dot)[1])
    return bool(np.isclose(before, after))


# %% [markdown]
# The third is the **dot-product test**. It costs one JVP and one VJP, has
# no step size, and is right to 15 digits: a superb test of whether two
# rules are transposes of each other. It is no test of whether either of
# them is the derivative of `f`. It does not even look at `f`.
#
# And look at `*` and `np.sum`. If `pullback` forgot to sum over a batch,
# the product broadcasts and does the sum for it.

# %% [markdown]
# ### Exercise ps2-exam (4 points, ★★★, 35 min)
#
# Write your own: `check_derivatives` in `chainrule/compose.py`. Its
# docstring lists the six properties and their order.
#
# Then it sits an exam. The check below shows it ten implementations, seven
# of them faulty; at grading it meets twelve others, nine faulty. Three points
# go by the share
#
# $$\frac{\text{faulty ones rejected}}{\text{faulty ones}} +
# \frac{\text{right ones accepted}}{\text{right ones}} - 1,$$
#
# so a checker that rejects everything earns what one that accepts
# everything earns: nothing. The fourth point is for naming the property
# that failed first.
#
# The practice exam is the easier one. It has no tiny numbers, no error of
# one part in a thousand, no rule that remembers its first point, and nobody
# who writes into `x`. Your docstring covers them all.

# %% [markdown]
# <details><summary>Hint 1 (tolerances)</summary>
#
# A difference quotient near $10^9$ is never right to $10^{-6}$ absolutely,
# and numbers near $10^{-9}$ always agree to that. Compare an error with the
# size of what you compare. And if everything is exactly 0? Use `<=`, and do
# not divide.
#
# </details>
# <details><summary>Hint 2 (what to call, and where)</summary>
#
# Copy `x`, `x_dot` and `y_bar` before you hand them out. Call every
# pullback twice. Then do it all again at a second point, a small step
# away: some rules remember the first one they saw.
#
# </details>

# %% nbgrader={"grade_id": "ps2-exam-check"}
checks.run("ps2-exam", check_derivatives)


# %% [markdown]
# The report card of all four. Read it by columns: what is each checker
# blind to? (*One entry* draws by lot: with another seed some of its crosses
# move. Which would stay?) Then read the last three rows: who rejects what
# is right, and why?


# %% tags=["look"]
def yours(f, jvp, vjp, x):
    try:
        return check_derivatives(f, jvp, vjp, x)
    except (AssertionError, ValueError, IndexError, TypeError):
        return False


rng = np.random.default_rng(2)
kinds = [kind for kind, _ in practice()]
checkers = {"ones": ones, "one entry": one_entry}
checkers |= {"same author": same_author, "yours": yours}
verdicts = {
    name: [checker(*item) for _, item in practice()]
    for name, checker in checkers.items()
}
figures.report_card(kinds, verdicts)

# %% [markdown]
# ### Exercise ps2-fool (2 points, ★★★, 10 min)
#
# Now change sides. Take
#
# $$f(x_1, x_2) = (x_1 x_2,\; \sin x_1 + x_2), \qquad
# J = \begin{pmatrix} x_2 & x_1 \\ \cos x_1 & 1 \end{pmatrix}.$$
#
# Write a JVP and a VJP rule that are **wrong**, at every $x$, and pass all
# three weak checkers every time. Wrong means: for random cotangents,
# some entry of `x_bar` is off by more than 0.001. The one-entry checker is
# run twenty times.
#
# <details><summary>Hint</summary>
#
# Let $M = J + E$ be the matrix that both of your rules use. What does each
# checker demand of $E$? The cotangent of ones sees column sums.
#
# </details>


# %%
def target(x):
    return np.array([x[0] * x[1], np.sin(x[0]) + x[1]])


# %% nbgrader={"grade_id": "ps2-fool"}
def forged_jvp(x, x_dot):
    """Return f(x) and a wrong y_dot: both (2,)."""
    ### BEGIN SOLUTION ps2-fool
    M = np.array([[x[1], x[0]], [np.cos(x[0]), 1.0]])
    M += 0.005 * np.array([[1.0, 1.0], [-1.0, -1.0]])
    return target(x), M @ x_dot
    ### END SOLUTION


def forged_vjp(x):
    """Return f(x) and a pullback that returns a wrong x_bar: (2,)."""
    ### BEGIN SOLUTION ps2-fool
    M = np.array([[x[1], x[0]], [np.cos(x[0]), 1.0]])
    M += 0.005 * np.array([[1.0, 1.0], [-1.0, -1.0]])
    return target(x), lambda y_bar: M.T @ y_bar
    ### END SOLUTION


# %% nbgrader={"grade_id": "ps2-fool-check"}
checks.run("ps2-fool", forged_jvp, forged_vjp)

# %% tags=["look"]
at = np.array([0.7, -1.6])
for name, checker in checkers.items():
    verdict = checker(target, forged_jvp, forged_vjp, at)
    print(f"{name:12}", "accepts" if verdict else "rejects")
try:
    check_derivatives(target, forged_jvp, forged_vjp, at)
except AssertionError as error:
    print("your checker says:", error)

# %% [markdown]
# There are two schools of forgery. One hides a small error where nobody
# looks: opposite errors in two rows, below the tolerance of a single entry.
# The other recognizes the examiner: if `y_bar` holds only zeros and ones,
# answer correctly. (Cars have passed emission tests that way.) Both fail
# against *random* cotangents, *all* entries, a *tight* tolerance and a
# derivative by somebody else. An honest error hardly ever survives that.

# %% [markdown]
# ### Exercise ps2-blind (2 points, ★★☆, 10 min)
#
# (a) Let a rule use $M$ in place of $J$. For which errors $E = M - J$
# does the cotangent of ones see nothing? For which errors does *one*
# random cotangent see nothing? Why does that make chance the better
# examiner?
#
# (b) The dot-product test (column "same author") accepted faulty
# implementations on your report card. Pick two with different reasons, and
# say for each why the two sums came out equal.

# %% [markdown] nbgrader={"grade_id": "ps2-blind"}
# ### BEGIN SOLUTION ps2-blind
# (a) Ones see $E^T \mathbf{1}$, the column sums of $E$. Whoever knows the
# examiner can choose an $E \ne 0$ with column sums 0; so can an honest
# error, such as two outputs that were swapped. A random $\bar
# y$ sees nothing if $E^T \bar y = 0$. For any fixed $E \ne 0$ these $\bar
# y$ form a subspace that is not the whole space, and a random one falls
# into it with probability 0. The error is fixed first and the question
# drawn afterwards, so no $E$ is safe.
#
# (b) *The same mistake in both rules*: with $M$ in both,
# $\bar y \cdot M \dot x = M^T \bar y \cdot \dot x$ for any $M$; $J$ does
# not appear. *A gradient that is not summed*: `x_bar` has the shape of
# the batch, `x_bar * x_dot` broadcasts, and `np.sum` adds the rows that
# the rule forgot. *An argument changed in place*: the mask changed `y_bar`,
# but only where `y_dot` is 0, so the second sum does not notice (`u *= y`
# would be caught). *A memory of an earlier call*, *a wrong value*: the
# derivatives of the first call are right, and the test looks at nothing
# else.
#
# **Marking scheme (2 points)**
# - 1 point: column sums of $E$ for ones, a proper subspace (probability 0)
#   for a random cotangent. Half a point for only one of these.
# - 1 point: two different reasons, each tied to what the test computes.
#   Half a point for one.
# ### END SOLUTION

# %% [markdown]
# ## Summary
#
# - A JVP of a one-hot tangent is a column, a VJP of a one-hot cotangent
#   is a row: $n$ products or $m$, whichever is smaller.
# - The dot-product test compares two rules with each other. Together with
#   one comparison against $f$ itself, shapes, untouched inputs, a second
#   call and a second point, little is left to hide in.

# %% [markdown]
# ## Further (optional, not graded)
#
# - A polynomial of a matrix, `I + A + A @ A`, is a DAG. Write its VJP from
#   the pullbacks of the matrix product in `compose.ipynb`, and check it with
#   your checker.
# - Your checker can be fooled, too: it is a program, and the implementation
#   may inspect it. Write an implementation that is wrong only while nobody
#   checks. What would a checker have to do about that?
