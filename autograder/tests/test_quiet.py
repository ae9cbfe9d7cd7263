"""What is said of a hidden case: enough to learn from, no value of it."""

import pytest

from autograder.quiet import hushed
from chainrule.cases import Verdict

SAID = {
    "the call raised IndexError: index 7 of 5 (line 3)": (
        "the call raised IndexError (line 3)"
    ),
    "the call raised X_0d1_0d25: text (line 3)": (
        "the call raised an error (line 3)"
    ),
    "the call raised ValueError: (0.125 line 3)": "the call raised ValueError",
    "the call raised KeyError: 1 (line 123456)": "the call raised KeyError",
    "the call raised Known: text": "the call raised Known",
    "anything at all": "no answer",
}
FAILED = {
    "it is a value of type args?3?4. Is it?": "of another type. Is it?",
    "it is a value of type MaskedArray": "of type MaskedArray",
    "it is a value of type array of dtype object. Is": "dtype object. Is",
    "it is a value of type array of dtype <U99999": "of another type",
    "the result has shape (0, 213, 5), expected (2, 2)": "shape (0, 213, 5)",
    "the result has shape (1001,), expected (5,)": "(...), expected (5,)",
    "shape (1, 1, 1, 1, 1), expected (1, 2, 3, 4, 5)": (
        "shape (...), expected (1, 2, 3, 4, 5)"
    ),
    "it is a tuple of length 2": "of length 2",
    "it is a tuple of length 4321": "of another length",
    "expected a ValueError, but it raised KeyError": "raised KeyError",
    "expected a ValueError, but it raised X_0d5": "it raised an error",
    "the X_0d5 that comes does not say": "the error that comes",
    "Every entry is 0.333333 times the right one": "is about 0.3333 times",
    "Every entry is 2 times the right one": "is 2 times",
    "relative error 6.7e-01, allowed 1e-09": "error 6.7e-01, allowed 1e-09",
}
SHOWN = (Verdict("value", "error", "the call raised Known: visible"),)


@pytest.mark.parametrize("text", SAID)
def test_of_an_error_its_type_and_line_are_kept(text):
    assert hushed(Verdict("value", "error", text), SHOWN).message == SAID[text]


@pytest.mark.parametrize("text", FAILED)
def test_a_mismatch_keeps_what_teaches(text):
    said = hushed(Verdict("value", "fail", text), SHOWN).message
    assert FAILED[text] in said


def test_what_a_visible_case_said_may_be_said_again():
    verdict = Verdict("value", "error", "the call raised Known: visible")
    assert hushed(verdict, SHOWN) is verdict
