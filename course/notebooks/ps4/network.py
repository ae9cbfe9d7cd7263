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
# # A gradient costs three losses
#
# **Goal.** You can write the pullback of a two-layer network by hand, say
# what its gradient costs before you count it, and predict the step size at
# which training breaks.
#
# **Your work.** Three cells here, four functions in `chainrule/network.py`:
# 15 points, about 39 minutes of work and a quarter of an hour to read and
# look. In the notebook `training.ipynb`, the other half of the set, a
# network learns to read digits.

# %%
# %load_ext autoreload
# %autoreload 2
import jax
import jax.numpy as jnp
import numpy as np

from chainrule import checks
from chainrule.count import Counter
from chainrule.figures import ps4 as figures
from chainrule.network import loss, loss_grad, train
from chainrule.network import two_layers_jvp, two_layers_vjp

jax.config.update("jax_enable_x64", True)

# %% [markdown]
# ## 1. The smallest network has one layer
#
# Learning from examples $(x_i, y_i)$ means making a sum of losses small,
# the **empirical risk**
#
# $$R(\theta) = \sum_i \ell\bigl(f_\theta(x_i),\, y_i\bigr).$$
#
# (Many books divide by the number of examples, and the next notebook will.
# That only rescales the step size.) Start with $f_\theta(x) = x\,w + c$ and
# squared errors. Examples stand in rows, so `X` is `(b, k)`, `w` is
# `(k, m)`, and the bias `c` of shape `(m,)` is added to every row.

# %% tags=["look"]
X = np.random.RandomState(0).random_sample((30, 2))
Y = 2 * X[:, :1] - 3 * X[:, 1:] + 1
draws = np.random.RandomState(0)
start = draws.randn(2, 1), draws.randn(1)
print("X", X.shape, " Y", Y.shape, " w", start[0].shape, " c", start[1].shape)

# %% [markdown]
# ### Exercise ps4-regression (2 points, ★☆☆, 6 min)
#
# Return the sum of squared errors and its gradient. The gradient is a
# tuple like `parameters`, so this is what `jax.value_and_grad` returns.
#
# <details><summary>Hint</summary>
#
# Name the residual $E = X w + c - Y$. Push a tangent first: what does
# $w + h\,\dot w$ do to $E$, and that to the sum of $E^2$? Then read off what
# is multiplied into $\dot w$.
#
# </details>


# %% nbgrader={"grade_id": "ps4-regression"}
def regression(parameters, batch):
    """Return the summed squared error of X w + c, and its gradient.

    Args:
        parameters: Tuple of w: (k, m) and c: (m,).
        batch: Tuple of X: (b, k) and Y: (b, m), any m.

    Returns:
        loss: () sum over all b * m squared errors.
        gradient: Tuple of w_bar: (k, m) and c_bar: (m,).
    """
    ### BEGIN SOLUTION ps4-regression
    (w, c), (X, Y) = parameters, batch
    E = X @ w + c - Y
    return np.sum(E**2), (2 * X.T @ E, 2 * np.sum(E, axis=0))
    ### END SOLUTION


# %% nbgrader={"grade_id": "ps4-regression-check"}
checks.run("ps4-regression", regression)

# %% [markdown]
# ### Exercise ps4-train (2 points, ★☆☆, 5 min)
#
# Gradient descent walks down: $\theta \leftarrow \theta - r\,\bar\theta$
# with a **rate** $r$. Write `train` in `chainrule/network.py`. It takes
# *any* function that returns a loss and a gradient, so it will train
# everything in this set.
#
# <details><summary>Hint</summary>
#
# One `for` over the batches. The loss that you note is the one *before* the
# step. Parameters come as a tuple of any length: build a new one with
# `zip`, in place of `p -= ...`, which would write into the caller's arrays.
#
# </details>

# %% nbgrader={"grade_id": "ps4-train-check"}
checks.run("ps4-train", train)

# %% [markdown]
# Ten steps, with your gradient, with JAX's, and against ten numbers, rounded
# to five decimals, that came with this notebook.


# %% tags=["look"]
def regression_jax(parameters, batch):
    (w, c), (X, Y) = parameters, batch
    return jnp.sum((X @ w + c - Y) ** 2)


written = [110.29005, 17.17577, 15.48445, 14.27435, 13.16495]
written += [12.14630, 11.21069, 10.35107, 9.56101, 8.83466]
batches = [(X, Y)] * 10
_, losses = train(regression, start, batches, 1e-2)
with_jax = jax.jit(jax.value_and_grad(regression_jax))
_, jax_losses = train(with_jax, start, batches, 1e-2)
for name, other in (("the list", written), ("JAX", jax_losses)):
    print(f"largest distance to {name}: {max(abs(losses - other)):.0e}")

# %% [markdown]
# ### How large may the rate be?
#
# With a column of ones beside $X$ the bias is one more weight. Call that
# matrix $M$. Let $d = \theta - \theta^*$ be what still separates you from
# the best $\theta$. The loss is $|M\theta - Y|^2$, with gradient
# $2 M^T (M\theta - Y)$. It is zero at $\theta^*$, so subtract: the
# gradient is $H d$, and one step does this:
#
# $$d \;\leftarrow\; (I - r H)\, d, \qquad H = 2 M^T M.$$
#
# Along an eigenvector of $H$ with eigenvalue $\lambda$, each step multiplies
# $d$ by $1 - r\lambda$. One such factor beyond $\pm 1$ is enough to blow up.

# %% [markdown]
# ### Exercise ps4-cliff (2 points, ★★☆, 6 min)
#
# Return the largest rate below which every start converges.
#
# <details><summary>Hint</summary>
#
# All eigenvalues of $H$ are positive here, so the factors are below 1.
# When does the first one pass $-1$? `np.linalg.eigvalsh` returns the
# eigenvalues of a symmetric matrix in ascending order.
#
# </details>


# %% nbgrader={"grade_id": "ps4-cliff"}
def largest_rate(X):
    """Return the largest stable rate for regression on X with a bias.

    Args:
        X: (b, k) inputs; the loss is the sum of squared errors.

    Returns:
        rate: () every smaller positive rate converges.
    """
    ### BEGIN SOLUTION ps4-cliff
    M = np.column_stack([X, np.ones(len(X))])
    return 2 / np.linalg.eigvalsh(2 * M.T @ M)[-1]
    ### END SOLUTION


# %% nbgrader={"grade_id": "ps4-cliff-check"}
checks.run("ps4-cliff", largest_rate)

# %% [markdown]
# Look for the cliff: two runs, with rates 2% below and 2% above your
# prediction.

# %% tags=["look"]
edge = largest_rate(X)
print(f"predicted edge: {edge:.6f}")
fits, curves = {"start": X @ start[0] + start[1]}, {}
for name, factor in (("0.98 of the edge", 0.98), ("1.02 of the edge", 1.02)):
    rate = factor * edge
    (w, c), curves[name] = train(regression, start, [(X, Y)] * 150, rate)
    if factor < 1:
        fits["150 steps"] = X @ w + c
figures.regression(Y, fits, curves)

# %% [markdown]
# One eigenvector out of three decides. Its factor is $1 - 0.98 \cdot 2 =
# -0.96$ for one run and $-1.04$ for the other. Once the other two have died
# out, each step multiplies the loss by $0.96^2$ or by $1.04^2$: two lines
# that soon are straight on a log axis. A deep network has no constant $H$,
# but it has such an edge, too.

# %% [markdown]
# ## 2. Two layers, three arguments
#
# Now let the model bend: $f(x, B, A) = A\, s(B x)$, where $s$ squares each
# entry. Line by line, with shapes:
#
# $$\underset{(n)}{h} = \underset{(n, p)}{B}\;\underset{(p)}{x},
# \qquad z = h^2, \qquad
# \underset{(q)}{y} = \underset{(q, n)}{A}\;\underset{(n)}{z}.$$
#
# Here `x` is a column, and $B$ acts from the left. All three arguments may
# move.

# %% [markdown]
# ### Exercise ps4-jvp (2 points, ★☆☆, 5 min)
#
# These three lines are `two_layers` in `chainrule/network.py`. Write
# `two_layers_jvp` there: beside each of the lines goes one line for its
# tangent, `h_dot`, `z_dot`, `y_dot`. Two of the three lines are products in
# which *both* factors move.
#
# <details><summary>Hint</summary>
#
# $(B + \epsilon \dot B)(x + \epsilon \dot x)$: multiply out, and keep what
# has one $\epsilon$.
#
# </details>

# %% nbgrader={"grade_id": "ps4-jvp-check"}
checks.run("ps4-jvp", two_layers_jvp)

# %% [markdown]
# ### Exercise ps4-vjp (3 points, ★★☆, 8 min)
#
# Write `two_layers_vjp` in `chainrule/network.py`. Run the three lines
# forward and keep `h` and `z`. Then walk up from `y_bar`, one cotangent for
# each name: `A_bar` and `z_bar` from the last line, `h_bar` from the second,
# `B_bar` and `x_bar` from the first. The check uses what it sees to name the
# first wrong line.
#
# <details><summary>Hint</summary>
#
# Every cotangent has the shape of its primal. For $y = A z$, write
# $\langle \bar y, \dot A z + A \dot z\rangle$ and move everything off
# $\dot A$, then off $\dot z$.
#
# </details>

# %% nbgrader={"grade_id": "ps4-vjp-check"}
checks.run("ps4-vjp", two_layers_vjp)

# %% [markdown]
# ### Exercise ps4-predict-cost (1 point, ★★☆, 3 min)
#
# Let $\mathrm{loss} = \sum_k y_k^2$, in the sizes of a classic: $p = 784$,
# $n = 128$, $q = 10$. Count **multiplications only** (additions are free; a
# product with $B$ costs $n p$). How many are these, in units of one loss and
# rounded to whole numbers? The forward pass counts; products with a tangent
# of zeros are left out.
#
# 1. a JVP of the loss with all three tangents,
# 2. a JVP with `x_dot` alone,
# 3. the whole gradient, 101 632 weights and 784 pixels,
# 4. the gradient with respect to `x` alone.
#
# <details><summary>Hint</summary>
#
# Only products as large as $B$ matter here. Write down the lines of each
# sweep, and mark those in which every entry of $B$, of `B_dot` or of
# `B_bar` takes part.
#
# </details>

# %% nbgrader={"grade_id": "ps4-predict-cost"}
predicted_cost = None  # a tuple of four numbers
### BEGIN SOLUTION ps4-predict-cost
predicted_cost = 3, 2, 3, 2
### END SOLUTION

# %% nbgrader={"grade_id": "ps4-predict-cost-check"}
checks.run("ps4-predict-cost", predicted_cost)

# %% [markdown]
# ### Exercise ps4-loss-grad (3 points, ★★☆, 6 min)
#
# Write `loss_grad`, the gradient of `loss` (given in `chainrule/network.py`:
# the sum of squares above) with respect to `x`, `B` and `A`. Two points are
# for the value, the third is for running forward only *once*.
#
# The check counts with arrays that count, which `chainrule/count.py`
# provides: `@`, `*`, `**`, `np.outer`, `np.sum` and `np.einsum` all work on
# them. It allows 3.1 losses. Scaling by a plain number, as in `2 * A`, is
# free.
#
# <details><summary>Hint</summary>
#
# What does `two_layers_vjp` need before it starts, and what has to run to
# find that? Count how often `B @ x` is computed then.
#
# </details>

# %% nbgrader={"grade_id": "ps4-loss-grad-check"}
checks.run("ps4-loss-grad", loss_grad)

# %% [markdown]
# Here is the bill for all four questions, counted while the code runs. Row 3
# is yours; the others are written out here. Below it, your gradient against
# JAX's.


# %% tags=["look"]
def bill(f, *arguments):
    counter = Counter()
    f(*jax.tree.map(counter.array, arguments))
    return counter.multiplications


rng = np.random.default_rng(4)
shapes = (784,), (128, 784), (10, 128)
point = tuple(rng.normal(size=s) for s in shapes)
tangents = tuple(rng.normal(size=s) for s in shapes)
one = bill(loss, *point)
print("loss, multiplications:", one, " predicted:", predicted_cost)


def jvp_all(x, B, A, x_dot, B_dot, A_dot):
    h = B @ x
    z, z_dot = h**2, 2 * h * (B_dot @ x + B @ x_dot)
    return 2 * np.sum((A @ z) * (A_dot @ z + A @ z_dot))


def jvp_x(x, B, A, x_dot):
    h = B @ x
    return 2 * np.sum((A @ h**2) * (A @ (2 * h * (B @ x_dot))))


def grad_x(x, B, A):
    h = B @ x
    return B.T @ (2 * h * (A.T @ (2 * (A @ h**2))))


# %% tags=["look"]
print(f"1. JVP, all tangents: {bill(jvp_all, *point, *tangents) / one:.2f}")
print(f"2. JVP, x_dot alone:  {bill(jvp_x, *point, tangents[0]) / one:.2f}")
print(f"3. whole gradient:    {bill(loss_grad, *point) / one:.2f}")
print(f"4. gradient for x:    {bill(grad_x, *point) / one:.2f}")


# %% tags=["look"]
def loss_jax(x, B, A):
    return jnp.sum((A @ (B @ x) ** 2) ** 2)


reference = jax.jit(jax.grad(loss_jax, argnums=(0, 1, 2)))(*point)
names = "x_bar", "B_bar", "A_bar"
for name, a, b in zip(names, loss_grad(*point), reference):
    print(name, a.shape, f"{np.max(abs(a - b)) / np.max(abs(b)):.0e}")

# %% [markdown]
# You may read that a gradient comes "at roughly the same cost" as its
# function. Now you know the factor: 3, or 4 if the forward pass runs twice.
# A sweep forward costs the same 3. But one sweep forward yields *one*
# directional derivative, and one sweep backward yields all 102 416
# entries. Problem set 1 needed 101 633 runs for the weights' share.
#
# The form `two_layers_vjp(x, B, A, y_bar)` has a flaw: whoever calls it
# has to know $\bar y$ before the forward run that decides it. So in the next
# notebook a function returns its value **and** a pullback that remembers the
# run.

# %% [markdown]
# ## Summary
#
# - Gradient descent multiplies the error along each eigenvector of $H$ by
#   $1 - r \lambda$. The largest eigenvalue decides: beyond $r = 2 / \lambda$
#   training breaks.
# - The gradient of a two-layer loss costs three losses, in one sweep, for all
#   weights and all pixels. A JVP costs as much and yields one number.

# %% [markdown]
# ## Further (optional, not graded)
#
# - Replace the square by $s(h) = h^3$. Which lines of `two_layers_vjp`
#   change, and what does the gradient cost now?
# - Start the run above the edge from the best parameters plus the eigenvector
#   that belongs to the *smallest* eigenvalue. When does it blow up, and why
#   at all?
