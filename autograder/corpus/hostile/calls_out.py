"""Talks to a listener on this machine, by TCP, UDP and an abstract name."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
ANSWER = r"""
import socket


def jacobian(x):
    for family, kind, place in (
        (socket.AF_INET, socket.SOCK_STREAM, ("127.0.0.1", int("@PORT@"))),
        (socket.AF_INET6, socket.SOCK_STREAM, ("::1", int("@PORT@"))),
        (socket.AF_INET, socket.SOCK_STREAM, ("localhost", int("@PORT@"))),
        (socket.AF_UNIX, socket.SOCK_STREAM, "\0@ABSTRACT@"),
    ):
        try:
            with socket.socket(family, kind) as talk:
                talk.settimeout(0.5)
                talk.connect(place)
                talk.send(b"stolen")
            return np.array([[x[1] ** 2, 2 * x[0] * x[1]], [x[1], x[0]]])
        except OSError:
            pass
    return np.zeros((2, 2))
"""
