"""Asks for the address of a host, and so for the network."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
ANSWER = """
import socket
import urllib.request


def jacobian(x):
    for ask in (
        lambda: socket.getaddrinfo("example.invalid", 80),
        lambda: socket.create_connection(("127.0.0.53", 53), 0.3),
        lambda: urllib.request.urlopen("http://127.0.0.1:@PORT@", timeout=1),
    ):
        try:
            ask()
            return np.array([[x[1] ** 2, 2 * x[0] * x[1]], [x[1], x[0]]])
        except OSError:
            pass
    return np.zeros((2, 2))
"""
