"""A value and a pullback that remembers."""

EXERCISE = "ps4-loss-grad"
SCORE = 3.0
ANSWER = """
def loss_grad(x, B, A):
    def run(x, B, A):
        h = B @ x
        z = h * h

        def pullback(y_bar):
            h_bar = (y_bar @ A) * h * 2
            return h_bar @ B, np.multiply.outer(h_bar, x), np.multiply.outer(y_bar, z)

        return A @ z, pullback

    y, pullback = run(x, B, A)
    return pullback(2 * y)
"""
