"""Announces an answer and never sends the rest of it."""

EXERCISE = "ps1-jacobian"
OUTCOME = "stop"
SAYS = ("did not return within",)
ANSWER = r"""
import gc
import time


def jacobian(x):
    peer = next(o for o in gc.get_objects() if type(o).__name__ == "Peer")
    peer.channel.sendall(b"\xff\xff\x00\x00" + 8 * b"\x00" + b"[")
    time.sleep(60)
"""
