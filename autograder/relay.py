"""Speak Jupyter's messages for a sandboxed child.

A kernel needs sockets, and the child has none: a thread of the trusted
side answers the client, lets the child run the cells, and sends on what
they say. So the client cannot tell it from an ordinary kernel, but that
the outputs of a cell come when it ends.
"""

import contextlib
import queue
import socket
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import zmq
from jupyter_client.session import Session

from autograder.outputs import from_child
from autograder.remote import Ended, Host
from autograder.warm import Child

DAY = 86400.0  # seconds: the client says when a cell takes too long
ABOUT = {
    "status": "ok",
    "protocol_version": "5.3",
    "implementation": "chainrule",
    "implementation_version": "1",
    "banner": "Python behind a wall",
    "language_info": {
        "name": "python",
        "version": "3.11",
        "mimetype": "text/x-python",
        "file_extension": ".py",
        "pygments_lexer": "ipython3",
        "nbconvert_exporter": "python",
        "codemirror_mode": {"name": "ipython", "version": 3},
    },
}
EMPTY: dict[str, dict[str, Any]] = {
    "comm_info": {"status": "ok", "comms": {}},
    "history": {"status": "ok", "history": []},
    "is_complete": {"status": "unknown"},
    "inspect": {"status": "ok", "found": False, "data": {}, "metadata": {}},
}


class Relay(threading.Thread):
    """Answers one client for one child, until either ends.

    Args:
        connection: What Jupyter's connection file holds.
        child: The sandboxed child.
        files: Texts by path, put into the child's folder first.
    """

    def __init__(
        self, connection: dict[str, Any], child: Child, files: dict[str, str]
    ) -> None:
        super().__init__(name="relay", daemon=True)
        self.child = child
        self.host = Host(child.channel, DAY)
        self.host.start(child.folder, files)
        self.count = 0
        self.over = threading.Event()
        self._session = Session(
            key=_bytes(connection["key"]),
            signature_scheme=connection["signature_scheme"],
        )
        self._context = zmq.Context()
        kinds = {
            "shell": zmq.ROUTER,
            "control": zmq.ROUTER,
            "stdin": zmq.ROUTER,
            "hb": zmq.ROUTER,
            "iopub": zmq.PUB,
        }
        self._sockets = {
            name: self._bound(connection, name, kind)
            for name, kind in kinds.items()
        }
        self._runner = ThreadPoolExecutor(1)
        self._waiting: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self._running: tuple[Future[Any], Any, Any] | None = None
        self._wake, self._woken = socket.socketpair()

    def _bound(self, connection: dict[str, Any], name: str, kind: int) -> Any:
        made = self._context.socket(kind)
        made.linger = 1000
        if connection.get("curve_secretkey"):
            made.curve_secretkey = _bytes(connection["curve_secretkey"])
            made.curve_publickey = _bytes(connection["curve_publickey"])
            made.curve_server = True
        mark = ":" if connection["transport"] == "tcp" else "-"
        address = f"{connection['ip']}{mark}{connection[f'{name}_port']}"
        made.bind(f"{connection['transport']}://{address}")
        return made

    def run(self) -> None:
        """Serve until the child ends or the client asks for the end."""
        poller = zmq.Poller()
        for name in ("shell", "control", "hb"):
            poller.register(self._sockets[name], zmq.POLLIN)
        poller.register(self._woken, zmq.POLLIN)
        try:
            while not self.over.is_set():
                ready = dict(poller.poll())
                if self._woken.fileno() in ready:
                    self._woken.recv(64)
                    self._finish()
                for name in ("hb", "control", "shell"):
                    if self._sockets[name] in ready:
                        self._take(name)
        finally:
            self.over.set()
            self._runner.shutdown(wait=False, cancel_futures=True)
            self._context.destroy(linger=1000)
            self._wake.close()
            self._woken.close()

    def stop(self) -> None:
        """End the thread."""
        self.over.set()
        with contextlib.suppress(OSError):
            self._wake.send(b"x")

    def _take(self, name: str) -> None:
        """Read one message and answer it, or let it wait its turn."""
        made = self._sockets[name]
        if name == "hb":
            made.send_multipart(made.recv_multipart())
            return
        who, message = self._session.recv(made)
        if message is None:
            return
        kind = message["header"]["msg_type"].removesuffix("_request")
        if kind == "execute":
            self._waiting.put((who, message))
            self._next()
            return
        self._publish("status", {"execution_state": "busy"}, message)
        self._session.send(
            made, f"{kind}_reply", self._answer(kind, message), message, who
        )
        self._publish("status", {"execution_state": "idle"}, message)

    def _answer(self, kind: str, message: Any) -> dict[str, Any]:
        """The content of a reply that needs no student code."""
        if kind == "kernel_info":
            return ABOUT
        if kind == "shutdown":
            self.stop()
            return {"status": "ok", "restart": message["content"]["restart"]}
        if kind == "interrupt":
            self.child.interrupt()
        if kind == "complete":
            place = message["content"]["cursor_pos"]
            span = {"cursor_start": place, "cursor_end": place}
            return {"status": "ok", "matches": [], "metadata": {}, **span}
        return EMPTY.get(kind, {"status": "ok"})

    def _publish(self, kind: str, content: Any, parent: Any) -> None:
        self._session.send(self._sockets["iopub"], kind, content, parent)

    def _next(self) -> None:
        """Run the next cell that waits, if none runs."""
        if self._running is not None or self._waiting.empty():
            return
        who, message = self._waiting.get()
        source = message["content"]["code"]
        self._publish("status", {"execution_state": "busy"}, message)
        words = {"code": source, "execution_count": self.count + 1}
        self._publish("execute_input", words, message)
        future = self._runner.submit(
            self.host.run_cell, source, DAY, self.child.interrupt
        )
        self._running = future, who, message
        future.add_done_callback(lambda _: self._tell())

    def _tell(self) -> None:
        with contextlib.suppress(OSError):
            self._wake.send(b"x")

    def _finish(self) -> None:
        """Send on what the cell said that has just ended."""
        if self._running is None or not self._running[0].done():
            return
        future, who, message = self._running
        self._running = None
        try:
            said, _, _ = future.result()
        except Ended:
            self.stop()
            return
        self.count += 1
        reply: dict[str, Any] = {"status": "ok", "user_expressions": {}}
        for output in from_child(said, self.count):
            kind = output.pop("output_type")
            self._publish(kind, dict(output), message)
            if kind == "error":
                reply = {"status": "error", **output}
        reply["execution_count"] = self.count
        shell = self._sockets["shell"]
        self._session.send(shell, "execute_reply", reply, message, who)
        self._publish("status", {"execution_state": "idle"}, message)
        self._next()


def _bytes(text: Any) -> bytes:
    return text if isinstance(text, bytes) else str(text).encode()
