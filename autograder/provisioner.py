"""Jupyter's door to the sandbox: kernels that are forked children.

The entry point `jupyter_client.kernel_provisioners` finds the class, and
the kernelspec "chainrule-sandbox" asks for it. nbclient, nbgrader and
JupyterLab need nothing else.
"""

import os
import signal
from pathlib import Path
from typing import Any

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning import LocalProvisioner

from autograder import sandbox, warm
from autograder.relay import Relay

MOST_FILES, MOST_BYTES = 200, 2_000_000


class SandboxProvisioner(LocalProvisioner):
    """Starts a kernel as a child of this process's warm parent."""

    relay: Relay | None = None

    @property
    def has_process(self) -> bool:
        """Whether there is a child."""
        return self.relay is not None

    async def launch_kernel(
        self, cmd: list[str], **words: Any
    ) -> KernelConnectionInfo:
        """Fork a child and answer for it; the command is not run.

        Raises:
            NoSandbox: If this machine has no wall.
        """
        self.cwd = words.get("cwd") or os.getcwd()
        child = warm.child(True, sandbox.choose())
        files = texts_below(Path(self.cwd))
        self.relay = Relay(self.connection_info, child, files)
        self.relay.start()
        return self.connection_info

    async def poll(self) -> int | None:
        """None while the child runs, as for a process."""
        if self.relay is None or self.relay.over.is_set():
            return 0
        return None

    async def wait(self) -> int | None:
        """Wait until everything is gone."""
        if self.relay is not None:
            self.relay.stop()
            self.relay.join()
            self.relay.child.close()
            self.relay = None
        return 0

    async def send_signal(self, signum: int) -> None:
        """Interrupt the child, or end it."""
        if self.relay is None:
            return
        if signum == signal.SIGINT:
            self.relay.child.interrupt()
        elif signum != 0:
            await self.kill()

    async def kill(self, restart: bool = False) -> None:
        """End the child."""
        if self.relay is not None:
            self.relay.child.kill()
            self.relay.stop()

    async def terminate(self, restart: bool = False) -> None:
        """End the child; it has nothing to tidy up."""
        await self.kill(restart)

    async def cleanup(self, restart: bool = False) -> None:
        """Let go, also of a child that ended by itself."""
        await self.wait()
        await super().cleanup(restart)


def texts_below(folder: Path) -> dict[str, str]:
    """The modules beside a notebook; a child sees copies of no more.

    Args:
        folder: Where the notebook is.

    Returns:
        files: Texts by path inside the folder.
    """
    files: dict[str, str] = {}
    for path in sorted(folder.rglob("*.py"))[:MOST_FILES]:
        below = path.relative_to(folder)
        if path.is_symlink() or any(p.startswith(".") for p in below.parts):
            continue
        if path.is_file() and path.stat().st_size <= MOST_BYTES:
            files[str(below)] = path.read_text("utf-8", "replace")
    return files
