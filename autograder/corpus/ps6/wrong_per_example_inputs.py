"""The gradient in the example instead of w."""

EXERCISE = "ps6-per-example"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def per_example_gradients(loss, w, X, t):
    return jax.vmap(jax.grad(loss, argnums=1), in_axes=(None, 0, 0))(w, X, t)
"""
