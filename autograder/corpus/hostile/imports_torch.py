"""Differentiates with PyTorch, if that is there."""

EXERCISE = "ps1-directional"
OUTCOME = "zero"
ANSWER = """
def directional_difference(f, x, v, h, method="central"):
    exec("import torch as engine")
    return locals()["engine"].func.jvp(f, (x,), (v,))[1].numpy()
"""
