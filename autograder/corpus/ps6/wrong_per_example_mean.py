"""Divides by the size of the batch."""

EXERCISE = "ps6-per-example"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def per_example_gradients(loss, w, X, t):
    each = jax.vmap(jax.grad(loss), in_axes=(None, 0, 0))(w, X, t)
    return each / len(X)
"""
