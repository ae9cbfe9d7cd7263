"""The filter of system calls: what no answer needs, the kernel refuses.

Each line of a table holds the call's number on x86-64 and on 64-bit ARM,
or None where it does not exist.

Source:
    seccomp(2), "Use of classic BPF"; asm/unistd_64.h, asm-generic/unistd.h.
"""

import ctypes
import os
import platform
import struct

ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
PR_SET_SECCOMP = 22
EPERM, ENOSYS = 1, 38
ALLOW, ERRNO = 0x7FFF0000, 0x00050000
LOAD, AND, RETURN = 0x20, 0x54, 0x06
JUMP_EQUAL, JUMP_SET, JUMP_AT_LEAST = 0x15, 0x45, 0x35
NUMBER, ARCHITECTURE, ARGUMENT = 0, 4, 16  # places of what is asked
X32 = 0x40000000
NAMESPACES = 0x7E020000  # flags of clone that make a namespace

REFUSED = {
    # other processes
    "ptrace": (101, 117), "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271), "kcmp": (312, 272),
    "pidfd_getfd": (438, 438), "perf_event_open": (298, 241),
    "migrate_pages": (256, 238), "move_pages": (279, 239),
    "setpriority": (141, 140), "ioprio_set": (251, 30),
    # mounts, namespaces, files by other means
    "mount": (165, 40), "umount2": (166, 39), "pivot_root": (155, 41),
    "chroot": (161, 51), "unshare": (272, 97), "setns": (308, 268),
    "open_tree": (428, 428), "move_mount": (429, 429),
    "fsopen": (430, 430), "fsconfig": (431, 431), "fsmount": (432, 432),
    "fspick": (433, 433), "mount_setattr": (442, 442),
    "statmount": (457, 457), "listmount": (458, 458),
    "open_tree_attr": (467, 467), "name_to_handle_at": (303, 264),
    "open_by_handle_at": (304, 265), "quotactl": (179, 60),
    "quotactl_fd": (443, 443), "swapon": (167, 224), "swapoff": (168, 225),
    "acct": (163, 89), "fanotify_init": (300, 262),
    "inotify_init": (253, None), "inotify_init1": (294, 26),
    "inotify_add_watch": (254, 27),
    # keys, and memory that belongs to no process
    "add_key": (248, 217), "request_key": (249, 218), "keyctl": (250, 219),
    "memfd_create": (319, 279), "memfd_secret": (447, 447),
    "shmget": (29, 194), "shmat": (30, 196), "shmctl": (31, 195),
    "semget": (64, 190), "semop": (65, 193), "semctl": (66, 191),
    "semtimedop": (220, 192), "msgget": (68, 186), "msgsnd": (69, 189),
    "msgrcv": (70, 188), "msgctl": (71, 187), "mq_open": (240, 180),
    "mq_unlink": (241, 181), "io_setup": (206, 0),
    # the kernel itself
    "io_uring_setup": (425, 425), "io_uring_enter": (426, 426),
    "io_uring_register": (427, 427), "bpf": (321, 280),
    "userfaultfd": (323, 282), "syslog": (103, 116),
    "personality": (135, 92), "modify_ldt": (154, None),
    "reboot": (169, 142), "init_module": (175, 105),
    "delete_module": (176, 106), "finit_module": (313, 273),
    "kexec_load": (246, 104), "kexec_file_load": (320, 294),
}  # fmt: skip

# Refused for some values of one argument: its place, how it is compared.
PARTLY = [
    ("prlimit64", (302, 261), 0, "is not", 0),  # of another process
    ("prlimit64", (302, 261), 1, "is", 4),  # whether cores are dumped
    ("setrlimit", (160, 164), 0, "is", 4),
    ("prctl", (157, 167), 0, "is", 4),
    ("sched_setaffinity", (203, 122), 0, "is not", 0),
    ("sched_setscheduler", (144, 119), 0, "is not", 0),
    ("sched_setparam", (142, 118), 0, "is not", 0),
    ("sched_setattr", (314, 274), 0, "is not", 0),
    ("fcntl", (72, 25), 1, "is", 1024),  # leases: others wait for a file
    ("fcntl", (72, 25), 1, "is", 1026),  # news of a folder
    ("ioctl", (16, 29), 1, "is", 0x5412),  # typing on a terminal
    ("ioctl", (16, 29), 1, "is", 0x541C),
    ("clone", (56, 220), 0, "has", NAMESPACES),
]
SOCKET = (41, 198)
KINDS_OF_SOCKET = (1, 2, 10)  # local, IPv4, IPv6; no way to a hypervisor
SOCKETPAIR = (53, 199)  # one for messages could be sent to any address
MESSAGES, KIND_BITS = 2, 0xF

# Landlock does not guard these. They do nothing, and say that they did.
PRETENDED = {
    "chmod": (90, None), "fchmod": (91, 52), "fchmodat": (268, 53),
    "fchmodat2": (452, 452), "chown": (92, None), "fchown": (93, 55),
    "lchown": (94, None), "fchownat": (260, 54), "utime": (132, None),
    "utimes": (235, None), "futimesat": (261, None),
    "utimensat": (280, 88), "setxattr": (188, 5), "lsetxattr": (189, 6),
    "fsetxattr": (190, 7), "setxattrat": (463, 463),
    "getxattr": (191, 8), "lgetxattr": (192, 9), "fgetxattr": (193, 10),
    "getxattrat": (464, 464), "listxattr": (194, 11),
    "llistxattr": (195, 12), "flistxattr": (196, 13),
    "listxattrat": (465, 465), "removexattr": (197, 14),
    "lremovexattr": (198, 15), "fremovexattr": (199, 16),
    "removexattrat": (466, 466), "file_setattr": (469, 469),
}  # fmt: skip


def refuse(shares_files):
    """Install the filter in this process and in all that it starts.

    Args:
        shares_files: Whether files and sockets are the machine's: then no
            socket is made, and no file's owner, mode or date changes.

    Raises:
        OSError: If the kernel refuses, or this machine has no table.
    """
    machine = platform.machine()
    if machine not in ARCHITECTURES:
        raise OSError(f"there is no filter of system calls for {machine}")
    lines = program(machine, shares_files)
    code = b"".join(struct.pack("HBBI", *line) for line in lines)
    text = ctypes.create_string_buffer(code, len(code))

    class Program(ctypes.Structure):
        _fields_ = [("length", ctypes.c_ushort), ("code", ctypes.c_void_p)]

    filter_ = Program(len(lines), ctypes.addressof(text))
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    if prctl(PR_SET_SECCOMP, 2, ctypes.byref(filter_), 0, 0) != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"seccomp: {os.strerror(number)}")


def program(machine, shares_files):
    """Instructions (code, jump if true, jump if false, constant)."""
    column = list(ARCHITECTURES).index(machine)
    no = (RETURN, 0, 0, ERRNO | EPERM)
    pretend = (RETURN, 0, 0, ERRNO)
    lines = [
        (LOAD, 0, 0, ARCHITECTURE),
        (JUMP_EQUAL, 1, 0, ARCHITECTURES[machine]),
        no,
        (LOAD, 0, 0, NUMBER),
    ]
    if machine == "x86_64":  # calls of the x32 kind
        lines += [(JUMP_AT_LEAST, 0, 1, X32), no]
    # clone3 hides its flags in memory: libraries then fall back to clone.
    lines += [(JUMP_EQUAL, 0, 1, 435), (RETURN, 0, 0, ERRNO | ENOSYS)]
    for numbers in REFUSED.values():
        if numbers[column] is not None:
            lines += [(JUMP_EQUAL, 0, 1, numbers[column]), no]
    for _, numbers, place, compared, value in PARTLY:
        lines += when(numbers[column], place, (compared, value), no)
    if shares_files:
        for numbers in PRETENDED.values():
            if numbers[column] is not None:
                lines += [(JUMP_EQUAL, 0, 1, numbers[column]), pretend]
        lines += [(JUMP_EQUAL, 0, 1, SOCKET[column]), no]
    lines += sockets(column, no)
    return [*lines, (RETURN, 0, 0, ALLOW)]


def when(number, place, condition, answer):
    """Give an answer to a call if an argument fulfils a condition."""
    compared, value = condition
    jump = {
        "is": (JUMP_EQUAL, 0, 1, value),
        "is not": (JUMP_EQUAL, 1, 0, value),
        "has": (JUMP_SET, 0, 1, value),
    }[compared]
    return [
        (JUMP_EQUAL, 0, 4, number),
        (LOAD, 0, 0, ARGUMENT + 8 * place),
        jump,
        answer,
        (LOAD, 0, 0, NUMBER),
    ]


def sockets(column, no):
    """Refuse kinds of sockets that a network of one's own does not hold."""
    kinds = [
        (JUMP_EQUAL, len(KINDS_OF_SOCKET) - i, 0, kind)
        for i, kind in enumerate(KINDS_OF_SOCKET)
    ]
    return [
        (JUMP_EQUAL, 0, len(kinds) + 3, SOCKET[column]),
        (LOAD, 0, 0, ARGUMENT),
        *kinds,
        no,
        (LOAD, 0, 0, NUMBER),
        (JUMP_EQUAL, 0, 4, SOCKETPAIR[column]),
        (LOAD, 0, 0, ARGUMENT + 8),
        (AND, 0, 0, KIND_BITS),
        (JUMP_EQUAL, 0, 1, MESSAGES),
        no,
    ]
