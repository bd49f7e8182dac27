"""The real clamd with a signature of our own: what the client is told is what clamd says.

The signatures of the project ClamAV are not needed and not loaded.
"""

from __future__ import annotations

import hashlib
import os
import pwd
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError

from privacy.choices import ScanState
from privacy.uploads import scanner
from privacy.uploads.checks import check_upload
from tests.privacy.uploads.made import pdf, sent, zipped

BAD = b"a file that only this test calls a virus " * 50
STARTED_WITHIN = 40


@pytest.fixture(scope="module")
def clamd(tmp_path_factory) -> Iterator[str]:
    """Address of a clamd that knows one signature and takes streams of up to two megabytes."""
    folder: Path = tmp_path_factory.mktemp("clamd")
    (folder / "db").mkdir()
    signature = f"{hashlib.md5(BAD).hexdigest()}:{len(BAD)}:Edusite.Test\n"  # noqa: S324
    (folder / "db" / "test.hdb").write_text(signature)
    socket = folder / "clamd.ctl"
    (folder / "clamd.conf").write_text(
        f"LocalSocket {socket}\nDatabaseDirectory {folder / 'db'}\nForeground yes\nStreamMaxLength 2M\n"
        f"LogFile {folder / 'clamd.log'}\nUser {_user()}\n"
    )
    program = shutil.which("clamd", path=os.environ.get("PATH", "") + ":/usr/sbin:/usr/local/sbin")
    assert program, "clamd is missing: scripts/prepare_tests.sh installs it"
    process = subprocess.Popen(
        [program, "-c", str(folder / "clamd.conf")], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        deadline = time.monotonic() + STARTED_WITHIN
        while not socket.exists():
            assert process.poll() is None, (folder / "clamd.log").read_text()
            assert time.monotonic() < deadline, "clamd did not start in time"
            time.sleep(0.1)
        yield f"unix:{socket}"
    finally:
        process.terminate()
        process.wait(20)


def _user() -> str:
    return pwd.getpwuid(os.getuid()).pw_name


@pytest.fixture(autouse=True)
def _set_up(settings, clamd):
    settings.EDUSITE_CLAMD = clamd


def test_it_answers_and_finds_nothing_in_an_ordinary_file():
    assert scanner.ping()
    assert check_upload(sent("don.pdf", pdf()), ("pdf",)).scan == ScanState.CLEAN


@pytest.mark.parametrize(("name", "data"), [("a.txt", BAD), ("a.zip", zipped({"a.txt": BAD}))])
def test_it_finds_what_it_knows_also_inside_an_archive(name, data):
    with pytest.raises(ValidationError) as caught:
        check_upload(sent(name, data), ("text", "archive"))
    assert caught.value.code == "virus"


def test_a_file_beyond_its_own_limit_is_not_taken():
    with pytest.raises(scanner.ScannerError):
        scanner.scan(bytes(6_000_000))
