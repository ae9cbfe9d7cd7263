"""The walls that a forked child puts around itself before student code.

It runs inside a sandbox already; these walls part it from the process
that forked it and from other students. Everything here is one way: what is
given up cannot be had back.
"""

import ctypes
import os
import platform
import resource
import struct

GIB = 1 << 30
NEWNS, NEWUTS, NEWIPC = 0x00020000, 0x04000000, 0x08000000
NEWUSER, NEWPID, NEWNET = 0x10000000, 0x20000000, 0x40000000
APART = NEWUSER | NEWPID | NEWNS | NEWIPC | NEWNET | NEWUTS

MS_NOSUID, MS_NODEV, MS_REC, MS_PRIVATE = 2, 4, 16384, 1 << 18
SCRATCH = ("/work", "/tmp", "/dev/shm")
MOST_SCRATCH = "size=64m,nr_inodes=20000,mode=0700"

PR_SET_DUMPABLE, PR_SET_SECCOMP, PR_CAPBSET_DROP = 4, 22, 24
PR_SET_NO_NEW_PRIVS = 38

LIMITS = {
    "RLIMIT_AS": 8 * GIB,  # JAX reserves addresses; see RLIMIT_DATA
    "RLIMIT_DATA": 3 * GIB,
    "RLIMIT_FSIZE": 64 << 20,
    "RLIMIT_NOFILE": 256,
    "RLIMIT_NPROC": 64,
    "RLIMIT_CORE": 0,
}

# Numbers of the system calls that no answer needs, by machine.
ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
REFUSED = {
    "x86_64": {
        "ptrace": 101, "syslog": 103, "personality": 135, "pivot_root": 155,
        "chroot": 161, "acct": 163, "mount": 165, "umount2": 166,
        "swapon": 167, "reboot": 169, "init_module": 175,
        "delete_module": 176, "quotactl": 179, "add_key": 248,
        "request_key": 249, "keyctl": 250, "unshare": 272,
        "perf_event_open": 298, "name_to_handle_at": 303,
        "open_by_handle_at": 304, "setns": 308, "process_vm_readv": 310,
        "process_vm_writev": 311, "kcmp": 312, "finit_module": 313,
        "kexec_file_load": 320, "bpf": 321, "userfaultfd": 323,
        "pidfd_getfd": 438, "io_uring_setup": 425, "io_uring_enter": 426,
        "io_uring_register": 427, "open_tree": 428, "move_mount": 429,
        "fsopen": 430, "fsconfig": 431, "fsmount": 432,
        "mount_setattr": 442,
    },
    "aarch64": {
        "ptrace": 117, "syslog": 116, "personality": 92, "pivot_root": 41,
        "chroot": 51, "acct": 89, "mount": 40, "umount2": 39,
        "swapon": 224, "reboot": 142, "init_module": 105,
        "delete_module": 106, "quotactl": 60, "add_key": 217,
        "request_key": 218, "keyctl": 219, "unshare": 97,
        "perf_event_open": 241, "name_to_handle_at": 264,
        "open_by_handle_at": 265, "setns": 268, "process_vm_readv": 270,
        "process_vm_writev": 271, "kcmp": 272, "finit_module": 273,
        "kexec_file_load": 294, "bpf": 280, "userfaultfd": 282,
        "pidfd_getfd": 438, "io_uring_setup": 425, "io_uring_enter": 426,
        "io_uring_register": 427, "open_tree": 428, "move_mount": 429,
        "fsopen": 430, "fsconfig": 431, "fsmount": 432,
        "mount_setattr": 442,
    },
}  # fmt: skip
CLONE = {"x86_64": 56, "aarch64": 220}
CLONE3 = 435
SOCKET = {"x86_64": 41, "aarch64": 198}  # not socketpair
EPERM, ENOSYS = 1, 38
ALLOW, ERRNO = 0x7FFF0000, 0x00050000
LOAD, JUMP_EQUAL, JUMP_SET, JUMP_ABOVE, RETURN = 0x20, 0x15, 0x45, 0x35, 0x06


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
    mount("tmpfs", "/proc", "size=0,mode=0555", 1 | MS_NOSUID, "tmpfs")


def mount(source, target, options, flags, kind=None):
    """Put a file system at a place, as the system call does."""
    words = [t and t.encode() for t in (source, target, kind, options)]
    source, target, kind, options = words
    checked(
        libc().mount(source, target, kind, ctypes.c_ulong(flags), options),
        f"mount on {target!r}",
    )


def limit(cpu_seconds):
    """Bound what this process and its children may take.

    Args:
        cpu_seconds: [s] Processor time of each process.
    """
    limits = {**LIMITS, "RLIMIT_CPU": cpu_seconds}
    for name, most in limits.items():
        kind = getattr(resource, name)
        _, hard = resource.getrlimit(kind)
        if hard != resource.RLIM_INFINITY:
            most = min(most, hard)
        resource.setrlimit(kind, (most, most))


def give_up(network):
    """Drop every capability and refuse dangerous system calls for good.

    Args:
        network: Whether sockets may be made: a child in a network of
            its own has nobody to talk to.
    """
    prctl = libc().prctl
    for capability in range(64):
        prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)
    header = struct.pack("Ii", 0x20080522, 0)
    checked(libc().capset(header, bytes(24)), "capset")
    checked(prctl(PR_SET_DUMPABLE, 0, 0, 0, 0), "prctl")
    no_new_privileges()
    refuse_calls(network)


def no_new_privileges():
    """No program that this process starts may do more than it may."""
    checked(libc().prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "prctl")


def refuse_calls(network):
    """Install the filter of system calls.

    Source:
        seccomp(2), "Use of classic BPF".
    """
    machine = platform.machine()
    if machine not in ARCHITECTURES:
        return
    code = b"".join(struct.pack("HBBI", *i) for i in program(machine, network))
    text = ctypes.create_string_buffer(code, len(code))

    class Program(ctypes.Structure):
        _fields_ = [("length", ctypes.c_ushort), ("code", ctypes.c_void_p)]

    filter_ = Program(len(code) // 8, ctypes.addressof(text))
    prctl = libc().prctl
    checked(prctl(PR_SET_SECCOMP, 2, ctypes.byref(filter_), 0, 0), "seccomp")


def program(machine, network):
    """Instructions (code, jump if true, jump if false, constant)."""
    no = (RETURN, 0, 0, ERRNO | EPERM)
    yes = (RETURN, 0, 0, ALLOW)
    lines = [
        (LOAD, 0, 0, 4),  # the architecture
        (JUMP_EQUAL, 1, 0, ARCHITECTURES[machine]),
        no,
        (LOAD, 0, 0, 0),  # the call's number
    ]
    if machine == "x86_64":  # calls of the x32 kind
        lines += [(JUMP_ABOVE, 0, 1, 0x40000000), no]
    # clone3 hides its flags in memory: libraries then fall back to clone.
    lines += [
        (JUMP_EQUAL, 0, 1, CLONE3),
        (RETURN, 0, 0, ERRNO | ENOSYS),
    ]
    for number in REFUSED[machine].values():
        lines += [(JUMP_EQUAL, 0, 1, number), no]
    if not network:
        lines += [(JUMP_EQUAL, 0, 1, SOCKET[machine]), no]
    lines += [
        (JUMP_EQUAL, 0, 3, CLONE[machine]),
        (LOAD, 0, 0, 16),  # the flags of clone
        (JUMP_SET, 0, 1, APART),
        no,
    ]
    return [*lines, yes]
