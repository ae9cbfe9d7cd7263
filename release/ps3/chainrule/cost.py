"""What a derivative costs: multiplications, memory, recomputation.

A chain of L steps has widths d_0 to d_L, and J_l, the Jacobian of step l,
has shape (d_l, d_{l-1}). The product J_L ... J_1 is the same wherever the
parentheses stand; its price is not. Reverse mode is the cheap end when
there is one output and no other width is 1, and it pays in memory, which
can be bought back.

Assignment: ps3.
"""

from functools import cache


def forward_cost(widths):
    """Count the multiplications of J_L (... (J_3 (J_2 J_1))).

    Every factor is a matrix, J_1 too, so one Jacobian costs nothing. A
    product of (m, k) with (k, n) costs m k n. The model: cost.ipynb,
    section 1.

    Args:
        widths: (L + 1,) whole numbers d_0 to d_L, at least 1 each, L >= 1.

    Returns:
        cost: () whole number of multiplications.

    Example:
        >>> forward_cost((2, 3, 5, 7))
        100
    """
    raise NotImplementedError(
        "ps3-costs: replace this statement by your answer"
    )


def reverse_cost(widths):
    """Count the multiplications of (((J_L J_{L-1}) J_{L-2}) ...) J_1.

    Args:
        widths: (L + 1,) whole numbers d_0 to d_L, at least 1 each, L >= 1.

    Returns:
        cost: () whole number of multiplications.

    Example:
        >>> reverse_cost((2, 3, 5, 7))
        147
    """
    raise NotImplementedError(
        "ps3-costs: replace this statement by your answer"
    )


def best_cost(widths):
    """Find the cheapest bracketing of J_L ... J_1, and its cost.

    An order is written as the product is: a Jacobian is its number, 1 to
    L, and a product is a pair, the left factor first. So ((3, 2), 1)
    stands for (J_3 J_2) J_1. If several orders are cheapest, any of them
    is right. The last product splits the chain at some d_j; each part is
    a shorter chain of the same kind: cost.ipynb, section 2.

    Args:
        widths: (L + 1,) whole numbers d_0 to d_L, at least 1 each, L >= 1.

    Returns:
        cost: () whole number of multiplications.
        order: Nested pairs of the numbers L to 1; the number 1 if L is 1.

    Cost:
        About L^3 steps. There are far too many bracketings to try all.

    Example:
        >>> best_cost((5, 10, 3, 12, 5))
        (405, ((4, 3), (2, 1)))

    Source:
        Cormen, Leiserson, Rivest and Stein, Introduction to Algorithms,
        chapter on dynamic programming: matrix-chain multiplication.
    """

    raise NotImplementedError(
        "ps3-best: replace this statement by your answer"
    )


def forward_memory(widths, model):
    """Count the most numbers alive at once in forward mode.

    Model "dense", step l of 1 to L: the activation x_{l-1} and J_l; from
    step 2 on also the product so far, of shape (d_{l-1}, d_0), and the
    buffer that receives the new one, of shape (d_l, d_0).
    Model "vectors": after step l of 0 to L, the activation x_l and one
    tangent beside it. A step may overwrite what it replaces.

    Args:
        widths: (L + 1,) whole numbers d_0 to d_L, at least 1 each, L >= 1.
        model: "dense" or "vectors".

    Returns:
        memory: () whole number of live numbers at the peak.

    Raises:
        ValueError: If model is neither.

    Example:
        >>> forward_memory((10, 10, 10), "dense")
        310
        >>> forward_memory((2, 3, 5, 7), "vectors")
        14
    """
    raise NotImplementedError(
        "ps3-memory: replace this statement by your answer"
    )


def reverse_memory(widths, model):
    """Count the most numbers alive at once in reverse mode.

    The activations x_0 to x_{L-1} are stored; step l of L down to 1 uses
    x_{l-1} and then frees it.
    Model "dense", step l: the activations still stored and J_l; from step
    L - 1 on also the product so far, of shape (d_L, d_l), and the buffer
    that receives the new one, of shape (d_L, d_{l-1}).
    Model "vectors", before step l: the activations still stored and one
    cotangent, that of x_l. A step may overwrite what it replaces.

    Args:
        widths: (L + 1,) whole numbers d_0 to d_L, at least 1 each, L >= 1.
        model: "dense" or "vectors".

    Returns:
        memory: () whole number of live numbers at the peak.

    Raises:
        ValueError: If model is neither.

    Example:
        >>> reverse_memory((10, 10, 10), "dense")
        310
        >>> reverse_memory((2, 3, 5, 7), "vectors")
        17
    """
    raise NotImplementedError(
        "ps3-memory: replace this statement by your answer"
    )


def checkpointed_vjp(functions, x, segments):
    """Evaluate a chain and return its pullback, storing few activations.

    The chain is cut into equal segments. On the way forward only the
    input of each segment is stored, and in the last one the input of
    every step. The pullback goes through the segments from last to first.
    It computes the missing inputs of a segment's steps from the stored
    one with `apply`, pulls back through the segment, and frees them all.

    Args:
        functions: (L,) list of primitives: f.apply(x) is y, and f.vjp(x)
            is (y, pullback).
        x: (...) input of functions[0].
        segments: () number of equal segments; it divides L >= 1.

    Returns:
        y: (...) value of the whole chain at x.
        pullback: Function from y_bar: (...) to x_bar: (...). It frees
            what it uses, so it may be called once.

    Cost:
        At most s + n - 1 activations stored at once, for s segments of n
        steps. L calls of apply on the way forward, (s - 1) (n - 1) more
        on the way back, and L calls of vjp.
    """
    raise NotImplementedError(
        "ps3-checkpoint: replace this statement by your answer"
    )