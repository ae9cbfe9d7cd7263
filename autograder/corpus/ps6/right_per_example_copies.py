"""A copy of w for every example, and one gradient of a sum."""

EXERCISE = "ps6-per-example"
SCORE = 2.0
ANSWER = """
def per_example_gradients(loss, w, X, t):
    copies = jnp.broadcast_to(w, (len(X), *w.shape))
    return jax.grad(lambda ws: jnp.sum(jax.vmap(loss)(ws, X, t)))(copies)
"""
