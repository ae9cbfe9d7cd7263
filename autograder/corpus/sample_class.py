"""The sample class of the demo: who hands in what, as data.

Each student starts from the full solution, unless `solved` is False, and
replaces some answers by variants of the corpus or by the text given here.
"""

from typing import Any

STUDENTS: dict[str, dict[str, Any]] = {
    "complete": {},
    "blank": {"solved": False},
    "right-columns": {
        "variants": ["right_jacobian_columns", "right_kron_blocks"],
    },
    "right-einsum": {
        "variants": ["right_composition_einsum", "right_matrix_einsum"],
    },
    "right-richardson": {
        "variants": [
            "right_numerical_jacobian_richardson",
            "right_taylor_median",
        ],
    },
    "warns-and-prints": {
        "answers": {
            "ps1-jacobian": '''
import warnings


def jacobian(x):
    warnings.warn("this is only a warning")
    print("working on", x)
    np.array([1.0]) / np.array([0.0])
    return np.array([[x[1] ** 2, 2 * x[0] * x[1]], [x[1], x[0]]])
''',
        },
    },
    "wrong-transpose": {
        "variants": ["wrong_jacobian_transpose", "wrong_kron_transpose"],
    },
    "wrong-two-x-v": {"variants": ["wrong_matrix_two_x_v"]},
    "wrong-tiny-step": {"variants": ["wrong_numerical_jacobian_tiny_step"]},
    "wrong-in-place": {
        "variants": [
            "wrong_jacobian_in_place",
            "wrong_numerical_jacobian_in_place",
        ],
    },
    "wrong-lineup": {"variants": ["wrong_lineup_size"]},
    "cheats": {
        "answers": {
            "ps1-jacobian": '''
import sys

np.testing.assert_allclose = lambda *args, **kwargs: None
np.allclose = lambda *args, **kwargs: True


def jacobian(x):
    sys.displayhook("x")
    return None
''',
        },
    },
    "raises": {
        "answers": {
            "ps1-kron": '''
def weights_jacobian(x, W):
    return W[99]
''',
        },
    },
    "never-ends": {
        "answers": {
            "ps1-composition": '''
def composition_jacobian(jacobian_f, g, jacobian_g, x):
    while True:
        pass
''',
        },
    },
    "broken-file": {"truncate": "jacobians.ipynb"},
}
