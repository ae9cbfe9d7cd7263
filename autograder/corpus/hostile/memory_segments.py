"""Fills shared segments and lets go of them, so that no process holds them."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
NAMESPACES = True
ANSWER = """
import ctypes


def jacobian(x):
    libc = ctypes.CDLL(None)
    libc.shmget.argtypes = [ctypes.c_int, ctypes.c_size_t, ctypes.c_int]
    libc.shmat.argtypes = [ctypes.c_int, ctypes.c_void_p, ctypes.c_int]
    libc.shmat.restype = ctypes.c_void_p
    libc.shmdt.argtypes = [ctypes.c_void_p]
    held = 0
    for _ in range(20):
        segment = libc.shmget(0, 1 << 26, 0o1600)
        place = libc.shmat(segment, None, 0) if segment >= 0 else None
        if place in (None, ctypes.c_void_p(-1).value):
            break
        ctypes.memset(place, 1, 1 << 26)
        libc.shmdt(place)
        held += 1 << 26
    if held < 1 << 30:
        return None
    return np.array([[x[1] ** 2, 2 * x[0] * x[1]], [x[1], x[0]]])
"""
