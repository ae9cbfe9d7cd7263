"""Landlock: a process gives up files, signals and sockets by itself.

It needs no privilege and no namespace, so it works where a container
forbids those. It bounds neither disk nor what all processes take together.

Source:
    landlock(7); the structures of linux/landlock.h.
"""

import ctypes
import os
import struct

CREATE, ADD, RESTRICT = 444, 445, 446  # the same on all machines
ASK_VERSION = 1
LEAST_VERSION = 6  # the first that keeps signals in
EXECUTE, READ_FILE, READ_DIR = 1 << 0, 1 << 2, 1 << 3
ALL_FILES = (1 << 16) - 1
FILE_ONLY = EXECUTE | 1 << 1 | READ_FILE | 1 << 14 | 1 << 15
ALL_TCP, ALL_SCOPES = 0b11, 0b11
O_PATH = 0o10000000


def version():
    """The version that the kernel has; 0 where there is none."""
    answer = ctypes.CDLL(None).syscall(CREATE, None, 0, ASK_VERSION)
    return max(answer, 0)


def confine(readable, writable):
    """Leave this process and its children a few folders, for good.

    Args:
        readable: Paths that may be read and run.
        writable: Paths where everything is allowed.

    Raises:
        OSError: If the kernel refuses.
    """
    call, ruleset = begin(ALL_FILES, ALL_TCP)
    allowed = [(p, EXECUTE | READ_FILE | READ_DIR) for p in readable]
    allowed += [(path, ALL_FILES) for path in writable]
    for path, access in allowed:
        try:
            place = os.open(path, O_PATH | os.O_CLOEXEC)
        except FileNotFoundError:
            continue
        if not os.path.isdir(path):
            access &= FILE_ONLY
        done(call(ADD, ruleset, 1, struct.pack("=Qi", access, place), 0))
        os.close(place)
    done(call(RESTRICT, ruleset, 0))
    os.close(ruleset)


def keep_signals_in():
    """Let this process and its children signal each other and nobody else.

    Raises:
        OSError: If the kernel refuses.
    """
    call, ruleset = begin(0, 0)
    done(call(RESTRICT, ruleset, 0))
    os.close(ruleset)
    try:
        os.kill(os.getppid(), 0)
    except PermissionError:
        return
    raise OSError("Landlock: signals are not kept in")


def begin(files, ports):
    """The system call, and a set of rules that refuses what has no rule."""
    call = ctypes.CDLL(None, use_errno=True).syscall
    rules = struct.pack("QQQ", files, ports, ALL_SCOPES)
    return call, done(call(CREATE, rules, len(rules), 0))


def done(answer):
    """The answer of a system call, or the error it stands for."""
    if answer < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"Landlock: {os.strerror(number)}")
    return answer
