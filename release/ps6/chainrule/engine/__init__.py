"""An engine that differentiates plain NumPy code; it registers its tables.

NumPy hands functions of traced arrays to `traced`, which looks them up in
`table`. The other files fill the table: a rule is a line or two.

Assignment: given.
"""

from chainrule.engine import (
    elementwise,
    flat,
    products,
    reductions,
    selection,
    shapes,
)

TABLES = elementwise, flat, products, reductions, selection, shapes
