"""Sends a frame that no parser of JSON survives unharmed."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
SAYS = ("could not be read",)
ANSWER = """
import gc


def jacobian(x):
    peer = next(o for o in gc.get_objects() if type(o).__name__ == "Peer")
    text = b"[" * 1_000_000
    peer.channel.sendall(peer_header(len(text)) + text)


def peer_header(size):
    import struct

    return struct.pack("<IQ", size, 0)
"""
