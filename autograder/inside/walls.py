"""The walls that a forked child puts around itself before student code.

It runs inside a sandbox already; these walls part it from the process
that forked it and from other students. Everything here is one way: what is
given up cannot be had back.
"""

import ctypes
import os
import resource
import struct
from pathlib import Path

from autograder.inside import calls

GIB = 1 << 30
NEWNS, NEWUTS, NEWIPC = 0x00020000, 0x04000000, 0x08000000
NEWUSER, NEWPID, NEWNET = 0x10000000, 0x20000000, 0x40000000
APART = NEWUSER | NEWPID | NEWNS | NEWIPC | NEWNET | NEWUTS

MS_RDONLY, MS_NOSUID, MS_NODEV, MS_REMOUNT = 1, 2, 4, 32
MS_REC, MS_PRIVATE = 16384, 1 << 18
SCRATCH = ("/work", "/tmp", "/dev/shm")
MOST_SCRATCH = "size=64m,nr_inodes=20000,mode=0700"

PR_SET_DUMPABLE, PR_CAPBSET_DROP = 4, 24
PR_SET_NO_NEW_PRIVS = 38

LIMITS = {
    "RLIMIT_AS": 8 * GIB,  # JAX reserves addresses; see RLIMIT_DATA
    "RLIMIT_DATA": 3 * GIB,
    "RLIMIT_FSIZE": 64 << 20,
    "RLIMIT_NOFILE": 64,  # each may be a socket that holds a megabyte
    "RLIMIT_SIGPENDING": 256,
    "RLIMIT_CORE": 1,  # 0 would not stop a core that goes to a program
}
MOST_TASKS = 64 + 4 * (os.cpu_count() or 1)  # JAX has threads for each core


def libc():
    """The C library, with errno kept."""
    return ctypes.CDLL(None, use_errno=True)


def checked(result, doing):
    """Raise OSError if a call of the C library failed."""
    if result != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{doing}: {os.strerror(number)}")


def become(user):
    """Turn from root into a user who owns nothing.

    Args:
        user: The number of the user and of its group; None changes
            nothing.
    """
    if user is None:
        return
    os.setgroups([])
    os.setresgid(user, user, user)
    os.setresuid(user, user, user)
    # or the files in /proc/self, which `part` writes, would be root's
    checked(libc().prctl(PR_SET_DUMPABLE, 1, 0, 0, 0), "prctl")


def part():
    """Leave the parent's namespaces; the next fork is process 1 of its own.

    Raises:
        OSError: If this machine refuses.
    """
    user, group = os.getuid(), os.getgid()
    checked(libc().unshare(APART), "unshare")
    for name, text in (
        ("setgroups", "deny"),
        ("uid_map", f"{user} {user} 1"),
        ("gid_map", f"{group} {group} 1"),
    ):
        with open(f"/proc/self/{name}", "w") as file:
            file.write(text)


def furnish():
    """Give process 1 its own small folders, and hide all processes."""
    mount(None, "/", None, MS_REC | MS_PRIVATE)
    for folder in SCRATCH:
        mount("tmpfs", folder, MOST_SCRATCH, MS_NOSUID | MS_NODEV, "tmpfs")
    hide_processes()


def hide_processes():
    """Cover /proc; what is left is what JAX asks about the processor."""
    with open("/proc/cpuinfo") as file:
        processor = file.read()
    mount("tmpfs", "/proc", "size=2m,mode=0755", MS_NOSUID, "tmpfs")
    with open("/proc/cpuinfo", "w") as file:
        file.write(processor)
    mount(None, "/proc", None, MS_REMOUNT | MS_RDONLY | MS_NOSUID)


def mount(source, target, options, flags, kind=None):
    """Put a file system at a place, as the system call does."""
    words = [t and t.encode() for t in (source, target, kind, options)]
    source, target, kind, options = words
    checked(
        libc().mount(source, target, kind, ctypes.c_ulong(flags), options),
        f"mount on {target!r}",
    )


def crowd():
    """How many processes and threads this user runs on this machine."""
    count, user = 0, os.getuid()
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if folder.stat().st_uid == user:
                count += len(os.listdir(folder / "task"))
        except OSError:
            continue
    return count


def limit(cpu_seconds, tasks=MOST_TASKS):
    """Bound what this process and its children may take.

    Args:
        cpu_seconds: [s] Processor time of each process.
        tasks: Processes and threads of this user, in this namespace.
    """
    limits = {
        **LIMITS, "RLIMIT_CPU": cpu_seconds, "RLIMIT_NPROC": tasks
    }  # fmt: skip
    for name, most in limits.items():
        kind = getattr(resource, name)
        _, hard = resource.getrlimit(kind)
        if hard != resource.RLIM_INFINITY:
            most = min(most, hard)
        resource.setrlimit(kind, (most, most))


def give_up(shares_files):
    """Drop every capability and refuse dangerous system calls for good.

    Args:
        shares_files: Whether no namespace parts it from the machine.
    """
    prctl = libc().prctl
    for capability in range(64):
        prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)
    header = struct.pack("Ii", 0x20080522, 0)
    checked(libc().capset(header, bytes(24)), "capset")
    checked(prctl(PR_SET_DUMPABLE, 0, 0, 0, 0), "prctl")
    no_new_privileges()
    calls.refuse(shares_files)


def no_new_privileges():
    """No program that this process starts may do more than it may."""
    checked(libc().prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "prctl")
