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
# # A rule is a promise
#
# **Goal.** You can give the engine a primitive of your own, train a network
# that nobody differentiated by hand, and bend a gradient on purpose.
#
# **Your work.** Three cells here, one written answer: 10 points, about 25
# minutes of work and a quarter of an hour to read and look. The notebook
# runs on your `chainrule/reverse.py`, and on `network.py` of problem set 4
# (`train`, `predict`, `cross_entropy`, `perceptron`).

# %%
# %load_ext autoreload
# %autoreload 2
import jax
import jax.numpy as jnp
import numpy as np

from chainrule import checks, data, network, reverse
from chainrule.figures import ps5 as figures
from chainrule.reverse import grad, order, primitive, value_and_grad

jax.config.update("jax_enable_x64", True)

# %% [markdown]
# ## 1. A primitive of your own
#
# A **primitive** is a function with a rule. `@primitive` makes a plain NumPy
# function one single node of the tape: what it does inside is not traced.
# `defvjp` registers its rules, one for each argument. A rule gets the
# cotangent, the **saved output** and all arguments, and returns the
# cotangent of *its* argument. For tanh, as in problem set 2, the output is
# enough:


# %% tags=["look"]
@primitive
def tanh(x):
    return np.tanh(x)


tanh.defvjp(lambda y_bar, y, x: y_bar * (1 - y**2))
print(grad(tanh)(0.5), grad(grad(tanh))(0.5))


# %% [markdown]
# In PyTorch it is a `torch.autograd.Function`. (It is not installed here.)
#
# <details><summary>The same in PyTorch: what must be saved goes into
# <code>ctx</code></summary>
#
# ```python
# class Tanh(torch.autograd.Function):
#     @staticmethod
#     def forward(ctx, x):
#         y = torch.tanh(x)
#         ctx.save_for_backward(y)
#         return y
#
#     @staticmethod
#     def backward(ctx, y_bar):
#         (y,) = ctx.saved_tensors
#         return y_bar * (1 - y**2)
# ```
#
# </details>
#
# In JAX it is `custom_vjp`, and the forward function returns the output *and*
# what to save:


# %% tags=["look"]
@jax.custom_vjp
def tanh_jax(x):
    return jnp.tanh(x)


def tanh_forward(x):
    y = jnp.tanh(x)
    return y, y


def tanh_backward(y, y_bar):
    return (y_bar * (1 - y**2),)


tanh_jax.defvjp(tanh_forward, tanh_backward)
print(jax.grad(tanh_jax)(0.5), jax.grad(jax.grad(tanh_jax))(0.5))

# %% [markdown]
# Three dialects, one idea: somebody vouches for a rule, and the engine
# stops asking. That can say more than the program does.
#
# ### Where is the comet?
#
# At time $M$ it stands at the angle $E$ that solves Kepler's equation
#
# $$E - e \sin E = M,$$
#
# where $e < 1$ is the eccentricity of its orbit, and a year lasts $2\pi$.
# There is no formula for $E$, but $|E - M| \le e$. So halve that interval
# until it is as short as floating point allows. This is plain NumPy. Can
# the engine differentiate it?


# %%
def by_halving(M, e):
    low, high = M - e, M + e
    for _ in range(60):
        E = (low + high) / 2
        too_low = E - e * np.sin(E) < M
        low, high = np.where(too_low, E, low), np.where(too_low, high, E)
    return (low + high) / 2


# %% tags=["look"]
M, e, h = 0.5, 0.9, 1e-6
print("E            ", by_halving(M, e))
print("through loop ", *grad(by_halving, argnums=(0, 1))(M, e))
quotient = lambda a, b: (by_halving(*a) - by_halving(*b)) / (2 * h)
slopes = quotient((M + h, e), (M - h, e)), quotient((M, e + h), (M, e - h))
print("differences  ", *slopes)

# %% [markdown]
# Both are wrong, and no error was raised. The engine did its job: it
# differentiated the *program*. Each halving keeps one half, a decision
# without a slope. What is left is $E = M + t\,e$ with a fixed number $t$
# from $-1$ to $1$, and its slopes are $1$ and $t$.
#
# You know more than the program does: the equation holds for all $M$ and
# $e$. Differentiate both sides and solve for $\dot E$. The search is not
# needed for that; its result is enough.

# %% [markdown]
# ### Exercise ps5-primitive (3 points, ★★☆, 8 min)
#
# Make `kepler` a primitive: write its two rules, and register them. `M` may
# be an array, and all its entries share the number `e`. Written with NumPy,
# the rules have derivatives of their own; so use the `E` that they are handed,
# and do not search again.
#
# <details><summary>Hint</summary>
#
# $\dot E - \dot e \sin E - e \cos E\; \dot E = \dot M$. Solve for $\dot E$.
# Then transpose: what multiplies $\dot M$, and what $\dot e$, which every
# entry uses?
#
# </details>


# %% nbgrader={"grade_id": "ps5-primitive"}
@primitive
def kepler(M, e):
    """Solve E - e sin E = M for E: the shape of M, with 0 < e < 1."""
    return by_halving(M, e)


def pull_M(E_bar, E, M, e):
    """Pull E_bar back to M.

    Args:
        E_bar: (n,) or () cotangent of the output.
        E: (n,) or () output that kepler returned.
        M: (n,) or () first argument.
        e: () second argument.

    Returns:
        M_bar: (n,) or () cotangent, shaped like M.
    """
    ### BEGIN SOLUTION ps5-primitive
    return E_bar / (1 - e * np.cos(E))
    ### END SOLUTION


def pull_e(E_bar, E, M, e):
    """Pull E_bar back to e; the arguments are those of pull_M: ()."""
    ### BEGIN SOLUTION ps5-primitive
    return np.sum(E_bar * np.sin(E) / (1 - e * np.cos(E)))
    ### END SOLUTION


### BEGIN SOLUTION ps5-primitive
kepler.defvjp(pull_M, pull_e)
### END SOLUTION

# %% nbgrader={"grade_id": "ps5-primitive-check"}
checks.run("ps5-primitive", pull_M, pull_e, kepler)

# %% tags=["look"]
print("rule         ", *grad(kepler, argnums=(0, 1))(M, e))
print("differences  ", *slopes)
_, outputs, _ = reverse.record(kepler, (M, e))
print("tape:", *[node.name for node in order(outputs)])

# %% [markdown]
# Sixty halvings on no tape at all, and a derivative that is right. The
# search may be rewritten in C, or be a drawer of tables, and the rule would
# not notice. Problem set 6 makes a method of this.

# %% [markdown]
# ## 2. Problem set 4 again, without its pullbacks
#
# `network.predict` and the value of `network.cross_entropy` are plain NumPy,
# written before there was an engine. So the network of problem set 4 needs
# no pullback any more. Three gradients of it: by your engine, by the
# pullbacks you wrote, and by JAX. Ten steps on the digits each, and how far
# the 2410 parameters of the others are from the engine's at most.


# %% tags=["look"]
def risk(parameters, batch):
    X, labels = batch
    return network.cross_entropy(network.predict(parameters, X), labels)[0]


def by_hand(parameters, batch):
    Z, pull_network = network.perceptron(parameters, batch[0])
    value, pull_loss = network.cross_entropy(Z, batch[1])
    return value, pull_network(pull_loss(1.0))[0]


@jax.jit
@jax.value_and_grad
def in_jax(parameters, batch):
    (W1, c1, W2, c2), (X, t) = parameters, batch
    Z = jnp.tanh(X @ W1 + c1) @ W2 + c2
    return jnp.mean(jax.nn.logsumexp(Z, 1) - Z[jnp.arange(len(t)), t])


# %% tags=["look"]
images, labels = data.digits()
shuffled = np.random.default_rng(0).permutation(len(labels))
pixels, labels = images.reshape(-1, 64)[shuffled] / 16, labels[shuffled]
X_train, t_train = pixels[:1437], labels[:1437]
X_test, t_test = pixels[1437:], labels[1437:]


def fresh(inner=0, hidden=32):
    rng = np.random.default_rng(0)
    layers = [rng.normal(size=(64, hidden)) / 8, np.zeros(hidden)]
    for _ in range(inner):
        W = rng.normal(size=(hidden, hidden)) / (2 * np.sqrt(hidden))
        layers += [W, np.zeros(hidden)]
    last = rng.normal(size=(hidden, 10)) / np.sqrt(hidden)
    return (*layers, last, np.zeros(10))


def epochs(number):
    rng = np.random.default_rng(5)
    for _ in range(number):
        for rows in np.array_split(rng.permutation(1437), 45):
            yield X_train[rows], t_train[rows]


# %% tags=["look"]
ways = {"engine": value_and_grad(risk), "by hand": by_hand, "JAX": in_jax}
at = dict.fromkeys(ways, fresh())
for step, batch in zip(range(1, 11), epochs(1)):
    for name, way in ways.items():
        at[name], _ = network.train(way, at[name], [batch], 0.1)
    gaps = [
        max(float(np.max(abs(a - b))) for a, b in zip(at["engine"], at[name]))
        for name in ("by hand", "JAX")
    ]
    if step in (1, 5, 10):
        print("step {:2}: {:.0e} to yours, {:.0e} to JAX".format(step, *gaps))

# %% [markdown]
# Three ways, one network. What did the engine write down? A smaller one can
# be drawn: four pixels, two hidden units, three classes, five examples.
# Beside each name stands the shape of its output. `largest` is `np.max`,
# `total` is `np.sum`, `gather` is indexing. The examples and their labels are
# constants and leave no node. Below the second `add`, all is `cross_entropy`.

# %% tags=["look"]
rng = np.random.default_rng(1)
shapes = (4, 2), (2,), (2, 3), (3,)
small = tuple(rng.normal(size=shape) for shape in shapes)
five = rng.normal(size=(5, 4)), np.array([0, 2, 1, 1, 0])
title = "the risk of a network"
names = ("W1", "c1", "W2", "c2")
figures.tape(reverse, lambda *p: risk(p, five), small, title, names=names)

# %% [markdown]
# ### Exercise ps5-train (2 points, ★☆☆, 5 min)
#
# Now change the network in a way that would have cost you an evening. Stack
# twelve layers, and let each inner layer *add* to what it gets:
# $H \leftarrow H + \tanh(H W + c)$. This is a **residual** network. Every $H$
# that enters an inner layer is used twice, so its cotangent is a sum. You
# write the forward pass and nothing else. (Write `H = H + ...`: recorded
# arrays are not changed in place.)


# %% nbgrader={"grade_id": "ps5-train"}
def residual(parameters, X):
    """Evaluate a network whose inner layers add to what they get.

    The first layer is tanh(X W + c), each inner one H + tanh(H W + c),
    and the last one H W + c.

    Args:
        parameters: Tuple (W, c, ..., W, c), two arrays a layer; at least
            two layers.
        X: (b, k) batch of inputs.

    Returns:
        Z: (b, m) outputs of the last layer.
    """
    ### BEGIN SOLUTION ps5-train
    H = np.tanh(X @ parameters[0] + parameters[1])
    for k in range(2, len(parameters) - 2, 2):
        H = H + np.tanh(H @ parameters[k] + parameters[k + 1])
    return H @ parameters[-2] + parameters[-1]
    ### END SOLUTION


# %% nbgrader={"grade_id": "ps5-train-check"}
checks.run("ps5-train", residual)

# %% [markdown]
# Twelve layers and 5 epochs, without the sum (`network.predict`) and with
# it. By how much does the sum help? Write your guess down before you run the
# cell.


# %% tags=["look"]
def accuracy(model, parameters):
    Z = model(parameters, X_test)
    return np.mean(np.argmax(Z, axis=1) == t_test)


for name, model in (("plain", network.predict), ("residual", residual)):

    def deep_risk(parameters, batch, model=model):
        Z = model(parameters, batch[0])
        return network.cross_entropy(Z, batch[1])[0]

    deep = fresh(inner=10)
    bars = grad(deep_risk)(deep, next(epochs(1)))
    sizes = [f"{np.linalg.norm(bars[2 * k]):.0e}" for k in (0, 5, 11)]
    deep, _ = network.train(value_and_grad(deep_risk), deep, epochs(5), 0.1)
    print(f"{name:9} W_bar of layers 1, 6, 12 at first:", *sizes, end="   ")
    print(f"accuracy {accuracy(model, deep):.3f}")

# %% [markdown]
# Each inner matrix was drawn so that it about halves what passes. About a
# thousandth of the image's signal reaches the last layer, and about a
# thousandth of the cotangent the first. A `W_bar` is the product of both, so
# all twelve are equally small, and no layer learns: 0.078 is below guessing.
# The sum is a way around, in both directions.

# %% [markdown]
# ## 3. Bend the gradient
#
# Nobody checks that a rule is true. Three lies are so useful that they are
# told in every framework; the first is even built in. All three leave the
# *value* alone, or nearly:
#
# - `stop(x)` is $x$, and passes back zeros: whatever is inside counts as a
#   constant. (`jax.lax.stop_gradient`, `tensor.detach()`.)
# - `turn(x)` is $x$, and passes back $-\bar y$: an optimizer that takes every
#   step downhill moves whatever lies before `turn` uphill.
# - `rounded(x)` is `np.round(x)`, a staircase with slope 0, and passes
#   $\bar y$ *straight through*, as if it were $x$.

# %% [markdown]
# ### Exercise ps5-passing (3 points, ★★☆, 7 min)
#
# Give the three primitives their rules: functions of `y_bar, y, x`. Here `x`
# is an array or a plain number.


# %% nbgrader={"grade_id": "ps5-passing"}
@primitive
def stop(x):
    """Return x: (...), and let no cotangent through."""
    return x


@primitive
def turn(x):
    """Return x: (...), and turn the cotangent's sign."""
    return x


@primitive
def rounded(x):
    """Round x: (...) to whole numbers; cotangents pass unchanged."""
    return np.round(x)


### BEGIN SOLUTION ps5-passing
stop.defvjp(lambda y_bar, y, x: np.zeros_like(y_bar))
turn.defvjp(lambda y_bar, y, x: -y_bar)
rounded.defvjp(lambda y_bar, y, x: y_bar)
### END SOLUTION

# %% nbgrader={"grade_id": "ps5-passing-check"}
checks.run("ps5-passing", stop, turn, rounded)

# %% [markdown]
# ### Two players
#
# $L(x, y) = x^2 + 3 x y - y^2$. One player moves $x$ to make $L$ small, the
# other moves $y$ to make it large. Both are happy at the saddle $(0, 0)$.
# Gradient descent on both walks past it, down one side of the saddle. Let
# $y$ go through `turn`, and the same descent plays the game.


# %% tags=["look"]
def descend(L, start, rate, steps):
    path = [np.array(start)]
    for _ in range(steps):
        path.append(path[-1] - rate * grad(L)(path[-1]))
    return np.array(path)


def game(p, turned=lambda y: y):
    x, y = p[0], turned(p[1])
    return x**2 + 3 * x * y - y**2


paths = {
    "plain descent": descend(game, (2.0, 0.3), 0.05, 17),
    "y through turn": descend(lambda p: game(p, turn), (2.0, 0.3), 0.05, 80),
}
figures.saddle(game, paths)

# %% [markdown]
# ### Weights in steps of one half
#
# A cheap chip stores each weight as a multiple of $\tfrac12$. Train the
# digits for such a chip: the network computes with `halves(W)`. Its true
# gradient is zero almost everywhere. So three ways: round after training,
# train with the true gradient, train straight through. Which accuracies do
# you expect? Write them down before you run the cell. (Without any rounding
# it is 0.986.)


# %% tags=["look"]
def chip(rounding):
    halves = lambda W: rounding(2 * W) / 2

    def on_chip(parameters):
        W1, c1, W2, c2 = parameters
        return halves(W1), c1, halves(W2), c2

    def risk_on_chip(parameters, batch):
        return risk(on_chip(parameters), batch)

    return on_chip, value_and_grad(risk_on_chip)


# %% tags=["look"]
plain, _ = network.train(value_and_grad(risk), fresh(), epochs(30), 0.1)
on_chip, true_gradient = chip(np.round)
print(f"round after training: {accuracy(network.predict, on_chip(plain)):.3f}")
for name, rounding in (("true gradient", np.round), ("straight", rounded)):
    on_chip, gradient = chip(rounding)
    trained, _ = network.train(gradient, fresh(), epochs(30), 0.1)
    print(f"{name + ':':21} {accuracy(network.predict, on_chip(trained)):.3f}")

# %% [markdown]
# Rounding after training moves every weight by up to 1/4, and nothing repairs
# it. The true gradient trains only the biases, for it is the true gradient of
# a staircase. The lie does nearly as well as real numbers: behind the
# staircase, $W$ collects many small steps until one weight jumps.

# %% [markdown]
# ### Exercise ps5-why-promise (2 points, ★★☆, 5 min)
#
# (a) Your checker of problem set 2 compares derivatives with difference
# quotients. Which of `tanh`, `kepler`, `stop`, `turn` and `rounded` does it
# reject, and what does it see in each of these? (b) Name a case from this
# notebook where the derivative of the program was right and of no use, and
# one where a wrong rule was of use. Why, each time?

# %% [markdown] nbgrader={"grade_id": "ps5-why-promise"}
# ### BEGIN SOLUTION ps5-why-promise
# (a) It accepts `tanh` and `kepler`: what is promised is the derivative of
# the function, whatever the code inside does. It rejects the other three.
# Difference quotients of `stop` and `turn` have slope 1, since both return
# their input; promised are 0 and $-1$. Those of `rounded` are 0 (or huge,
# where the step crosses a jump); promised is 1.
#
# (b) The loop of halvings: as a program it is $M + t e$ with $t$ fixed, and
# $(1, t)$ is its derivative almost everywhere. But the function that it
# approximates has another one: the decisions depend on $M$ and $e$. (The
# true gradient of the rounded network will do as well: zero, and nothing is
# learned.) Straight through is wrong and useful: it says in which direction
# the weight behind the staircase should move, and many small moves make a
# jump.
#
# **Marking scheme (2 points)**
# - Half a point: `tanh` and `kepler` pass, the other three do not.
# - Half a point: slopes 1, 1 and 0 against promised 0, $-1$ and 1.
# - Half a point: halving (or the staircase) with the reason: decisions have
#   no slope.
# - Half a point: straight through (or `turn`) with the reason.
# ### END SOLUTION

# %% [markdown]
# ## Summary
#
# - A primitive is a function with a rule, and the engine asks no further.
#   That is how a solver, a table or a library joins in.
# - A network is differentiated by being written down. The engine, your
#   pullbacks of problem set 4 and JAX agree to the last digit.
# - The engine trusts a rule, whether it is the derivative of the program, of
#   the mathematics, or of neither.

# %% [markdown]
# ## Further (optional, not graded)
#
# - Let the halves of section 3 be whole numbers, or signs. Where does the
#   straight-through lie stop working, and why there? (Bengio, Léonard and
#   Courville, 2013.)
# - Give `kepler` a JVP rule (`kepler.defjvp`), and check it by `jvp` of
#   `chainrule.forward` and differences.
