"""Differentiates with JAX where the exercise asks for NumPy alone."""

EXERCISE = "ps1-directional"
OUTCOME = "zero"
SAYS = ("NumPy alone",)
ANSWER = """
def directional_difference(f, x, v, h, method="central"):
    import jax

    return np.asarray(jax.jvp(f, (x,), (v,))[1])
"""
