"""The protocol: plain values survive, everything else is refused."""

import collections
import enum
import json
import socket
import threading
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest

from autograder.inside import agent, failures, frames, values, wire
from autograder.remote import Ended, Host
from chainrule import cases, checks
from chainrule.cases import Case, Exercise, Source
from chainrule.compare import kind_of
from chainrule.properties import error_kinds

ANSWERS = """
import time
import numpy as np

def grad(f):
    def gradient(x):
        return np.imag(f(x + 1e-20j)) / 1e-20
    return gradient

def jvp(f, x, x_dot):
    h = 1e-6
    return f(x), (f(x + h * x_dot) - f(x - h * x_dot)) / (2 * h)

def vjp(f, x):
    slope = grad(f)(x)
    return f(x), lambda y_bar: slope * y_bar

def spoil(x):
    x[0] = 99.0
    return x

def late(x):
    time.sleep(2)

def masked(x):
    return np.ma.masked_array(x)

def same(x):
    return x

class TooSteep(ValueError):
    pass

def steep(x):
    raise TooSteep("no slope here")

def breaks():
    return (1 / n for n in (1, 0))

PREDICTION = 0.5
"""


@pytest.fixture
def host():
    """A host whose other side serves ANSWERS from a thread."""
    ours, theirs = wire.pair()
    namespace = {}
    exec(ANSWERS, namespace)
    peer = wire.Peer(theirs, invoke=agent.invoke, runs_texts=True)
    peer.requests["get"] = lambda where, name: agent.find(
        namespace, where, name
    )
    thread = threading.Thread(target=peer.serve, daemon=True)
    thread.start()
    yield Host(ours, seconds=1.0)
    ours.close()
    thread.join(5)
    theirs.close()


VALUES = [
    None,
    True,
    3,
    -(2**70),
    0.1,
    float("inf"),
    1 + 2j,
    "text \N{SNOWMAN}",
    (1, [2.0, "x"], {"k": None}),
    np.float64(0.25),
    np.arange(6).reshape(2, 3),
    np.arange(6.0).reshape(2, 3).T,
    np.array(2.5),
    np.zeros((0, 3)),
    np.array([True, False]),
    np.array([1 + 2j]),
    np.arange(3, dtype=">f8"),
    np.float32([1.5, 2.5]),
]


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_plain_values_cross_unchanged(host, value):
    back = host.answer_named("", "same")(value)
    assert type(back) is type(value)
    if isinstance(value, np.ndarray):
        np.testing.assert_array_equal(back, value)
        assert back.dtype == value.dtype.newbyteorder("=")
        assert back.shape == value.shape
    else:
        assert back == value


class Letter(enum.StrEnum):
    A = "a"


class Count(enum.IntEnum):
    ONE = 1


class Length(float):
    pass


Point = collections.namedtuple("Point", "x y")

ALIKE = [
    (np.str_("corner"), "corner"),
    (Letter.A, "a"),
    (Count.ONE, 1),
    (Length(0.5), 0.5),
    (Fraction(1, 4), 0.25),
    (Decimal("0.25"), 0.25),
    (Point(1, 2), (1, 2)),
    (collections.OrderedDict(a=1), {"a": 1}),
    (collections.Counter("aab"), {"a": 2, "b": 1}),
    (collections.defaultdict(int, a=1), {"a": 1}),
    ({np.str_("A"): np.str_("B")}, {"A": "B"}),
    (collections.deque([1, Count.ONE]), [1, 1]),
    ({"a": 0.5}.values(), [0.5]),
    (range(3), [0, 1, 2]),
    (map(int, "12"), [1, 2]),
]


@pytest.mark.parametrize(
    ("value", "wanted"), ALIKE, ids=lambda value: type(value).__name__
)
def test_what_behaves_like_a_plain_value_crosses_as_one(value, wanted):
    """A check in the student's own kernel takes it for one, too."""
    codec, blobs = values.Codec(None), []
    tree = json.loads(json.dumps(codec.encode(value, blobs)))
    back = codec.decode(tree, values.Blobs(b"".join(blobs)))
    assert (type(back), back) == (type(wanted), wanted)
    if type(back) is dict:
        assert {type(key) for key in back} == {str}


def test_a_value_that_fails_on_its_way_is_an_error(host):
    """Not the end of the process: the next call is answered."""
    with pytest.raises(failures.RemoteError, match="by zero"):
        host.answer_named("", "breaks")()
    assert host.answer_named("", "PREDICTION") == 0.5


def test_what_has_no_plain_form_is_shown_by_its_type(host):
    """No address of this process, and the same in each run."""
    same = host.answer_named("", "same")
    assert repr(returned(["o", "Dual"])) == "a value of type Dual"
    assert repr(same) == "a function"
    assert kind_of(same) == "a value of type function"
    assert returned(["o", "x [1, 2]"]).remote_type == "x??1??2?"


def test_a_variable_is_fetched_by_value(host):
    assert host.answer_named("", "PREDICTION") == 0.5


def test_jvp_of_a_function_that_calls_the_students_grad(host):
    """Functions cross as text and may call other answers."""
    text = "lambda x: x * grad(lambda y: np.sin(y) * y)(x)"
    source = Source(text, ("grad",))
    bound = source.bind({"grad": host.answer_named("", "grad")})
    x = 0.3
    y, y_dot = host.answer_named("", "jvp")(bound, x, 1.0)
    slope, bend = np.sin(x) + x * np.cos(x), 2 * np.cos(x) - x * np.sin(x)
    assert y == pytest.approx(x * slope, rel=1e-12)
    assert y_dot == pytest.approx(slope + x * bend, rel=1e-8)


def test_returned_pullback_is_called_twice(host):
    y, pullback = host.answer_named("", "vjp")(Source("lambda x: x**3"), 2.0)
    assert y == 8.0
    assert pullback(1.0) == pytest.approx(12.0)
    assert pullback(-2.5) == pytest.approx(-30.0)


def test_a_host_function_is_called_back(host):
    """The text of a callback never reaches the student."""
    seen = []

    def secret(x):
        seen.append(x)
        return x * x

    y, y_dot = host.answer_named("", "jvp")(secret, 3.0, 1.0)
    assert y == 9.0
    assert y_dot == pytest.approx(6.0, rel=1e-8)
    assert len(seen) == 3


def test_changed_arguments_are_seen(host):
    x = np.arange(3.0)
    value, changed = host.answer_named("", "spoil").observe(x)
    assert changed == [0]
    assert value[0] == 99.0
    assert x[0] == 0.0, "the host's own array is never shared"


def test_an_odd_type_crosses_as_its_name(host):
    value = host.answer_named("", "masked")(np.eye(2))
    assert isinstance(value, values.Opaque)
    assert value.remote_type == "MaskedArray"


def test_only_lines_of_the_student_are_named():
    """Both sides know which files are given, and agree."""
    assert failures.GIVEN == checks.GIVEN
    own = ("/x/chainrule/rules.py", "/tmp/ipykernel_7/1234.py")
    given = [f"/x/chainrule/{name}.py" for name in checks.GIVEN]
    given += ["/x/chainrule/visible/ps3.py", "/x/chainrule/engine/core.py"]
    given += ["<string>", "<wall>", "/usr/lib/python3.11/json/decoder.py"]
    for path in (*own, *given):
        assert checks.is_own(path) == failures.is_own(path) == (path in own)


def test_the_types_of_an_error_cross(host):
    """A student's own ValueError is a ValueError on either side."""
    steep = host.answer_named("", "steep")
    with pytest.raises(failures.RemoteError, match="no slope here") as caught:
        steep(1.0)
    assert caught.value.remote_name == "TooSteep"
    assert {"TooSteep", "ValueError"} <= error_kinds(caught.value)
    for wanted, outcome in (("ValueError", "pass"), ("KeyError", "fail")):
        case = Case("error", (1.0,), wanted, check="raises")
        assert checks.judge(case, steep).outcome == outcome


def test_the_types_of_an_error_are_cut(host):
    """Ten names of eighty characters are enough."""
    ours, theirs = wire.pair()
    kinds = ["l", [["s", "K" * 200]] * 50]
    theirs.sendall(frame("raise", [["s", "E"], ["s", "text"], kinds]))
    with pytest.raises(failures.RemoteError) as caught:
        Host(ours, seconds=1.0).answer_named("", "f")
    assert caught.value.remote_kinds == ("E", *["K" * 80] * failures.MAX_KINDS)
    ours.close()
    theirs.close()


def test_a_line_is_named_once_and_by_the_student_alone(host):
    """The error crosses twice, and the host adds none of its lines."""

    def odd(x):
        raise ValueError("odd")

    case = Case("value", (odd, 0.3, 1.0))
    message = checks.judge(case, host.answer_named("", "jvp")).message
    assert message.startswith("the call raised ValueError: odd (line ")
    assert message.count("(line ") == 1


def test_an_endless_call_times_out_and_ends_the_session(host):
    late = host.answer_named("", "late")
    with pytest.raises(cases.OutOfTime, match="did not return within 1 s"):
        late(1.0)
    with pytest.raises(Ended):
        host.answer_named("", "same")


def test_checks_run_on_remote_answers(host):
    """The same check, the same verdict, on either side of the wall."""
    exercise = Exercise(
        ("grad",), {"value": 1.0}, (Case("value", check="value"),)
    )
    case = Case("value", (Source("np.sin"), 0.3), expected=0.0)
    local = {}
    exec(ANSWERS, local)
    remote = checks.evaluate(exercise, [host.answer_named("", "grad")], [case])
    here = checks.evaluate(exercise, [local["grad"]], [case])
    assert [v.outcome for v in remote] == [v.outcome for v in here]


def frame(kind, tree, arrays=b""):
    text = json.dumps([kind, tree]).encode()
    return frames.HEADER.pack(len(text), len(arrays)) + text + arrays


HOSTILE = {
    "not JSON": frames.HEADER.pack(3, 0) + b"abc",
    "no kind": frames.HEADER.pack(2, 0) + b"[]",
    "huge JSON": frames.HEADER.pack(frames.MAX_JSON + 1, 0),
    "huge arrays": frames.HEADER.pack(0, frames.MAX_ARRAYS + 1),
    "unknown tag": frame("return", [["x", 1], ["l", []]]),
    "short array": frame("return", [["a", "<f8", [9]], ["l", []]], b"1234"),
    "negative shape": frame("return", [["a", "<f8", [-1]], ["l", []]]),
    "huge shape": frame("return", [["a", "<f8", [2**40]], ["l", []]]),
    "object array": frame("return", [["a", "|O", [1]], ["l", []]], b"0" * 8),
    "record array": frame("return", [["a", "f8,f8", [1]], ["l", []]]),
    "long integer": frame("return", [["i", "9" * 5000], ["l", []]]),
    "own function": frame("return", [["own", 7], ["l", []]]),
    "deep nesting": frame("return", [json.loads('["t",[' * 40 + "]]" * 40)]),
    "array as text": frame("raise", [["l", []], ["s", "t"], ["l", []]]),
    "number as kind": frame(
        "raise", [["s", "E"], ["s", "t"], ["l", [["i", "1"]]]]
    ),
    "call of nothing": frame("call", [["p", None], ["t", []]]),
    "call of text": frame(
        "call", [["src", "lambda: 1/0", ["d", []]], ["t", []]]
    ),
    "kinds that are no list": frame(
        "raise", [["s", "E"], ["s", "text"], ["s", "ValueError"]]
    ),
    "unknown request": frame("get", [["s", ""], ["s", "open"]]),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_frames_end_one_exercise_cleanly(name):
    """A frame that is not ours is an error of the answer, not of ours."""
    ours, theirs = wire.pair()
    theirs.sendall(HOSTILE[name])
    theirs.shutdown(socket.SHUT_WR)
    try:
        with pytest.raises(Ended):
            Host(ours, seconds=1.0).answer_named("", "f")
    finally:
        ours.close()
        theirs.close()


def returned(tree, arrays=b""):
    """What the host makes of a value that a frame returns."""
    ours, theirs = wire.pair()
    with ours, theirs:
        theirs.sendall(frame("return", [tree, ["l", []]], arrays))
        return Host(ours, seconds=1.0).answer_named("", "f")


def test_a_frame_has_a_bounded_number_of_values(monkeypatch):
    """Small ones too take time and memory."""
    monkeypatch.setattr(values, "MAX_VALUES", 100)
    with pytest.raises(Ended, match="too many values"):
        returned(["l", [["l", [["p", None]] * 60]] * 2])


def test_half_a_character_is_replaced():
    """Or the result could not be written to a file."""
    tree = ["d", [["\ud800", ["s", "a\udfffb"]]]]
    assert returned(tree) == {"?": "a?b"}
    assert returned(["o", "\ud800"]).remote_type == "?"


def test_a_truth_is_true_or_false():
    """Not a byte of another value, which compares in its own way."""
    flags = returned(["a", "|b1", [4]], b"\x00\x01\x02\xff")
    assert flags.view("u1").tolist() == [0, 1, 1, 1]


def test_a_truthful_frame_would_pass():
    """The hostile frames fail for what they are, not for their format."""
    ours, theirs = wire.pair()
    theirs.sendall(frame("return", [["f", (0.5).hex()], ["l", []]]))
    assert Host(ours, seconds=1.0).answer_named("", "f") == 0.5
    ours.close()
    theirs.close()


def test_the_host_never_runs_text():
    """A text sent by a student is data on the host."""
    ours, theirs = wire.pair()
    text = ["src", "lambda: open('/tmp/owned', 'w')", ["d", []]]
    theirs.sendall(frame("return", [text, ["l", []]]))
    value = Host(ours, seconds=1.0).answer_named("", "f")
    assert isinstance(value, values.SourceText)
    assert not callable(value)
    ours.close()
    theirs.close()
