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
# # A derivative is a linear map
#
# **Goal.** You can read a Jacobian by entries, columns and rows, multiply
# Jacobians along a chain, and measure any derivative from values alone.
#
# **Your work.** Four cells here, two functions in
# `chainrule/differences.py`: 13 points, about 36 minutes of work and ten to
# read and look. The notebook `differences.ipynb` is the other half of the
# set.
#
# Every check answers at once, as often as you like. It shows some cases;
# grading uses further ones, and the docstring of a function says what they
# may contain.

# %%
# %load_ext autoreload
# %autoreload 2
import numpy as np

from chainrule import checks, data, show
from chainrule.figures import ps1 as figures
from chainrule.differences import directional_difference
from chainrule.differences import numerical_jacobian

# %% [markdown]
# ## 1. Three readings of one matrix
#
# Take $F(x_1, x_2) = (x_1 x_2^2,\; x_1 x_2)$: two numbers in, two out.
#
# A **partial derivative** lets one input move and holds the others. A
# **gradient** collects the partial derivatives of *one* output; only a
# scalar function has one. The **Jacobian** $J$ collects everything:
#
# - by **entries**: $J_{ij} = \partial F_i / \partial x_j$, output $i$
#   against input $j$, so $m$ outputs and $n$ inputs make $J$ an $(m, n)$
#   matrix;
# - by **columns**: column $j$ is how *all outputs* move when input $j$ does;
# - by **rows**: row $i$ is the gradient of output $i$.


# %%
def F(x):
    return np.array([x[0] * x[1] ** 2, x[0] * x[1]])


x = np.array([3.0, 4.0])
F(x)

# %% [markdown]
# Entries, columns and rows describe the table. What does the table *do*?
# It turns a small step $h v$ into the change that the step causes:
#
# $$F(x + h v) = F(x) + h\, J v + o(h).$$
#
# The product $J v$ has $m$ entries. The term $o(h)$ is whatever is left,
# and it shrinks faster than $h$. The derivative *is* this linear map,
# $v \mapsto J v$.

# %% [markdown]
# ### Exercise ps1-predict-push (1 point, ★☆☆, 2 min)
#
# At $x = (3, 4)$ the Jacobian of $F$ is
# $\begin{pmatrix} 16 & 24 \\ 4 & 3 \end{pmatrix}$. Predict, to first order,
# how both outputs change when $x$ moves by $0.01\,(1, 2)$. Head only: do
# not call `F`. Then put your line in place of the `raise` statement, and
# leave the line above it alone.

# %% nbgrader={"grade_id": "ps1-predict-push"}
predicted_change = None  # below: predicted_change = np.array([..., ...])
### BEGIN SOLUTION ps1-predict-push
predicted_change = 0.01 * (np.array([16.0, 4.0]) + 2 * np.array([24.0, 3.0]))
### END SOLUTION

# %% nbgrader={"grade_id": "ps1-predict-push-check"}
checks.run("ps1-predict-push", predicted_change)

# %% tags=["look"]
v = np.array([1.0, 2.0])
print("h       F(x + h v) - F(x)     ... / h")
for h in (0.01, 0.001, 0.0001):
    change = F(x + h * v) - F(x)
    print(f"{h:<7g} {np.round(change, 6)!s:21} {np.round(change / h, 6)}")

# %% [markdown]
# One column of $J$ plus twice the other: a direction $v$ mixes columns.
# The digits after $64$ and $10$ fade as $h$ does.
#
# ### Exercise ps1-jacobian (2 points, ★☆☆, 4 min)
#
# Derive the Jacobian of $F$ by hand and write it as a function of any
# `x` of shape `(2,)`. Zeros and negative entries are allowed.


# %% nbgrader={"grade_id": "ps1-jacobian"}
def jacobian(x):
    """Return the (2, 2) Jacobian of F at x: (2,); x is left as it is."""
    ### BEGIN SOLUTION ps1-jacobian
    return np.array([[x[1] ** 2, 2 * x[0] * x[1]], [x[1], x[0]]])
    ### END SOLUTION


# %% nbgrader={"grade_id": "ps1-jacobian-check"}
checks.run("ps1-jacobian", jacobian)

# %% [markdown]
# ### The chain rule is a product
#
# Let $g$ feed into $f$. A step $h v$ at $x$ becomes a step $h\,J_g(x)\,v$
# at $g(x)$, and that is the step which $f$ receives:
#
# $$\underset{(m, n)}{J_{f \circ g}(x)}
# = \underset{(m, k)}{J_f(g(x))}\;\underset{(k, n)}{J_g(x)}.$$
#
# Two linear maps, one after the other: the one that acts first stands on
# the right.
#
# ### Exercise ps1-composition (2 points, ★☆☆, 4 min)
#
# Write it for any sizes. You are given $g$ and both Jacobians as
# functions of the point.


# %% nbgrader={"grade_id": "ps1-composition"}
def composition_jacobian(jacobian_f, g, jacobian_g, x):
    """Return the Jacobian of x -> f(g(x)) at x.

    Args:
        jacobian_f: Function from (k,) to (m, k).
        g: Function from (n,) to (k,).
        jacobian_g: Function from (n,) to (k, n).
        x: (n,) point; it is left as it is.

    Returns:
        jacobian: (m, n) Jacobian, for any m, k and n.
    """
    ### BEGIN SOLUTION ps1-composition
    return jacobian_f(g(x)) @ jacobian_g(x)
    ### END SOLUTION


# %% nbgrader={"grade_id": "ps1-composition-check"}
checks.run("ps1-composition", composition_jacobian)

# %% [markdown]
# ### When the input is a matrix
#
# Take $y = x W$ with a row $x$ of $a$ numbers and an $(a, b)$ matrix $W$,
# and let $W$ vary. You may meet the claim that the Jacobian
# "is $x$", because $x\,(W + \Delta) = x W + x \Delta$. The equation is
# right. The claim is not: a Jacobian has one row for each of the $b$
# outputs and one column for each of the $a b$ inputs, and $x$ is no such
# matrix unless $b = 1$.
#
# To get a matrix, line up the entries of $W$ as `W.ravel()` does: row
# after row (C order), so that $W_{ij}$ lands at position $i b + j$,
# counted from 0.

# %% [markdown]
# ### Exercise ps1-kron (2 points, ★★☆, 7 min)
#
# Write the Jacobian of $W \mapsto x W$ as a `(b, a * b)` matrix.
#
# <details><summary>Hint 1</summary>
#
# $y_k = \sum_i x_i W_{ik}$. Which entries of $W$ does output $k$ see at
# all, and at which positions do they stand?
#
# </details>
# <details><summary>Hint 2 (nearly the answer)</summary>
#
# Write the matrix on paper for $a = 2$, $b = 3$. It is two blocks side by
# side, each a number times the same matrix.
#
# </details>


# %% nbgrader={"grade_id": "ps1-kron"}
def weights_jacobian(x, W):
    """Return the (b, a * b) Jacobian of x @ W with respect to W.

    Args:
        x: (a,) row; it is left as it is.
        W: (a, b) matrix, left as it is; its entries are the inputs.

    Returns:
        jacobian: (b, a * b) Jacobian; columns in the order of W.ravel().
    """
    ### BEGIN SOLUTION ps1-kron
    return np.kron(x[None], np.eye(W.shape[1]))
    ### END SOLUTION


# %% nbgrader={"grade_id": "ps1-kron-check"}
checks.run("ps1-kron", weights_jacobian)

# %% [markdown]
# Before you look: with three inputs and three outputs the matrix has 27
# entries. How many of them are zero?

# %% tags=["look"]
row = np.array([2.0, -1.0, 0.5])
W = np.arange(9.0).reshape(3, 3)
K = weights_jacobian(row, W)
show.jacobian(K, "Jacobian of x W", "output", "entry of W, in C order")
print("K @ W.ravel() is x @ W:", np.allclose(K @ W.ravel(), row @ W))

# %% [markdown]
# Look at one column, then at one row: a weight reaches a single output,
# and an output listens to a single column of $W$. Two thirds of this
# matrix are zeros, and it repeats three numbers that $x$ already holds.
#
# The printed line is no accident. $W \mapsto x W$ is linear, so it *is* its
# own derivative, at every $W$. The whole course lives off the difference
# between a linear map and the matrix that writes it down: you will apply
# the map (`row @ V`) and almost never build the matrix.

# %% [markdown]
# ## 2. A derivative from values alone
#
# Solve $f(x + h v) = f(x) + h J v + \tfrac{h^2}{2} q + \dots$ for $J v$;
# $q$ is the second derivative along $v$.
#
# - **Forward**: $\dfrac{f(x + h v) - f(x)}{h} = J v + \tfrac{h}{2} q +
#   \dots$
# - **Central**: subtract the same line for $-h$. The even powers cancel:
#   $\dfrac{f(x + h v) - f(x - h v)}{2 h} = J v + O(h^2)$.
# - **Complex step**: put $i h$ in place of $h$. Then
#   $f(x + i h v) = f(x) + i h J v - \tfrac{h^2}{2} q - \dots$, and the
#   imaginary part, divided by $h$, is $J v$ up to $O(h^2)$. Nothing is
#   subtracted.

# %% [markdown]
# The complex step asks more of $f$: it must accept complex numbers, and its
# Taylor series must hold for them. Such an $f$ is called **analytic**;
# sums, products, exp and sin are.
#
# ### Exercise ps1-directional (3 points, ★☆☆, 7 min)
#
# Open `chainrule/differences.py` and write `directional_difference`. Its
# docstring says what goes in and what comes out. Save the file, then run
# the check: the notebook reloads your module by itself.

# %% nbgrader={"grade_id": "ps1-directional-check"}
checks.run("ps1-directional", directional_difference)

# %% [markdown]
# ### The derivative of a picture
#
# Nothing above asked for short vectors. Let the input be one number, an
# angle, and the output a whole drawing: a blurred digit, turned by that
# angle, 1600 gray values. Its derivative along $v = 1$ is again 1600
# numbers. Move the angle a little, and every gray value moves a little:
# 1600 rates, one picture. We call it the **tangent picture**.
#
# The digit turns counterclockwise. Where will the 3 gain ink? Decide, then
# look at the third column: one picture, scaled by the angle. How far does
# it stay true?

# %% tags=["look"]
digit = data.digits()[0][3]


def turned(angle):
    return data.rotate(digit, angle)


J = directional_difference(turned, 0.0, 1.0, 1e-20, "complex")
figures.tangent_picture(turned, J, degrees=(5, 10, 20))

# %% [markdown]
# Ink leaves where the tangent picture is negative (blue, dashed lines) and
# arrives where it is positive (red, full lines). Twice the angle leaves
# about twice the remainder *relative to the change*, so nearly four times
# the remainder: it grows like $h^2$. And the step was $10^{-20}$.
# The notebook `differences.ipynb` explains why the complex step may do this
# and the other two may not.

# %% [markdown]
# ### Exercise ps1-numerical-jacobian (3 points, ★★☆, 12 min)
#
# Push the directions $(1, 0, 0, \dots)$, $(0, 1, 0, \dots)$, and so on,
# and you get the columns of $J$ one by one. Write `numerical_jacobian`
# in `chainrule/differences.py`, for inputs and outputs of any shape. The
# docstring names a good step.
#
# <details><summary>Hint 1</summary>
#
# `np.ndindex(x.shape)` walks over all indices of `x`, and yields one empty
# index if `x` is a single number. Put each column on a new *last* axis,
# then `reshape`.
#
# </details>
# <details><summary>Hint 2 (nearly the answer)</summary>
#
# Start from a float copy of `x`. For each index build a fresh array
# `step` that is zero but there, and use `x + step` and `x - step`.
#
# </details>

# %% nbgrader={"grade_id": "ps1-numerical-jacobian-check"}
checks.run("ps1-numerical-jacobian", numerical_jacobian)

# %% [markdown]
# Look at a function whose outputs listen only to their neighbors,
# $y_i = x_{i-1}\,x_i - x_{i+1}$ on a ring of eight. The structure of the
# program appears as the structure of the matrix, and the entries in two
# of its corners close the ring.


# %% tags=["look"]
def ring(x):
    return np.roll(x, 1) * x - np.roll(x, -1)


around = np.linspace(0.5, 2.25, 8)
show.jacobian(numerical_jacobian(ring, around), "Jacobian of the ring")


# %% [markdown]
# Now the price. Count how often your function runs $f$ when $f$ has $n$
# inputs and *one* output.


# %% tags=["look"]
def counted(x):
    counted.runs += 1
    return np.sum(x**2)


for n in (10, 100, 1000):
    counted.runs = 0
    numerical_jacobian(counted, np.ones(n))
    print(f"{n:5d} inputs: {counted.runs:5d} runs of f")

# %% [markdown]
# Forward differences need $n + 1$ runs and central ones $2 n$, for one
# gradient. A network of layers with 784, 128 and 10 units has
# $784 \cdot 128 + 128 \cdot 10$ = 101 632 weights (biases not counted), so
# a single gradient by differences runs the whole network at least 101 633
# times. Hold on to that number until problem set 4, where the same
# gradient will cost about as much as three runs.

# %% [markdown]
# ## Summary
#
# - The derivative of $f$ at $x$ is the linear map $v \mapsto J v$ with
#   $f(x + h v) = f(x) + h J v + o(h)$. Entries, columns and rows are three
#   readings of its matrix, and the chain rule multiplies such matrices.
# - A directional derivative needs two values of $f$ (the complex step: one),
#   whatever the shapes. A gradient by differences needs at least $n + 1$.
#
# Next: how good is such a difference, and how do you tell a wrong formula
# from a right one?

# %% [markdown]
# ## Further (optional, not graded)
#
# - Four values of $f$ give a difference with error $O(h^4)$. Find its
#   weights. (The next notebook lets you predict its best step.)
# - The tangent picture of a *shift* needs no angle. Which picture is it, and
#   what does its derivative along both axes look like?
