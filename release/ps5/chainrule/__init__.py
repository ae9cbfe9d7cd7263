"""A small autodiff library that grows from one problem set to the next.

Each module holds one idea and is imported by its own name, for example
``from chainrule.differences import numerical_jacobian``.
"""
