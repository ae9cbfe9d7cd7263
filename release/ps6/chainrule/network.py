"""A two-layer network, its derivatives by hand, and its training.

Every layer is a value and a pullback that remembers the value's run. A
network pulls back through its layers in reverse. Training repeats that.

Assignment: ps4.
"""

import numpy as np


def two_layers(x, B, A):
    """Evaluate y = A (B x)^2, where the square acts on each entry.

    Args:
        x: (p,) input.
        B: (n, p) matrix of the first layer.
        A: (q, n) matrix of the second layer.

    Returns:
        y: (q,) output.

    Cost:
        n p + n + q n multiplications.

    Example:
        >>> B, A = np.array([[1.0, 2.0], [3.0, 0.0]]), np.array([[1.0, -1.0]])
        >>> print(two_layers(np.array([1.0, 1.0]), B, A))
        [0.]
    """
    h = B @ x
    z = h**2
    return A @ z


def two_layers_jvp(x, B, A, tangents):
    """Push a tangent of all three arguments through two_layers.

    Args:
        x: (p,) input.
        B: (n, p) matrix.
        A: (q, n) matrix.
        tangents: Tuple (x_dot, B_dot, A_dot), shaped like x, B, A.

    Returns:
        y_dot: (q,) tangent of the output, and nothing else.

    Example:
        >>> one = np.array([[1.0]])
        >>> print(two_layers_jvp(one[0], 3 * one, one, (one[0], one, one)))
        [33.]
    """
    x_dot, B_dot, A_dot = tangents
    h = B @ x
    h_dot = B_dot @ x + B @ x_dot
    z = h**2
    z_dot = 2 * h * h_dot
    return A_dot @ z + A @ z_dot


def two_layers_vjp(x, B, A, y_bar):
    """Pull a cotangent of the output back to all three arguments.

    Args:
        x: (p,) input.
        B: (n, p) matrix.
        A: (q, n) matrix.
        y_bar: (q,) cotangent of the output.

    Returns:
        x_bar: (p,) cotangent of x.
        B_bar: (n, p) cotangent of B.
        A_bar: (q, n) cotangent of A.

    Example:
        >>> one = np.array([[1.0]])
        >>> two_layers_vjp(one[0], 3 * one, one, 2 * one[0])
        (array([36.]), array([[12.]]), array([[18.]]))
    """
    h = B @ x
    z = h**2
    A_bar = np.outer(y_bar, z)
    z_bar = A.T @ y_bar
    h_bar = 2 * h * z_bar
    B_bar = np.outer(h_bar, x)
    x_bar = B.T @ h_bar
    return x_bar, B_bar, A_bar


def loss(x, B, A):
    """Sum the squares of the network's outputs.

    Args:
        x: (p,) input.
        B: (n, p) matrix.
        A: (q, n) matrix.

    Returns:
        value: () sum of squares.
    """
    return np.sum(two_layers(x, B, A) ** 2)


def loss_grad(x, B, A):
    """Return the gradient of loss with respect to all three arguments.

    Args:
        x: (p,) input.
        B: (n, p) matrix.
        A: (q, n) matrix.

    Returns:
        x_bar: (p,) gradient with respect to x.
        B_bar: (n, p) gradient with respect to B.
        A_bar: (q, n) gradient with respect to A.

    Cost:
        At most 3.1 times the multiplications of loss: no product that
        loss computes is computed twice. Plain numbers scale for free.

    Example:
        >>> one = np.array([[1.0]])
        >>> loss_grad(one[0], one, one)
        (array([4.]), array([[4.]]), array([[2.]]))
    """
    h = B @ x
    z = h**2
    y_bar = 2 * (A @ z)
    h_bar = 2 * h * (A.T @ y_bar)
    return B.T @ h_bar, np.outer(h_bar, x), np.outer(y_bar, z)


def linear(X, W, c):
    """Apply a linear layer with a bias to a batch; examples are rows.

    Args:
        X: (b, k) batch of inputs.
        W: (k, m) weights.
        c: (m,) bias, the same for every row.

    Returns:
        Y: (b, m) outputs X W + c.
        pullback: Function from Y_bar: (b, m) to a tuple of X_bar: (b, k),
            W_bar: (k, m) and c_bar: (m,).

    Example:
        >>> Y, pullback = linear(np.ones((4, 2)), np.ones((2, 3)), np.ones(3))
        >>> [cotangent.shape for cotangent in pullback(Y)]
        [(4, 2), (2, 3), (3,)]
    """

    def pullback(Y_bar):
        return Y_bar @ W.T, X.T @ Y_bar, np.sum(Y_bar, axis=0)

    return X @ W + c, pullback


def tanh_layer(X):
    """Apply tanh to every entry.

    Args:
        X: (b, m) batch.

    Returns:
        H: (b, m) outputs tanh(X).
        pullback: Function from H_bar: (b, m) to X_bar: (b, m).

    Cost:
        tanh is evaluated here; the pullback evaluates it no more.
    """
    H = np.tanh(X)
    return H, lambda H_bar: (1 - H**2) * H_bar


def cross_entropy(Z, labels):
    """Average the cross-entropy of softmax(Z) against the labels.

    For one row z with label t it is log(sum_j exp(z_j)) - z_t. The value
    and the pullback are finite for logits of any size up to 1e300.

    Args:
        Z: (b, m) logits, with b at least 1.
        labels: (b,) integers from 0 up to m - 1.

    Returns:
        value: () average over the b rows.
        pullback: Function from loss_bar: () to Z_bar: (b, m).

    Example:
        >>> value, pullback = cross_entropy(np.zeros((1, 2)), np.array([0]))
        >>> print(round(value, 6), pullback(1.0))
        0.693147 [[-0.5  0.5]]
    """
    rows = np.arange(len(labels))
    shifted = Z - np.max(Z, axis=1, keepdims=True)
    sums = np.sum(np.exp(shifted), axis=1, keepdims=True)
    log_softmax = shifted - np.log(sums)

    def pullback(loss_bar):
        Z_bar = np.exp(log_softmax)
        Z_bar[rows, labels] -= 1
        return loss_bar / len(labels) * Z_bar

    return -np.mean(log_softmax[rows, labels]), pullback


def predict(parameters, X):
    """Evaluate a perceptron: linear layers with tanh between them.

    Args:
        parameters: Tuple (W1, c1, W2, c2, ...), two arrays a layer.
        X: (b, k) batch of inputs.

    Returns:
        Z: (b, m) outputs of the last linear layer.
    """
    Z = X @ parameters[0] + parameters[1]
    for k in range(2, len(parameters), 2):
        Z = np.tanh(Z) @ parameters[k] + parameters[k + 1]
    return Z


def perceptron(parameters, X):
    """Evaluate the network of predict and return its pullback.

    Args:
        parameters: Tuple (W1, c1, W2, c2, ...), two arrays a layer; one
            layer or more.
        X: (b, k) batch of inputs.

    Returns:
        Z: (b, m) outputs, as predict returns them.
        pullback: Function from Z_bar: (b, m) to a pair: parameters_bar,
            a tuple shaped like parameters, and X_bar: (b, k).

    Cost:
        One forward run here; a pullback runs nothing forward again.
    """
    H, backs = X, []
    for k in range(0, len(parameters), 2):
        if k > 0:
            H, back = tanh_layer(H)
            backs.append(back)
        H, back = linear(H, parameters[k], parameters[k + 1])
        backs.append(back)

    def pullback(Z_bar):
        H_bar, parameters_bar = Z_bar, ()
        for k in reversed(range(len(backs))):
            if k % 2 == 0:
                H_bar, *layer_bar = backs[k](H_bar)
                parameters_bar = (*layer_bar, *parameters_bar)
            else:
                H_bar = backs[k](H_bar)
        return parameters_bar, H_bar

    return H, pullback


def train(risk, parameters, batches, rate):
    """Take one step of gradient descent for every batch, in order.

    Args:
        risk: Function from (parameters, batch) to a pair: the loss (), and
            its gradient, a tuple of arrays shaped like parameters.
        parameters: Tuple of arrays to start from, left unchanged.
        batches: Iterable of batches; each is handed to risk as it is.
        rate: () step size, positive.

    Returns:
        parameters: Tuple of arrays after the last step.
        losses: (k,) loss of each batch, before the step that it causes.

    Example:
        >>> bowl = lambda p, batch: (p[0] ** 2, (2 * p[0],))
        >>> train(bowl, (np.array(8.0),), [None] * 3, 0.25)[1]
        array([64., 16.,  4.])
    """
    losses = []
    for batch in batches:
        value, gradient = risk(parameters, batch)
        losses.append(value)
        parameters = tuple(p - rate * g for p, g in zip(parameters, gradient))
    return parameters, np.array(losses)
