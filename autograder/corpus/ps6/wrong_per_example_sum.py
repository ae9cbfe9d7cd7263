"""Sums over the batch."""

EXERCISE = "ps6-per-example"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def per_example_gradients(loss, w, X, t):
    losses = jax.vmap(loss, in_axes=(None, 0, 0))
    return jax.grad(lambda w: jnp.sum(losses(w, X, t)))(w)
"""
