"""The Jacobian of the vector of all losses."""

EXERCISE = "ps6-per-example"
SCORE = 2.0
ANSWER = """
def per_example_gradients(loss, w, X, t):
    losses = lambda w: jax.vmap(loss, in_axes=(None, 0, 0))(w, X, t)
    return jax.jacrev(losses)(w)
"""
