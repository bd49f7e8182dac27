"""A pytest plugin for tests in the browser: pytest-playwright with the system's Chromium, in Vietnam."""

import os
import shutil
from pathlib import Path

import pytest

ARTIFACTS = Path(__file__).resolve().parents[2] / ".artifacts"
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""The one that brings no user interface of its own takes less than half of the processor's time."""
# Nothing leaves the machine: without most of these Chromium asks services of its own.
LAUNCH_ARGUMENTS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-sync",
    "--disable-quic",
    "--disable-dev-shm-usage",
    # Every institution has a host name of its own: isolated from each other, each would have a process of its own in Chromium.
    "--disable-site-isolation-trials",
    "--no-first-run",
    "--no-default-browser-check",
    "--no-pings",
    "--metrics-recording-only",
)


class BrowserMissingError(Exception):
    """No Chromium on PATH."""


def browser_path() -> str:
    """The system's Chromium."""
    for name in BROWSERS:
        path = shutil.which(name)
        if path:
            return path
    raise BrowserMissingError("no Chromium found; run: scripts/prepare_tests.sh")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict) -> dict:
    """Debian's Chromium in place of a downloaded one; root cannot have Chromium's sandbox."""
    arguments = [*LAUNCH_ARGUMENTS, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    return {**browser_type_launch_args, "executable_path": browser_path(), "args": arguments}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict) -> dict:
    """A reader in Vietnam."""
    return {**browser_context_args, "locale": "vi-VN", "timezone_id": "Asia/Ho_Chi_Minh"}


@pytest.fixture(scope="session")
def artifacts() -> Path:
    """Directory for screenshots and other things to look at, `.artifacts`, which git ignores."""
    ARTIFACTS.mkdir(exist_ok=True)
    return ARTIFACTS
