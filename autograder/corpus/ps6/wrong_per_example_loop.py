"""A Python loop over the examples."""

EXERCISE = "ps6-per-example"
SCORE = 1.5
PASSES_VISIBLE = False
ANSWER = """
def per_example_gradients(loss, w, X, t):
    return jnp.stack([jax.grad(loss)(w, x, y) for x, y in zip(X, t)])
"""
