"""The numbers of problem set 1, by our answers, to twelve digits."""

import numpy as np
import pytest
from course_files import cells, solved

from chainrule.differences import directional_difference

POINT = np.array([3.0, 4.0])
DIRECTION = np.array([1.0, 2.0])


def products(x):
    """(x1 x2^2, x1 x2), the function that the course begins with."""
    return np.array([x[0] * x[1] ** 2, x[0] * x[1]])


def exact(value, rel=1e-12):
    """Compare relative to the value alone."""
    return pytest.approx(value, rel=rel, abs=0.0)


def answer(name):
    """Our only answer to an exercise of ps1."""
    (found,) = solved("ps1", name)
    return found


def fitted_slope(steps, errors, low, high):
    """The slope of log error against log step between two steps."""
    inside = (steps > low) & (steps < high)
    return np.polyfit(np.log(steps[inside]), np.log(errors[inside]), 1)[0]


def test_the_first_function_its_jacobian_and_a_push():
    """F(3, 4), J, and J (1, 2)."""
    jacobian = answer("ps1-jacobian")(POINT)
    assert products(POINT).tolist() == [48.0, 12.0]
    assert jacobian.tolist() == [[16.0, 24.0], [4.0, 3.0]]
    assert (jacobian @ DIRECTION).tolist() == [64.0, 10.0]


def test_the_predictions_follow_from_the_numbers():
    """A step of 0.01 along (1, 2), and the four slopes."""
    change = answer("ps1-predict-push")
    assert change == exact(0.01 * np.array([64.0, 10.0]))
    assert answer("ps1-predict-v") == (1, -1, 2, -1)


def test_the_complex_step_gives_the_push_to_all_digits():
    """No subtraction, no round-off."""
    y_dot = directional_difference(
        products, POINT, DIRECTION, 1e-20, "complex"
    )
    assert y_dot == exact(np.array([64.0, 10.0]))


@pytest.mark.parametrize(
    ("f", "x", "value"),
    [
        (lambda x: np.exp(np.tanh(x)), -1.0, 0.19609504439167436),
        (lambda x: np.exp(np.tanh(x)), 0.0, 1.0),
        (lambda x: np.exp(np.tanh(x)), 0.5, 1.2484317246552137),
        (lambda x: np.exp(np.tanh(x)), 2.0, 0.18526317177400886),
        (lambda x: x**2 * np.sin(x), 1.3, 2.9573243024602545),
    ],
)
def test_numbers_of_the_next_set_come_out_of_the_complex_step(f, x, value):
    """So ps2's rules are compared with something that is not a rule."""
    found = directional_difference(f, x, 1.0, 1e-20, "complex")
    assert found == exact(value)


@pytest.mark.parametrize(
    ("method", "low", "high", "slope", "slack"),
    [
        ("forward", 1e-6, 1e-2, 1, 0.05),
        ("forward", 1e-13, 1e-9, -1, 0.15),
        ("central", 1e-3, 1e-1, 2, 0.05),
        ("central", 1e-13, 1e-7, -1, 0.15),
    ],
)
def test_slopes_of_the_v_away_from_its_bottom(method, low, high, slope, slack):
    """Truncation on the right of the V, round-off on the left."""
    x, v = np.linspace(0.3, 1.4, 40), np.ones(40)
    steps = np.logspace(-14, 0, 57)
    errors = answer("ps1-v-curve")(
        lambda x: np.exp(np.sin(x)),
        lambda x, v: np.exp(np.sin(x)) * np.cos(x) * v,
        x,
        v,
        steps,
        method,
    )
    assert abs(fitted_slope(steps, errors, low, high) - slope) < slack


@pytest.mark.parametrize(
    ("method", "digits", "bottom"),
    [("forward", 7, 1e-8), ("central", 10, 1e-5)],
)
def test_the_bottom_of_the_v_is_where_the_text_says(method, digits, bottom):
    """Forward keeps 7 or 8 digits near 1e-8, central 10 near 1e-5."""
    x, v = np.linspace(0.3, 1.4, 40), np.ones(40)
    steps = np.logspace(-14, 0, 57)
    errors = answer("ps1-v-curve")(
        np.sin, lambda x, v: np.cos(x) * v, x, v, steps, method
    )
    best = np.argmin(errors)
    assert 10.0 ** -(digits + 2) < errors[best] < 10.0**-digits
    assert 0.03 < steps[best] / bottom < 30


def test_the_complex_step_is_flat_where_the_others_climb():
    """At h = 1e-20 all digits are there."""
    x, v = np.linspace(0.3, 1.4, 40), np.ones(40)
    errors = answer("ps1-v-curve")(
        np.sin,
        lambda x, v: np.cos(x) * v,
        x,
        v,
        np.logspace(-100, -9, 20),
        "complex",
    )
    assert np.max(errors) < 1e-15


@pytest.mark.parametrize("dtype", [np.float64, np.float32])
def test_the_v_is_made_of_the_errors_at_these_very_steps(dtype):
    """The largest error of each quotient, and single stays single."""
    x, steps = np.linspace(0.3, 1.4, 40).astype(dtype), np.logspace(-6, 0, 7)
    errors = answer("ps1-v-curve")(
        np.sin,
        lambda x, v: np.cos(x) * v,
        x,
        np.ones(40, dtype),
        steps,
        "forward",
    )
    quotients = [(np.sin(x + dtype(h)) - np.sin(x)) / dtype(h) for h in steps]
    expected = [np.max(np.abs(q - np.cos(x))) for q in quotients]
    assert np.array(errors, float) == exact(np.array(expected, float))


@pytest.mark.parametrize(("n", "runs"), [(10, 20), (100, 200), (1000, 2000)])
def test_a_gradient_by_central_differences_costs_two_runs_an_input(n, runs):
    """For one output, too: the price is that of the inputs."""
    (numerical_jacobian,) = solved("ps1", "ps1-numerical-jacobian")
    calls = []

    def counted(x):
        calls.append(1)
        return np.sum(x**2)

    numerical_jacobian(counted, np.ones(n))
    assert n + 1 <= len(calls) <= runs + 1


def test_the_price_of_a_gradient_by_differences_is_as_stated():
    """A 784-128-10 network has so many weights, and one run more."""
    text = " ".join(cell.source for cell in cells("ps1", "jacobians"))
    weights = 784 * 128 + 128 * 10
    for number in (weights, weights + 1):
        assert f"{number:,}".replace(",", " ") in text
