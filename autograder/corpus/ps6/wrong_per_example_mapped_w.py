"""Maps over w as well."""

EXERCISE = "ps6-per-example"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def per_example_gradients(loss, w, X, t):
    return jax.vmap(jax.grad(loss))(w, X, t)
"""
