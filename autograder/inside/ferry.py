"""The far end of a container's pipes: children, and what they say.

It runs inside, beside the warm parent and the watchdogs of its children.
In a container it is root without root's powers, and each child is a user
of its own: so no child can signal, trace or read it, or another child.
"""

import json
import os
import signal
import socket
import stat
from functools import partial

from autograder.inside import streams, watchdog, zygote
from autograder.inside.streams import GONE, KILL, OPEN, OPENED, OVER, REFUSED

PARENT = 0  # no child has this number


def main(walls_of, with_jax, users, folders, readable, cpu_seconds):
    """Start a warm parent, and carry its children's bytes.

    Args:
        walls_of: As `zygote.main` takes it.
        with_jax: Whether children may import JAX.
        users: Whom the warm parent becomes first, and the users to whom
            the folders are given; either may be None.
        folders: One for each child that can be there at a time.
        readable: What a child may read.
        cpu_seconds: [s] Processor time of each child.
    """
    user, owners = users
    pipes = os.dup(0), os.dup(1)  # whoever prints, prints to nowhere
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1):
        os.dup2(nowhere, descriptor)
    if owners:
        close_shared()
    for folder, owner in zip(folders, owners or ()):
        os.chown(folder, owner, owner)
    control, theirs = socket.socketpair(type=socket.SOCK_SEQPACKET)
    if os.fork() == 0:
        for descriptor in (*pipes, control.detach()):
            os.close(descriptor)
        zygote.main(theirs.detach(), with_jax, user, walls_of, cpu_seconds)
        os._exit(0)
    theirs.close()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # orphans come to us
    Ferry(pipes, control, folders, readable).run()


def close_shared():
    """Let nobody else write to a folder that everybody may write to.

    It would be a place where children leave notes for each other.
    """
    with open("/proc/self/mounts") as file:
        mounts = [line.split() for line in file]
    for _, place, _, options, *_ in mounts:
        if "rw" in options.split(",") and os.path.isdir(place):
            mode = os.stat(place).st_mode
            if mode & stat.S_IWOTH:
                os.chmod(place, 0o711)


class Child:
    """A child of the warm parent, as its ferry knows it."""

    def __init__(self, folder, pidfds):
        self.folder, self.pidfds, self.gone = folder, pidfds, False
        self.watchdog = watchdog.Watchdog(
            pidfds[-1], partial(self.signal, signal.SIGKILL), folder
        )

    def signal(self, number):
        """Send a signal to it, if it is there."""
        try:
            signal.pidfd_send_signal(self.pidfds[0], number)
        except ProcessLookupError:
            pass


class Ferry(streams.Streams):
    """Opens, carries, interrupts and ends children.

    Args:
        pipes: Descriptors that frames come from and go to.
        control: The warm parent's socket.
        folders: Folders that no child has.
        readable: What a child may read.
    """

    def __init__(self, pipes, control, folders, readable):
        super().__init__(*pipes)
        self.control, self.readable = control, readable
        self.free, self.children = list(folders), {}
        self.asked, self.unwanted = set(), set()  # numbers not there yet
        self.watch(control, streams.READ, self._hear_parent)

    def take(self, number, kind, payload):
        """Do as the host asks."""
        child = self.children.get(number)
        if kind == OPEN:
            self._open(number)
        elif kind == KILL and number in self.asked:
            self.unwanted.add(number)
        elif kind == KILL and child is not None:
            self._end(number)
        elif kind == streams.INTERRUPT and child is not None:
            child.signal(signal.SIGINT)

    def ended(self, number):
        """Say that a child's stream is over, and why if we ended it."""
        why = self.children[number].watchdog.barked
        self.say(number, OVER, why.encode())
        self._let_go(number)

    def _hear_parent(self, _):
        """Say when the warm parent is warm; end with it."""
        word = self.control.recv(16)
        if word:
            self.say(PARENT, OPENED, word)
        else:
            self.over = True

    def _open(self, number):
        if not self.free:
            self.say(number, REFUSED, b"there are too many children")
            return
        folder = self.free.pop(0)
        self.asked.add(number)
        ours, theirs = socket.socketpair()
        words = json.dumps([folder, self.readable]).encode()
        with theirs:
            socket.send_fds(self.control, [words], [theirs.fileno()])
        answered = partial(self._answered, number, ours, folder)
        self.watch(ours, streams.READ, answered)

    def _answered(self, number, ours, folder, _):
        word, pidfds, *_ = socket.recv_fds(ours, 4096, 2)
        self.watch(ours, 0)
        self.asked.discard(number)
        if word[:1] != b"+" or not pidfds:
            self.say(number, REFUSED, word[1:])
            self.free.append(folder)
            ours.close()
            return
        self.children[number] = Child(folder, pidfds)
        self.add(number, ours)
        self.watch(pidfds[-1], streams.READ, partial(self._gone, number))
        self.say(number, OPENED, folder.encode())
        if number in self.unwanted:
            self.unwanted.discard(number)
            self._end(number)

    def _end(self, number):
        """End a child; nobody asks any more what it says."""
        self.children[number].signal(signal.SIGKILL)
        self.drop(number)

    def _gone(self, number, _):
        """Know that nothing is left of a child."""
        child = self.children[number]
        self.watch(child.pidfds[-1], 0)
        child.gone = True
        self._let_go(number)

    def _let_go(self, number):
        """Free what a child had, once it is gone and has been heard."""
        child, stream = self.children[number], self.streams.get(number)
        if not child.gone or (stream is not None and not stream.ended):
            return
        child.watchdog.stop()
        for pidfd in child.pidfds:
            os.close(pidfd)
        if not watchdog.leftover(child.folder):
            self.free.append(child.folder)
        del self.children[number]
        self.drop(number)
        self.say(number, GONE)
