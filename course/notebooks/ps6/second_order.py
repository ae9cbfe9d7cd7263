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
# # You never need the Hessian, only its products
#
# **Goal.** You can differentiate a derivative with the engine you built,
# say what that costs before you count it, solve with a matrix that you
# never form, and watch the curvature of a network while it trains.
#
# **Your work.** Three cells here, six exercises in
# `chainrule/second_order.py`, one written answer: 19 points, about
# 50 minutes of work, and 18 of reading and running.

# %%
# %load_ext autoreload
# %autoreload 2
from itertools import pairwise

import jax
import jax.numpy as jnp
import numpy as np

from chainrule import checks, data
from chainrule.count import Counter
from chainrule.figures import ps6 as figures
from chainrule.forward import jvp
from chainrule.network import predict
from chainrule.reverse import grad, primitive, value_and_grad

jax.config.update("jax_enable_x64", True)

# %%
from chainrule.second_order import conjugate_gradients, hessian, hvp
from chainrule.second_order import hvp_reverse_over_forward
from chainrule.second_order import hvp_reverse_over_reverse
from chainrule.second_order import largest_eigenvalue, newton_cg

# %% [markdown]
# ## 1. Differentiate the derivative
#
# The gradient of $f: \mathbb{R}^n \to \mathbb{R}$ is itself a function,
# from $\mathbb{R}^n$ to $\mathbb{R}^n$. So it has a Jacobian, square this
# time. It is called the **Hessian** of $f$:
#
# $$H_{ij} = \frac{\partial}{\partial x_j}
# \Bigl(\frac{\partial f}{\partial x_i}\Bigr), \qquad
# \nabla f(x + h v) = \nabla f(x) + h\, H v + o(h).$$
#
# A row says how one slope changes, whichever way you go. If second
# derivatives are continuous, their order does not matter, and $H = H^T$.

# %% [markdown]
# ### Exercise ps6-predict-hessian (1 point, ★☆☆, 2 min)
#
# Let $f(x) = x^T M x$ with
# $M = \begin{pmatrix} 1 & 4 \\ 0 & 3 \end{pmatrix}$, which is not symmetric.
# What is the Hessian of $f$? Write its two rows.

# %% nbgrader={"grade_id": "ps6-predict-hessian"}
predicted_hessian = None  # two rows of two numbers
### BEGIN SOLUTION ps6-predict-hessian
predicted_hessian = [[2, 4], [4, 6]]
### END SOLUTION

# %% nbgrader={"grade_id": "ps6-predict-hessian-check"}
checks.run("ps6-predict-hessian", predicted_hessian)

# %% [markdown]
# ### Exercise ps6-hessian (1 point, ★☆☆, 3 min)
#
# Write `hessian(f)` in `chainrule/second_order.py`. You own `grad`,
# `jacfwd` and `jacrev`, and they nest. Which one is applied to $f$, which
# one around it? Ask what ps3 asked: how many inputs and outputs has $f$, and
# how many has its gradient?

# %% nbgrader={"grade_id": "ps6-hessian-check"}
checks.run("ps6-hessian", hessian)


# %% [markdown]
# `grad` first, for $f$ has one output. Then there is no choice by ps3's
# count: the gradient has as many outputs as inputs. `jacfwd` around it runs
# the gradient's program once, and only tangents repeat; `jacrev` would keep
# that program's tape as well.
#
# Now a small network, so that its Hessian fits on a page: two inputs, three
# hidden units, one output, 13 weights. They lie in one vector `w`.
# Before you look: which blocks of the picture do you expect to be 0?


# %%
def unpack(w, widths):
    """Cut a vector into parameters (W1, c1, W2, c2, ...)."""
    parameters, start = [], 0
    for k, m in pairwise(widths):
        parameters.append(w[start : start + k * m].reshape(k, m))
        parameters.append(w[start + k * m : start + k * m + m])
        start = start + k * m + m
    return tuple(parameters)


def network_loss(widths, X, Y):
    """Mean over the examples of the squared error, as a function of w."""
    return lambda w: np.sum((predict(unpack(w, widths), X) - Y) ** 2) / len(X)


# %% tags=["look"]
rng = np.random.default_rng(0)
X, w = rng.normal(size=(20, 2)), 0.7 * rng.normal(size=13)
small_loss = network_loss((2, 3, 1), X, np.sin(2 * X[:, :1]))
H = hessian(small_loss)(w)
differences = np.stack(
    [
        (grad(small_loss)(w + h) - grad(small_loss)(w - h)) / 2e-5
        for h in 1e-5 * np.eye(13)
    ],
    axis=1,
)
print(f"against differences of the gradient: {abs(H - differences).max():.0e}")
print(f"against its own transpose: {abs(H - H.T).max():.0e}")
parts = [slice(0, 6), slice(6, 9), slice(9, 12), slice(12, 13)]
largest = [abs(H[rows, columns]).max() for rows in parts for columns in parts]
print(f"the faintest block reaches {min(largest):.2f}")
figures.blocks(H, ("W1", 6), ("c1", 3), ("W2", 3), ("c2", 1))

# %% [markdown]
# No block is 0. Even weights of two hidden units that never meet before the
# output (the first two entries of W1, say) are coupled, since the loss
# squares their sum.
#
# The trouble is the size. A network of a million weights has a Hessian of
# $10^{12}$ entries: 8 terabytes.
#
# ## 2. One product, three ways
#
# Most algorithms want only $Hv$, for a vector $v$ they choose. Read the
# definition again: $Hv$ is the directional derivative of the gradient
# along $v$. You have a function for directional derivatives.

# %% [markdown]
# ### Exercise ps6-bill (1 point, ★★☆, 3 min)
#
# Predict before you write. One unit is the loss of a network in which
# products of matrices are all that costs. Count multiplications:
#
# 1. The gradient: it runs the loss, and pulls back through each product
#    $AB$ with *two* products, one for $\bar A$ and one for $\bar B$.
# 2. One $Hv$: a JVP of the gradient's program, and all factors may move.
#    Each product $AB$ brings $\dot A B$ and $A \dot B$ along.
# 3. The whole Hessian for 1000 weights, if the gradient's program runs
#    once and 1000 tangents follow.
#
# Give the three bounds, in losses.

# %% nbgrader={"grade_id": "ps6-bill"}
predicted_bill = None  # three whole numbers
### BEGIN SOLUTION ps6-bill
predicted_bill = (3, 9, 6003)
### END SOLUTION

# %% nbgrader={"grade_id": "ps6-bill-check"}
checks.run("ps6-bill", predicted_bill)

# %% [markdown]
# ### Exercise ps6-hvp (2 points, ★☆☆, 3 min)
#
# Write `hvp`, forward over reverse (read: `jvp` of `grad`; the last word is
# applied to $f$ first). Like `jvp` it takes tuples, and `x` may itself be a
# tuple of arrays: your engine does not mind.

# %% nbgrader={"grade_id": "ps6-hvp-check"}
checks.run("ps6-hvp", hvp)

# %% [markdown]
# ### Exercise ps6-ways (3 points, ★★☆, 6 min)
#
# There are two other ways, each one or two lines long.
#
# - **Reverse over forward.** The slope $s(x) = \langle \nabla f(x),
#   v\rangle$ is one push of $f$. What is the gradient of $s$?
# - **Reverse over reverse.** $\nabla f$ is a vector-valued function, and it
#   has a pullback. What does that return for the cotangent $v$?
#
# <details><summary>Hint</summary>
#
# A gradient is always with respect to something: write the slope as a
# function of `x` alone, `lambda x: ...`, and mind what `jvp` returns.
#
# </details>

# %% nbgrader={"grade_id": "ps6-ways-check"}
checks.run("ps6-ways", hvp_reverse_over_forward, hvp_reverse_over_reverse)

# %% tags=["look"]
waves = lambda np: lambda x: np.sum(np.sin(x) * np.roll(x, 1) ** 2)
x, v = np.random.default_rng(1).normal(size=(2, 6))
_, theirs = jax.jvp(jax.grad(waves(jnp)), (x,), (v,))
for way in (hvp, hvp_reverse_over_forward, hvp_reverse_over_reverse):
    gap = np.max(abs(way(waves(np), (x,), (v,)) - theirs))
    print(f"{way.__name__:25} against JAX: {gap:.0e}")

# %% [markdown]
# Now the bill. The network is 64 wide and eight layers deep; its numbers lie
# in counted arrays, so every multiplication and every number alive is
# booked. First the multiplications, then the most numbers alive at once.


# %% tags=["look"]
def bill(run, widths=(64,) * 9, examples=32):
    """Multiplications, and most numbers alive beyond the inputs."""
    rng, counter = np.random.default_rng(0), Counter()
    shapes = [s for k, m in pairwise(widths) for s in ((k, m), (m,))]
    p, v = (
        tuple(counter.array(rng.normal(size=s) / 8) for s in shapes)
        for _ in range(2)
    )
    X, Y = rng.normal(size=(2, examples, 64))
    before, counter.peak = counter.live, counter.live
    run(lambda p: np.sum((predict(p, X) - Y) ** 2), p, v)
    return counter.multiplications, counter.peak - before


bills = {
    "loss": bill(lambda f, p, v: f(p)),
    "gradient": bill(lambda f, p, v: grad(f)(p)),
    "forward over reverse": bill(lambda f, p, v: hvp(f, (p,), (v,))),
    "reverse over forward": bill(
        lambda f, p, v: hvp_reverse_over_forward(f, (p,), (v,))
    ),
    "reverse over reverse": bill(
        lambda f, p, v: hvp_reverse_over_reverse(f, (p,), (v,))
    ),
}
figures.bill(bills)

# %% tags=["look"]
counter, widths = Counter(), (16, 16, 16)
X = np.random.default_rng(0).normal(size=(32, 16))
whole = network_loss(widths, X, np.cos(X))
p = counter.array(np.random.default_rng(1).normal(size=544) / 4)
whole(p)
once, counter.multiplications = counter.multiplications, 0
hessian(whole)(p)
times, most = counter.multiplications / once, 3 + 6 * 544
print(f"a Hessian of 544 weights: {times:.0f} losses; your bound {most}")

# %% [markdown]
# Your bounds hold, with some to spare: the data has no tangent and needs no
# cotangent. Reverse over forward looks cheaper by 1. That is what the
# gradient's own products cost, a layer's input times a cotangent. The other
# two compute the gradient as well: `jvp(grad(f), ...)` returns it, and `hvp`
# drops it. Keep it if you need both. Deep networks approach **1, 3, and 9
# with the gradient or 8 without it**.
#
# Now the right half. Reverse over forward is cheapest in products, and
# dearest in memory. Whatever is outermost and reverse must keep all values of
# the program inside. Forward over reverse keeps the gradient's, each with its
# tangent: twice as much, and no more.

# %% [markdown]
# ## 3. When is it symmetric?
#
# $H v$ and $H^T v$ are the same if $H$ is symmetric, and the ways of
# section 2 have been quietly relying on that. But what you differentiate is
# a program, and a program can be wrong about its gradient. Here is a
# primitive whose author forgot half of the product rule. Its values are
# right, and so are its tangents.


# %%
@primitive
def times(a, b):
    return a * b


times.defjvp(
    lambda a_dot, y, a, b: a_dot * b, lambda b_dot, y, a, b: a * b_dot
)
times.defvjp(
    lambda y_bar, y, a, b: y_bar * b, lambda y_bar, y, a, b: 0 * y_bar
)


# %% tags=["look"]
def half(x):
    return times(x[0], x[1])


x, v = np.array([2.0, 5.0]), np.array([1.0, 1.0])
print("gradient", grad(half)(x), "and its Jacobian:")
print(hessian(half)(x))
for way in (hvp, hvp_reverse_over_forward, hvp_reverse_over_reverse):
    print(f"{way.__name__:25}", way(half, (x,), (v,)))

# %% [markdown]
# ### Exercise ps6-symmetry (2 points, ★★☆, 6 min)
#
# (a) The engine calls $g(x) = (x_2, 0)$ the gradient of `half`. Why is there
# no function at all whose gradient is $g$? (b) Explain from the formulas of
# section 2 why forward over reverse and reverse over reverse return
# different vectors. Which of them is $J v$, with $J$ the Jacobian of $g$?
# Reverse over forward never pulls back through `times` itself, but through
# what its pushes compute. Whose product does it return? (c) So "is the Hessian symmetric?" tests a gradient without any
# differences. Name a wrong gradient that passes it.

# %% [markdown] nbgrader={"grade_id": "ps6-symmetry"}
# ### BEGIN SOLUTION ps6-symmetry
# (a) If $g$ were the gradient of some $F$, then $\partial F / \partial x_1 =
# x_2$ and $\partial F / \partial x_2 = 0$. The second derivatives of $F$ would
# be continuous, so their order would not matter; but $\partial g_1 /
# \partial x_2 = 1$ and $\partial g_2 / \partial x_1 = 0$. (Or: by the second
# equation $F$ does not depend on $x_2$, so neither does its first slope,
# which yet should be $x_2$.)
#
# (b) Forward over reverse pushes $v$ through $g$: it returns $J v$. Reverse
# over reverse pulls $v$ back through $g$: it returns $J^T v$. With $J =
# \begin{pmatrix} 0 & 1 \\ 0 & 0 \end{pmatrix}$ and $v = (1, 1)$, $J v = (1,
# 0)$ and $J^T v = (0, 1)$. Both are right about what they compute. They
# agree only where $J$ is symmetric. Reverse over forward differentiates the
# slope $v_1 x_2 + x_1 v_2$, which the right tangents give: its gradient
# $(v_2, v_1)$ is the product with the true Hessian.
#
# (c) Any gradient of another function: twice the right one, one of the wrong
# sign, one that leaves out a whole term of the loss.
#
# **Marking scheme (2 points)**
# - Half a point: the mixed derivatives of $g$ differ, which those of a
#   smooth function cannot (or the argument by integrating).
# - Half a point: one way computes $J v$, the other $J^T v$.
# - Half a point: forward over reverse is the one that returns $J v$, and
#   reverse over forward the product with the true Hessian.
# - Half a point: an error that leaves a gradient of something.
# ### END SOLUTION

# %% [markdown]
# ## 4. Solve with products alone
#
# Newton's method wants $s$ with $H s = -\nabla f$. That is a linear system,
# and its matrix is only known by its products. **Conjugate gradients** solve
# it if $H$ is symmetric and positive definite: the function
# $q(s) = \tfrac12 s^T H s - b^T s$ has its minimum where $H s = b$. Walk
# down. Its steepest descent is the residual $r = b - H s$.

# %% [markdown]
# Walk along $p$, as far as it goes down: $s + \alpha p$ is lowest at
#
# $$\alpha = \frac{r^T r}{p^T H p}, \qquad r \leftarrow r - \alpha\, H p.$$
#
# The next direction is the new residual, corrected so that it does not
# undo the last step, which means $p_{\text{new}}^T H p = 0$:
#
# $$p_{\text{new}} = r_{\text{new}} + \beta p, \qquad
# \beta = \frac{r_{\text{new}}^T r_{\text{new}}}{r^T r}.$$
#
# One product a step. All directions found so far stay settled, so after $n$
# steps nothing is left to do (up to rounding).

# %% [markdown]
# ### Exercise ps6-cg (3 points, ★★☆, 10 min)
#
# Write `conjugate_gradients`, as its docstring says. One case is not in the
# formulas: where $H$ curves down, $p^T H p \le 0$, walking along $p$ has no
# lowest point. Then stop, and return what you have; or $b$, if that
# happens at once.
#
# <details><summary>Hint</summary>
#
# Keep three vectors: `s`, `r`, `p`. Ask the product once a step, `q =
# product(p)`, and use it for both $p^T H p$ and the new residual. You need
# the old $r^T r$ when the new one is known.
#
# </details>

# %% nbgrader={"grade_id": "ps6-cg-check"}
checks.run("ps6-cg", conjugate_gradients)

# %% [markdown]
# Thirty-one unknowns, and a matrix whose eigenvalues run from 1 to 100.
# Steepest descent is the same program, told to forget its direction after
# every step. How far are both after 31 steps?

# %% tags=["look"]
rng = np.random.default_rng(0)
Q, b = np.linalg.qr(rng.normal(size=(31, 31)))[0], rng.normal(size=31)
A = Q * np.linspace(1, 100, 31) @ Q.T
multiply, s, falls = lambda p: A @ p, np.zeros(31), ([], [])
for k in range(1, 36):
    s = s + conjugate_gradients(multiply, b - A @ s, 1)
    both = s, conjugate_gradients(multiply, b, k, 1e-15)
    for fall, x in zip(falls, both):
        fall.append(np.linalg.norm(b - A @ x) / np.linalg.norm(b))
figures.falling(
    dict(zip(("steepest descent", "conjugate gradients"), falls)),
    "a system of 31 equations",
    ("products with the matrix", "residual |b - A s| / |b|"),
)

# %% [markdown]
# After 31 steps conjugate gradients have nothing left to do, while steepest
# descent has one digit. Rounding can spoil that: with eigenvalues in equal
# ratios, `np.geomspace(1, 1000, 31)`, they are far from done after 31 steps.
# So Newton's method below allows twice as many.
#
# A good place for a break.
#
# ## 5. Newton without a matrix
#
# Near the minimum a function is nearly a quadratic, and for a quadratic the
# step $s$ leads to the bottom at once. Far away it may lead anywhere, so
# first ask: is $x + s$ really lower? If not, try half the step, and so on.

# %% [markdown]
# ### Exercise ps6-newton (3 points, ★★★, 10 min)
#
# Write `newton_cg`: gradient, conjugate gradients with your `hvp` as the
# product, the first of $t = 1, \tfrac12, \tfrac14, \dots$ that goes down by
# enough, and step.
#
# <details><summary>Hint</summary>
#
# `lambda p: hvp(f, (x,), (p,))` is a product with $H$. "By enough" is the
# inequality in the docstring; `g @ s` is the slope along the step, and it is
# negative.
#
# </details>

# %% nbgrader={"grade_id": "ps6-newton-check"}
checks.run("ps6-newton", newton_cg)

# %% [markdown]
# A real problem: 569 tumors, 30 measurements of each, and whether it was
# malignant. **Logistic regression** minimizes the mean of
# $\log(1 + e^{-y z})$, where $z$ is linear in the measurements and $y = \pm 1$;
# a small multiple of $|w|^2$ keeps the minimum unique. It is convex, and the
# measurements are strongly correlated: a long, narrow valley.


# %%
def logistic(Z, y, ridge):
    """The loss of logistic regression as a function of the weights."""
    return lambda w: (
        np.mean(np.logaddexp(0.0, -y * (Z @ w))) + ridge / 2 * np.sum(w**2)
    )


X, malignant = data.tumors()
order = np.random.default_rng(0).permutation(len(X))
train, test = order[:455], order[455:]
Z = (X - X[train].mean(axis=0)) / X[train].std(axis=0)
Z, y = np.column_stack([Z, np.ones(len(Z))]), 2.0 * malignant - 1
loss = logistic(Z[train], y[train], 1e-5)


# %%
def descent(f, x, rate, steps):
    """The values of f on the way of gradient descent."""
    values = []
    for _ in range(steps):
        value, g = value_and_grad(f)(x)
        values.append(value)
        x = x - rate * g
    return np.array(values)


def counting(w):
    """The loss; it notes when it is run for a derivative."""
    if not isinstance(w, np.ndarray):
        runs.append(1)
    return loss(w)


# %% [markdown]
# What should the horizontal axis be? A Newton step is many products, a step
# of gradient descent is one gradient. For this loss a product costs two
# gradients, by count, so Newton is charged two for every run of its loss with
# tangents or a tape.

# %% tags=["look"]
start, runs, work = np.zeros(31), [], [0]
w, newton = start, [loss(start)]
for _ in range(13):
    w, (_, value) = newton_cg(counting, w, 1)
    newton.append(value)
    work.append(2 * len(runs))
top = np.linalg.eigvalsh(hessian(loss)(w))[-1]
walk = descent(loss, start, 1.9 / top, 2000)
right = np.mean(np.sign(Z[test] @ w) == y[test])
print(f"{right:.1%} of {len(test)} new tumors are named rightly")
figures.newton(
    {"Newton-CG": (work, newton), "gradient descent": (range(2000), walk)}
)

# %% [markdown]
# From step 9 on Newton's right digits go 3, 4, 7, 11, and then all there
# are: almost doubled each time. That took 1600 gradients' worth of work.
# Gradient descent has not quite four digits after 2000, and it was helped:
# $1.9 / \lambda_{\max}$ *at the minimum* is nearly the largest rate that is
# stable there, and one has to know the answer to know it. The condition
# number at the minimum is 5900. With ridge $10^{-3}$ it is 140, and the race
# is almost a draw: try it.
#
# One thing is odd. The rate is 32, but at the start $\lambda_{\max}$ is 3.2,
# so by ps4's rule a rate above 0.63 must blow up. The loss did rise, from 0.7
# to 2.1, and then it came down. Section 6 looks into that.

# %% [markdown]
# ### The gradient depends on how you measure, the derivative does not
#
# The derivative of $f$ at $x$ is the linear map $v \mapsto Df(v)$: no choice
# in it. To turn it into a *direction* one needs lengths and angles. With the
# inner product $\langle u, v\rangle_M = u^T M v$ ($M$ symmetric, positive
# definite) the gradient is the vector $g_M$ for which
#
# $$\langle g_M, v\rangle_M = Df(v) \quad\text{for every } v.$$
#
# With $M = I$ that is what `grad` returns. Rescale one input, measure it in
# inches, and another direction is steepest.

# %% [markdown]
# ### Exercise ps6-steepest (1 point, ★★☆, 3 min)
#
# Return $g_M$, given `g` with $Df(v) = g^T v$.


# %% nbgrader={"grade_id": "ps6-steepest"}
def gradient_in(M, g):
    """Return the gradient with respect to the inner product u^T M v.

    Args:
        M: (n, n) symmetric and positive definite.
        g: (n,) partial derivatives.

    Returns:
        g_M: (n,) gradient in that inner product.
    """
    ### BEGIN SOLUTION ps6-steepest
    return np.linalg.solve(M, g)
    ### END SOLUTION


# %% nbgrader={"grade_id": "ps6-steepest-check"}
checks.run("ps6-steepest", gradient_in)

# %% [markdown]
# Around the point, each metric draws the curve of all steps of one length:
# a circle, or an ellipse. Its arrow goes where that curve reaches lowest (the
# bowl is taken as straight here; long arrows are cut). One choice of $M$ is
# special. Where does the third arrow point, and which method have you just
# rediscovered?

# %% tags=["look"]
A, x = np.array([[1.0, 0.6], [0.6, 4.0]]), np.array([2.0, 1.5])
bowl = lambda x: 0.5 * x @ A @ x
metrics = {
    "M = I": np.eye(2),
    "M = diag(1, 9)": np.diag([1.0, 9.0]),
    "M = Hessian": hessian(bowl)(x),
}
arrows = {name: -gradient_in(M, grad(bowl)(x)) for name, M in metrics.items()}
figures.steepest(A, x, arrows, metrics)

# %% [markdown]
# A Newton step is a plain gradient step, for whoever measures lengths by
# the Hessian.
#
# ## 6. The edge of stability
#
# ps4 found a cliff: on a quadratic, gradient descent with rate $\eta$ blows up
# as soon as the largest eigenvalue of $H$ exceeds $2 / \eta$. A network is no
# quadratic; its $H$ changes with every step. Does training stay where
# $\lambda_{\max} < 2 / \eta$? Nobody forms $H$ to find out. **Power iteration**
# needs products only: multiply, normalize, repeat.

# %% [markdown]
# ### Exercise ps6-sharpness (2 points, ★☆☆, 4 min)
#
# Write `largest_eigenvalue`. It returns the vector as well: the next step of
# training changes $H$ a little, so the next search can start there.

# %% nbgrader={"grade_id": "ps6-sharpness-check"}
checks.run("ps6-sharpness", largest_eigenvalue)

# %% [markdown]
# A network with 16 hidden units learns 100 digits by squared errors, all
# of them in every step, at three rates. The dotted lines are $2 / \eta$.
# Predict: will the curves stay below, cross and blow up, or what? (It takes
# some ten seconds.)

# %%
images, labels = data.digits()
some = np.random.default_rng(0).permutation(1797)[:100]
X = images.reshape(-1, 64)[some] / 16
X, Y = X - X.mean(axis=0), np.eye(10)[labels[some]]
digit_loss = network_loss((64, 16, 10), X, Y)
rng = np.random.default_rng(0)
W1, W2 = rng.normal(size=(64, 16)) / 8, rng.normal(size=(16, 10)) / 4
fresh = np.concatenate([W1.ravel(), np.zeros(16), W2.ravel(), np.zeros(10)])


# %% tags=["look"]
def watch(rate, steps=3600, every=60):
    """The sharpness at every 60th step, and the loss at every step."""
    w, v, sharpness = fresh, np.ones(fresh.size), []

    def product(v):
        return hvp(digit_loss, (w,), (v,))

    losses = np.zeros(steps)
    for k in range(steps):
        if k % every == 0:
            value, v = largest_eigenvalue(product, v, 8 if k else 40)
            sharpness.append(value)
        losses[k], g = value_and_grad(digit_loss)(w)
        w = w - rate * g
    return np.array(sharpness), losses


figures.edge({rate: watch(rate) for rate in (0.2, 0.35, 0.5)})

# %% [markdown]
# Rates 0.35 and 0.5 start beyond their edge. The first steps overshoot,
# and at 0.5 the loss doubles; the network lands where it is less curved. From
# there training *raises* the curvature. It passes $2 / \eta$ a little, is
# thrown back, and then it hovers there for thousands of steps, with a loss
# that jumps up now and then, yet falls. Even rate 0.2, which looked safe,
# climbs, crosses 10 at about step 2700, and near step 3560 its loss jumps.
#
# On a quadratic that would be the end. Here crossing the edge throws $w$ to
# a flatter place, so training stabilizes itself. Cohen and others found this
# **edge of stability** in 2021, for networks of all kinds. It takes a
# product with the Hessian to see it.

# %% [markdown]
# ## Summary
#
# - The derivative of a gradient is a Jacobian; one product with it costs a
#   few losses, whatever the number of weights.
# - Forward over reverse returns $J v$, reverse over reverse $J^T v$, reverse
#   over forward the product that the pushes imply. They agree if what you
#   differentiate is a true gradient.
# - Eigenvalues, linear systems and Newton steps need products, not entries.

# %% [markdown]
# ## Further (optional, not graded)
#
# - Peano's function $x y (x^2 - y^2) / (x^2 + y^2)$, with value 0 at the
#   origin, has mixed derivatives $-1$ and $+1$ there. Find them by
#   differences of differences. What does your `hessian` say, and why?
# - The least eigenvalue is in reach, too: shift by the largest. Let `watch`
#   return its last `w`: is the network of section 6 at a minimum?
# - The trace: the mean of $v^T H v$ over random signs $v$ (Hutchinson, 1989).
#   How many products give two digits?
