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
# # Your bug still learns
#
# **Goal.** You can compose layers that remember their run, train a network
# on real digits, and tell a network that learns from a gradient that is
# right.
#
# **Your work.** Two cells here, three exercises in `chainrule/network.py`,
# two written answers: 17 points, about 54 minutes of work and a quarter of an
# hour to read and look. `train` comes from the notebook `network.ipynb`.

# %%
# %load_ext autoreload
# %autoreload 2
from unittest.mock import patch

import jax
import jax.numpy as jnp
import numpy as np

from chainrule import checks, data, network
from chainrule.differences import numerical_jacobian
from chainrule.figures import ps4 as figures
from chainrule.network import cross_entropy, linear, perceptron, predict
from chainrule.network import tanh_layer, train, two_layers

jax.config.update("jax_enable_x64", True)

# %% [markdown]
# ## 1. Layers that remember
#
# An $L$-layer **perceptron** is a nested function,
#
# $$Z = \tanh\bigl(\cdots \tanh(X W_1 + c_1)\, W_2 + c_2 \cdots\bigr)\, W_L +
# c_L,$$
#
# where the last layer stays linear. Its rows are examples, and the weights
# stand on the *right*. In `two_layers` of `network.ipynb`, $y = A\,(B x)^2$
# with a column $x$, they stood on the left. Transpose its $h = B x$ and you
# get $h^T = x^T B^T$. So $W_1 = B^T$: the same map, stored the other way
# round. Say it aloud once, and look here first for your next missing
# transpose.

# %% tags=["look"]
rng = np.random.default_rng(4)
shapes = (784,), (128, 784), (10, 128)
x, B, A = (rng.normal(size=shape) for shape in shapes)
batch_of_three = np.stack([x, 2 * x, -x])
one_by_one = np.stack([two_layers(row, B, A) for row in batch_of_three])
same = np.allclose((batch_of_three @ B.T) ** 2 @ A.T, one_by_one)
print("both conventions give the same outputs:", same)

# %% [markdown]
# ### Exercise ps4-layers (3 points, ★★☆, 8 min)
#
# Write `linear` and `tanh_layer` in `chainrule/network.py`: each returns its
# value and a pullback. Pulling back runs nothing forward again, so keep what
# you need. For tanh that is the *output*.
#
# For a single row you know all three cotangents of $x W + c$ from problem
# set 2. Do they survive a batch? Two of the formulas do: in `X_bar` every row
# keeps its own, and in `W_bar` the matrix product sums over the rows by
# itself. The bias needs a thought of its own.
#
# <details><summary>Hint</summary>
#
# With $b$ rows, $c$ is used $b$ times. A value that is used in several
# places collects one cotangent from each.
#
# </details>

# %% nbgrader={"grade_id": "ps4-layers-check"}
checks.run("ps4-layers", linear, tanh_layer)

# %% [markdown]
# ### Exercise ps4-cross-entropy (3 points, ★★★, 12 min)
#
# A network that chooses among $m$ classes returns $m$ numbers $z_j$, the
# **logits**. Their softmax $e^{z_j} / \sum_k e^{z_k}$ is a distribution, and
# the loss of an example with label $t$ is minus the logarithm of its entry
# $t$:
#
# $$\ell = \log \sum_j e^{z_j} - z_t.$$
#
# Write `cross_entropy` in `chainrule/network.py`, averaged over the batch
# this time, so that a good rate does not depend on the size of a batch. Then
# try logits of 1000, where $e^{1000}$ is infinite and $\ell$ is harmless.
#
# <details><summary>Hint</summary>
#
# Subtract a number $s$ from every logit of a row: $\ell$ does not change.
# Which $s$ makes every exponential at most 1, and one of them equal to 1?
#
# </details>
# <details><summary>Hint</summary>
#
# Differentiate $\log \sum_j e^{z_j}$ with respect to $z_k$. You know the
# result by name. What does $-z_t$ add, and to which entry?
#
# </details>

# %% nbgrader={"grade_id": "ps4-cross-entropy-check"}
checks.run("ps4-cross-entropy", cross_entropy)

# %% [markdown]
# ### Exercise ps4-perceptron (3 points, ★★★, 10 min)
#
# Compose. Write `perceptron(parameters, X)` in `chainrule/network.py`. It
# runs through the layers with your `linear` and `tanh_layer` and collects
# pullbacks. Its own pullback walks that list in reverse. The parameters are
# one flat tuple $(W_1, c_1, W_2, c_2, \dots)$ of any even length, and their
# cotangents come back in the same order.
#
# <details><summary>Hint</summary>
#
# Keep a list. A function defined in a loop that mentions the loop's
# variable sees the variable's *last* value. A list entry does not move.
#
# </details>

# %% nbgrader={"grade_id": "ps4-perceptron-check"}
checks.run("ps4-perceptron", perceptron)

# %% [markdown]
# ### JAX calls your pullback
#
# `jax.custom_vjp` lets JAX use a pullback that somebody else wrote. Below,
# JAX differentiates the loss itself; when it reaches the network, it hands
# $\bar Z$ to *your* code. `forward` returns the value and whatever `backward`
# will need: here, your pullback. JAX keeps only arrays and containers of
# arrays for that, and `Partial` makes a function look like one. `defvjp`
# joins the three.
#
# Since your code is NumPy, it needs actual numbers: this works step by step,
# but not under `jax.jit` or `jax.vmap`, which run your program on symbols.


# %% tags=["look"]
@jax.custom_vjp
def by_hand(parameters, X):
    return forward(parameters, X)[0]


def forward(parameters, X):
    Z, pullback = perceptron(*jax.tree.map(np.asarray, (parameters, X)))
    return jnp.asarray(Z), jax.tree_util.Partial(pullback)


def backward(pullback, Z_bar):
    parameters_bar, X_bar = pullback(np.asarray(Z_bar))
    return tuple(parameters_bar), X_bar


by_hand.defvjp(forward, backward)


# %% tags=["look"]
def in_jax(parameters, X):
    W1, c1, W2, c2 = parameters
    return jnp.tanh(X @ W1 + c1) @ W2 + c2


def risk_through(f):
    def risk(parameters, batch):
        Z, t = f(tuple(parameters), batch[0]), batch[1]
        return jnp.mean(jax.nn.logsumexp(Z, 1) - Z[np.arange(len(t)), t])

    return jax.value_and_grad(risk)


jax_risk = jax.jit(risk_through(in_jax))

# %% [markdown]
# Real data: 1797 handwritten digits, 8 by 8 pixels, scaled to lie between
# 0 and 1, shuffled, four fifths for training. (The file is not in random
# order. Without the shuffle, the last fifth is a harder question.) The ten
# steps below may take ten seconds: JAX without `jit` is slow.

# %% tags=["look"]
images, labels = data.digits()
order = np.random.default_rng(0).permutation(len(labels))
pixels, labels = images.reshape(-1, 64)[order] / 16, labels[order]
X_train, t_train = pixels[:1437], labels[:1437]
X_test, t_test = pixels[1437:], labels[1437:]


def fresh(seed=0, hidden=32):
    rng = np.random.default_rng(seed)
    W1 = rng.normal(size=(64, hidden)) / 8
    W2 = rng.normal(size=(hidden, 10)) / np.sqrt(hidden)
    return W1, np.zeros(hidden), W2, np.zeros(10)


# %% tags=["look"]
def epochs(number):
    rng = np.random.default_rng(5)
    for _ in range(number):
        for rows in np.array_split(rng.permutation(1437), 45):
            yield X_train[rows], t_train[rows]


yours = theirs = fresh()
for step, batch in zip(range(10), epochs(1)):
    yours = tuple(train(risk_through(by_hand), yours, [batch], 0.1)[0])
    theirs = tuple(train(jax_risk, theirs, [batch], 0.1)[0])
    gap = max(float(np.max(abs(a - b))) for a, b in zip(yours, theirs))
    if step in (0, 4, 9):
        print(f"after step {step + 1:2}: largest difference {gap:.0e}")

# %% [markdown]
# Ten steps, 2410 parameters, and the two networks agree to the last digit
# or two. That is a far stronger statement than "both reach the same
# accuracy", as the next section shows.

# %% [markdown]
# ## 2. Five networks, four of them wrong
#
# Everything of yours at once: network, loss, pullbacks, training. Thirty
# epochs take about a second.


# %% tags=["look"]
def risk(parameters, batch):
    X, t = batch
    Z, pull_network = perceptron(parameters, X)
    value, pull_loss = cross_entropy(Z, t)
    return value, pull_network(pull_loss(1.0))[0]


def accuracy(parameters, X=X_test):
    return np.mean(np.argmax(predict(parameters, X), axis=1) == t_test)


trained = fresh()
print(f"accuracy before training: {accuracy(trained):.3f}")
trained, history = train(risk, trained, epochs(30), 0.1)
print(f"loss {history[0]:.3f} at first, {history[-45:].mean():.3f} at last")
print(f"accuracy on new digits: {accuracy(trained):.3f}")

# %% [markdown]
# Now sabotage your own module. One version replaces $W^T$ in the pullback
# of `linear` by a fixed **random matrix**. One forgets the **slope of
# tanh**. One passes **zeros** back to the first layer, so that it never
# learns. One gets the **sign** wrong.
#
# Before you run it: rank the five by accuracy, and guess the value for the
# random matrix.


# %% tags=["look"]
def saboteur(change):
    def wrong_linear(X, W, c):
        Y, pullback = linear(X, W, c)
        R = np.random.default_rng(1).normal(size=W.T.shape) / len(W) ** 0.5
        return Y, lambda g: (change(g, R, pullback(g)[0]), *pullback(g)[1:])

    return patch.object(network, "linear", wrong_linear)


no_slope = lambda X: (np.tanh(X), lambda H_bar: H_bar)
bugs = {
    "right": patch.object(network, "linear", linear),
    "slope of tanh forgotten": patch.object(network, "tanh_layer", no_slope),
    "random for W^T": saboteur(lambda g, R, X_bar: g @ R),
    "zeros passed back": saboteur(lambda g, R, X_bar: 0 * X_bar),
    "wrong sign": saboteur(lambda g, R, X_bar: -X_bar),
}

# %% tags=["look"]
curves, accuracies = {}, {}
for name, bug in bugs.items():
    with bug:
        parameters, losses = train(risk, fresh(), epochs(30), 0.1)
    curves[name] = losses.reshape(30, 45).mean(axis=1)
    accuracies[name] = accuracy(parameters)
    if name != "right" and np.array_equal(curves[name], curves["right"]):
        print(f"{name}: no change. Does perceptron call linear, tanh_layer?")
figures.learning(curves, accuracies)

# %% [markdown]
# With seed 0 the random matrix costs two percentage points, and the missing
# slope one digit of 360. Write `fresh(1)` for `fresh()` in the cell above:
# there the version without slopes is better than the right one. Nobody who
# watches accuracy would look for a bug.
#
# So look at the gradient, and parameter by parameter: against JAX, against
# central differences, and one saboteur against the same differences. Which
# rows will betray it?

# %% tags=["look"]
batch = X_train[:20], t_train[:20]
at = fresh(seed=9)


def loss_of(k):
    return lambda p: risk((*at[:k], p, *at[k + 1 :]), batch)[0]


def errors(gradient, reference):
    return {
        name: np.max(abs(a - b)) / np.max(abs(b))
        for name, a, b in zip(("W1", "c1", "W2", "c2"), gradient, reference)
    }


# %% tags=["look"]
right = risk(at, batch)[1]
with bugs["random for W^T"]:
    wrong = risk(at, batch)[1]
differences = [numerical_jacobian(loss_of(k), p) for k, p in enumerate(at)]
figures.gradient_check(
    {
        "yours against JAX": errors(right, jax_risk(at, batch)[1]),
        "yours against differences": errors(right, differences),
        "random for W^T, against differences": errors(wrong, differences),
    }
)

# %% [markdown]
# ### Exercise ps4-why-learns (2 points, ★★☆, 6 min)
#
# (a) With "zeros passed back" only $W_2$ and $c_2$ are trained. What does
# its accuracy explain about that of the random matrix, and what does it
# leave open? (b) Name a test that convicts the bug. Say what it compares
# with what, which parameters fail it, and why only those.

# %% [markdown] nbgrader={"grade_id": "ps4-why-learns"}
# ### BEGIN SOLUTION ps4-why-learns
# (a) $W_2$ and $c_2$ get their true gradient, since it does not pass through
# the wrong line. That alone reaches 88%: 32 fixed random features of 64
# pixels carry most of what is needed. It does not explain the rest, from 88%
# to 97%. So what the random matrix sends back to $W_1$ and $c_1$ is wrong,
# but useful. (Any step that lowers the loss on average helps; it need not be
# the gradient. While it trains, $W_2$ turns so that the wrong direction
# comes closer to the right one.)
#
# (b) Compare the pullback with something that shares no line with it:
# central differences along a random direction (or entry by entry), for
# each parameter separately, at random parameters; or JAX. A Taylor test
# also does: the remainder's slope is 1, not 2. $W_1$ and $c_1$ fail, $W_2$
# and $c_2$ pass: only cotangents that went through the wrong line are wrong.
#
# **Marking scheme (2 points)**
# - Half a point: the last layer is trained rightly, and on frozen features
#   that is enough for most of the accuracy.
# - Half a point: the rest is open; the wrong gradient of the first layer must
#   be of some use.
# - Half a point: an independent test, with what is compared.
# - Half a point: $W_1$ and $c_1$ fail, because their cotangents pass through
#   the wrong line.
# ### END SOLUTION

# %% [markdown]
# The rows say *where*. The first cotangent that passes through the wrong
# line is the first that is wrong. And why is a wrong gradient of use? Look
# at the angle between the wrong gradient of $W_1$ and the right one, while
# the wrong one trains.


# %% tags=["look"]
def angle(parameters):
    everything = X_train, t_train
    true = np.ravel(risk(parameters, everything)[1][0])
    with bugs["random for W^T"]:
        false = np.ravel(risk(parameters, everything)[1][0])
    lengths = np.linalg.norm(true) * np.linalg.norm(false)
    return np.degrees(np.arccos(true @ false / lengths))


parameters, batches, done = fresh(), list(epochs(10)), 0
for epoch in (0, 1, 3, 10):
    with bugs["random for W^T"]:
        more = batches[45 * done : 45 * epoch]
        parameters, _ = train(risk, parameters, more, 0.1)
    done = epoch
    print(f"after {epoch:2} epochs: {angle(parameters):.0f} degrees")

# %% [markdown]
# Below 90 degrees a small step goes downhill. $W_2$ has turned until the
# random matrix is good enough. This is called feedback alignment (Lillicrap
# and others, 2016).

# %% [markdown]
# ### A test that both authors pass
#
# The dot-product test needs no differences: $\langle \bar y, \dot
# y\rangle = \langle \bar x, \dot x\rangle$, left by the JVP, right by the
# VJP. A friend forgot something in the bias, and wrote his JVP and VJP of
# the square in one sitting, without the factor 2.

# %% tags=["look"]
Y_bar, c_dot = rng.normal(size=(30, 3)), rng.normal(size=3)
Y_dot = np.broadcast_to(c_dot, (30, 3))  # his JVP
c_bar = Y_bar  # his VJP
print("bias, JVP side:   ", np.sum(Y_bar * Y_dot))
print("bias, VJP side:   ", np.sum(c_bar * c_dot))
h, h_dot, z_bar = rng.normal(size=(3, 5))
z_dot = h * h_dot  # his JVP
h_bar = h * z_bar  # his VJP
print("square, JVP side: ", np.sum(z_bar * z_dot))
print("square, VJP side: ", np.sum(h_bar * h_dot))

# %% [markdown]
# ### Exercise ps4-why-pairing (2 points, ★★☆, 6 min)
#
# Both tests pass, to all digits. (a) For each, say why the test cannot see
# the mistake. (b) For each, give the cheapest additional check that can.

# %% [markdown] nbgrader={"grade_id": "ps4-why-pairing"}
# ### BEGIN SOLUTION ps4-why-pairing
# (a) *Bias.* His $\bar c$ has shape $(30, 3)$ and $\dot c$ has shape $(3,)$.
# The product broadcasts, and the sum over everything does the forgotten sum
# over the batch for him.
#
# *Square.* The test only asks whether the two maps are transposes of each
# other. $\dot h \mapsto h \dot h$ and $\bar z \mapsto h \bar z$ are, but of
# half of the derivative. The test never looks at the function.
#
# (b) *Bias:* compare shapes first: a cotangent has the shape of its primal.
# *Square:* compare the JVP with a difference quotient of the function
# itself in one direction (or run a Taylor test).
#
# **Marking scheme (2 points)**
# - Half a point: broadcasting does the sum.
# - Half a point: the test compares JVP with VJP, never with the function,
#   so a common error passes.
# - Half a point: a check of the shape.
# - Half a point: a check of one side against values of the function.
# ### END SOLUTION

# %% [markdown]
# ## 3. Two loose ends
#
# ### Follow the cotangent of the input
#
# Training throws $\bar X$ away. It has the shape of a picture, and says for
# each pixel how the loss changes with its ink. To raise the loss as much
# as possible, to first order, without changing any pixel by more than
# $\epsilon$, move every pixel by $\epsilon$ in the direction of its sign:
# $X + \epsilon\,\mathrm{sign}(\bar X)$.
#
# ### Exercise ps4-signed-step (2 points, ★☆☆, 5 min)
#
# Write it with your `perceptron` and `cross_entropy`: two pullbacks, one
# after the other, and the first needs the number 1.0. The inputs need not
# stay between 0 and 1.


# %% nbgrader={"grade_id": "ps4-signed-step"}
def signed_step(parameters, X, labels, size):
    """Move every input by size, so that the loss grows to first order.

    The loss is the cross-entropy of perceptron(parameters, X). An entry
    whose cotangent is 0 does not move.

    Args:
        parameters: Tuple (W1, c1, W2, c2, ...).
        X: (b, k) inputs, left unchanged.
        labels: (b,) integers.
        size: () distance that every entry moves.

    Returns:
        moved: (b, k) inputs.
    """
    ### BEGIN SOLUTION ps4-signed-step
    Z, pull_network = perceptron(parameters, X)
    _, pull_loss = cross_entropy(Z, labels)
    _, X_bar = pull_network(pull_loss(1.0))
    return X + size * np.sign(X_bar)
    ### END SOLUTION


# %% nbgrader={"grade_id": "ps4-signed-step-check"}
checks.run("ps4-signed-step", signed_step)

# %% [markdown]
# Compare with random signs of the same size. How many gray levels (there
# are 17) does it take to break a network that is right 355 times of 360?

# %% tags=["look"]
signs = np.random.default_rng(3).choice([-1.0, 1.0], X_test.shape)
sizes = np.linspace(0, 0.25, 6)
moves = {
    "random signs": lambda s: X_test + s * signs,
    "signs of x_bar": lambda s: signed_step(trained, X_test, t_test, s),
}
figures.breaking(
    sizes,
    {
        name: [accuracy(trained, move(s)) for s in sizes]
        for name, move in moves.items()
    },
)

# %% [markdown]
# A step of 0.1 is less than two gray levels. To first order a random step
# moves the loss of an example by about $\epsilon \lVert \bar x \rVert_2$, up
# or down: the 64 changes mostly cancel. Along the signs they add up to
# $\epsilon \lVert \bar x \rVert_1$, always up: here five to six times as
# much, and at most $\sqrt{64}$ times. At $\epsilon = 0.1$ the true rise is
# four times what first order says, since the loss curves upward.
#
# Below, the network names seven digits. Cover the words: can *you* tell the
# random step from the signed one?

# %% tags=["look"]
few, size = slice(0, 7), 0.15
attacked = signed_step(trained, X_test, t_test, size)
versions = {
    "digit": X_test[few],
    "x_bar: signs": (attacked - X_test)[few] / size,
    "random step": X_test[few] + size * signs[few],
    "signed step": attacked[few],
}
called = {
    name: np.argmax(predict(trained, v), axis=1)
    for name, v in versions.items()
}
figures.digits(versions, t_test[few], called)

# %% [markdown]
# ### A loss that looks inside
#
# Nothing says that a loss may see only the output. To keep hidden values
# small, add a penalty on $H = \tanh(X W_1 + c_1)$:
#
# $$\mathrm{loss} = \mathrm{cross\ entropy}(H W_2 + c_2,\; t) + \mu \sum
# H_{ij}^2.$$
#
# ### Exercise ps4-hidden (2 points, ★★☆, 7 min)
#
# Now $H$ is used twice. Compose `linear`, `tanh_layer` and `cross_entropy`
# yourself, and mind what arrives at $H$.
#
# <details><summary>Hint</summary>
#
# Which two terms of the loss mention $H$? Each sends back a cotangent of
# $H$'s shape. Add them *before* the pullback of tanh.
#
# </details>


# %% nbgrader={"grade_id": "ps4-hidden"}
def penalized(parameters, X, labels, strength):
    """Return the loss with its penalty on H, and its gradient.

    Args:
        parameters: Tuple (W1, c1, W2, c2).
        X: (b, k) inputs.
        labels: (b,) integers.
        strength: () factor of the sum of all squares of H: mu above.

    Returns:
        loss: () cross-entropy and penalty.
        parameters_bar: Tuple shaped like parameters.
    """
    ### BEGIN SOLUTION ps4-hidden
    W1, c1, W2, c2 = parameters
    h, pull_first = linear(X, W1, c1)
    H, pull_tanh = tanh_layer(h)
    Z, pull_second = linear(H, W2, c2)
    value, pull_loss = cross_entropy(Z, labels)
    H_bar, W2_bar, c2_bar = pull_second(pull_loss(1.0))
    H_bar = H_bar + 2 * strength * H
    _, W1_bar, c1_bar = pull_first(pull_tanh(H_bar))
    penalty = strength * np.sum(H**2)
    return value + penalty, (W1_bar, c1_bar, W2_bar, c2_bar)
    ### END SOLUTION


# %% nbgrader={"grade_id": "ps4-hidden-check"}
checks.run("ps4-hidden", penalized)

# %% tags=["look"]
for strength in (0.0, 0.0003, 0.003):
    p, _ = train(
        lambda p, batch, s=strength: penalized(p, *batch, s),
        fresh(),
        epochs(30),
        0.1,
    )
    H = np.tanh(X_test @ p[0] + p[1])
    size = np.mean(H**2)
    print(f"strength {strength:<6g}: H^2 {size:.3f}, right {accuracy(p):.3f}")

# %% [markdown]
# The larger penalty shrinks the mean of $H^2$ to a fifth, at the price of four
# digits of 360.

# %% [markdown]
# ## Summary
#
# - A layer that returns its value and a pullback knows its own run, so layers
#   compose: pullbacks go into a list, and back out in reverse.
# - Parameters that a batch shares collect cotangents by adding; a value
#   that is used twice does, too.
# - The cotangent of the input is a gradient, too: a step of two gray levels
#   along its signs breaks a network that random steps hardly hurt.
# - Learning is no evidence for a gradient. Only something independent of
#   your formulas is: differences, JAX, or a Taylor slope of 2, as
#   `taylor_slope` of `chainrule/differences.py` measures it.

# %% [markdown]
# ## Further (optional, not graded)
#
# - Train on digits moved by `signed_step`, a fresh step for every batch, and
#   draw the curve of section 3 again. (Goodfellow, Shlens and Szegedy, 2015.)
# - `network.ipynb` found a cliff: the largest rate at which training is
#   stable. Find that of the digits network: raise the rate until training
#   breaks. Is it a cliff or a slope?
