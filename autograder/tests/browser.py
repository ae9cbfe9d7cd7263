"""Find a browser for the tests, and open pages in it.

`python -m autograder.tests.browser` installs Debian's Chromium where
that is possible. It never fails: without a browser, tests are skipped.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome")
MAC = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
PATIENCE = 120_000  # [ms] for anything to appear on a page
INSTALL = 600  # [s] for one command of apt-get


def find() -> str | None:
    """The path of a browser, or None."""
    found = [path for name in NAMES if (path := shutil.which(name))]
    found += [path for path in MAC if Path(path).exists()]
    return found[0] if found else None


def main() -> None:
    """Make sure that there is a browser, or say that there is none."""
    if find() is None and os.geteuid() == 0 and shutil.which("apt-get"):
        print("installing Chromium for the browser tests", flush=True)
        _install()
    if find() is None:
        print(f"no browser ({', '.join(NAMES)}): its tests are skipped")


def _install() -> None:
    """Install Debian's Chromium, quietly; give up in silence."""
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for words in (
        ["update"],
        ["install", "--yes", "--no-install-recommends", "chromium"],
    ):
        try:
            subprocess.run(
                ["apt-get", "-qq", *words],
                env=quiet,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=INSTALL,
            )
        except (OSError, subprocess.TimeoutExpired):
            return


@contextmanager
def open_page(width: int = 1280, height: int = 900) -> Iterator[Any]:
    """A page of a fresh browser, closed when the block ends.

    One browser a test: while Playwright runs, no other event loop can
    run in this thread, and nbgrader needs one.
    """
    from playwright.sync_api import sync_playwright

    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=find(), args=[*FLAGS, *root]
        )
        size = {"width": width, "height": height}
        page = chromium.new_page(viewport=size)
        page.set_default_timeout(PATIENCE)
        try:
            yield page
        finally:
            chromium.close()


@pytest.fixture
def page(tmp_path: Path) -> Iterator[Any]:
    """A page; skips the test, by name, where there is no browser.

    Tests put pictures into `page.screenshots`.
    """
    if find() is None:
        pytest.skip("browser: there is none (Chromium or Google Chrome)")
    with open_page() as opened:
        opened.screenshots = tmp_path
        yield opened


if __name__ == "__main__":
    sys.exit(main())
