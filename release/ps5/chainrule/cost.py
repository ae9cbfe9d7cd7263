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
    d, L = widths, len(widths) - 1
    return sum(d[0] * d[k] * d[k + 1] for k in range(1, L))


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
    d, L = widths, len(widths) - 1
    return sum(d[L] * d[k] * d[k - 1] for k in range(L - 1, 0, -1))


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

    @cache
    def best(i, k):
        """Cost and order of J_k ... J_{i+1}, of shape (d_k, d_i)."""
        if k == i + 1:
            return 0, k
        found = []
        for j in range(i + 1, k):
            early, late = best(i, j), best(j, k)
            last = widths[i] * widths[j] * widths[k]
            found.append((early[0] + late[0] + last, (late[1], early[1])))
        return min(found, key=lambda pair: pair[0])

    return best(0, len(widths) - 1)


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
    if model == "vectors":
        return 2 * max(widths)
    if model != "dense":
        raise ValueError(f"model is {model!r}, not 'dense' or 'vectors'")
    d, L = widths, len(widths) - 1
    alive = [d[0] + d[1] * d[0]]
    for k in range(2, L + 1):
        products = d[k - 1] * d[0] + d[k] * d[0]
        alive.append(d[k - 1] + d[k] * d[k - 1] + products)
    return max(alive)


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
    d, L = widths, len(widths) - 1
    if model == "vectors":
        return sum(d)
    if model != "dense":
        raise ValueError(f"model is {model!r}, not 'dense' or 'vectors'")
    alive = [sum(d[:L]) + d[L] * d[L - 1]]
    for k in range(L - 1, 0, -1):
        products = d[L] * d[k] + d[L] * d[k - 1]
        alive.append(sum(d[:k]) + d[k] * d[k - 1] + products)
    return max(alive)


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
    size = len(functions) // segments
    pieces = [functions[k : k + size] for k in range(0, len(functions), size)]
    stored = []
    for piece in pieces[:-1]:
        stored.append([x])
        for f in piece:
            x = f.apply(x)
    stored.append([x])
    for f in pieces[-1][:-1]:
        stored[-1].append(f.apply(stored[-1][-1]))
    y = functions[-1].apply(stored[-1][-1])

    def pullback(y_bar):
        for piece in reversed(pieces):
            inputs = stored.pop()
            for f in piece[len(inputs) - 1 : -1]:
                inputs.append(f.apply(inputs[-1]))
            for f in reversed(piece):
                y_bar = f.vjp(inputs.pop())[1](y_bar)
        return y_bar

    return y, pullback
