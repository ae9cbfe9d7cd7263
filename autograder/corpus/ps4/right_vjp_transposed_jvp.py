"""Feeds one-hot tangents to a JVP of its own."""

EXERCISE = "ps4-vjp"
SCORE = 3.0
ANSWER = """
def two_layers_vjp(x, B, A, y_bar):
    def push(x_dot, B_dot, A_dot):
        h = B @ x
        return A_dot @ h**2 + A @ (2 * h * (B_dot @ x + B @ x_dot))

    bars = []
    for k, a in enumerate((x, B, A)):
        bar = np.zeros(a.size)
        for i in range(a.size):
            tangents = [np.zeros(t.shape) for t in (x, B, A)]
            tangents[k].flat[i] = 1.0
            bar[i] = push(*tangents) @ y_bar
        bars.append(bar.reshape(a.shape))
    return tuple(bars)
"""
