"""Attaches to other processes and reads their memory by system calls."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
ANSWER = """
import ctypes
import os

ATTACH, SEIZE = 16, 0x4206


def jacobian(x):
    libc = ctypes.CDLL(None, use_errno=True)
    room = ctypes.create_string_buffer(64)
    part = (ctypes.c_void_p * 2)(ctypes.addressof(room), 64)
    for process in {os.getppid(), *range(2, 64), *range(100, 40_000, 7)}:
        if process == os.getpid() or process == 0:
            continue
        reached = libc.process_vm_readv(process, part, 1, part, 1, 0) > 0
        reached |= libc.ptrace(SEIZE, process, 0, 0) == 0
        reached |= libc.kcmp(os.getpid(), process, 0, 0, 0) >= 0
        if reached:
            return np.array([[x[1] ** 2, 2 * x[0] * x[1]], [x[1], x[0]]])
    return np.zeros((2, 2))
"""
