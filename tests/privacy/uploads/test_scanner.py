"""The client of clamd against a scanner that is played on loopback: open for what is clean, closed for everything else."""

from __future__ import annotations

import socket
import struct
import threading

import pytest
from django.core.exceptions import ImproperlyConfigured, ValidationError

from privacy.choices import ScanState
from privacy.uploads import scanner
from privacy.uploads.checks import check_upload
from tests.privacy.uploads.made import pdf, sent

KINDS = ("pdf",)


class Clamd:
    """Answers one line of text to everything; `seen` is what came through INSTREAM."""

    def __init__(self, answer: bytes, *, limit: int | None = None):
        self.answer, self.limit, self.seen = answer, limit, b""
        self.server = socket.create_server(("127.0.0.1", 0))
        self.port = self.server.getsockname()[1]
        self.thread = threading.Thread(target=self._serve, daemon=True)
        self.thread.start()

    def _serve(self) -> None:
        link, _address = self.server.accept()
        with link:
            command = self._exactly(link, 10)
            if command == b"zINSTREAM\x00":
                self._take(link)
            if self.answer:
                link.sendall(self.answer)

    def _take(self, link: socket.socket) -> None:
        while (size := struct.unpack("!L", self._exactly(link, 4))[0]) > 0:
            self.seen += self._exactly(link, size)
            if self.limit is not None and len(self.seen) > self.limit:
                return

    @staticmethod
    def _exactly(link: socket.socket, size: int) -> bytes:
        found = b""
        while len(found) < size:
            piece = link.recv(size - len(found))
            if not piece:
                break
            found += piece
            if found == b"zPING\x00":
                break
        return found

    def close(self) -> None:
        self.server.close()
        self.thread.join(5)


@pytest.fixture
def clamd(settings):
    made: list[Clamd] = []

    def start(answer: bytes, **options) -> Clamd:
        found = Clamd(answer, **options)
        made.append(found)
        settings.EDUSITE_CLAMD = f"tcp:127.0.0.1:{found.port}"
        settings.EDUSITE_CLAMD_SECONDS = 3
        return found

    yield start
    for found in made:
        found.close()


def test_a_clean_file_is_taken_and_the_scanner_saw_all_of_it(clamd):
    server = clamd(b"stream: OK\x00")
    data = pdf()
    assert check_upload(sent("a.pdf", data), KINDS).scan == ScanState.CLEAN
    assert server.seen == data


def test_a_file_of_several_pieces_arrives_whole(clamd):
    server = clamd(b"stream: OK\x00")
    data = b"0123456789" * 100_000
    assert scanner.scan(data) == scanner.Verdict.CLEAN
    assert server.seen == data


def test_a_file_with_a_virus_is_refused(clamd):
    clamd(b"stream: Eicar-Signature FOUND\x00")
    with pytest.raises(ValidationError) as caught:
        check_upload(sent("a.pdf", pdf()), KINDS)
    assert caught.value.code == "virus"
    assert "Eicar" not in caught.value.messages[0]


@pytest.mark.parametrize(
    "answer",
    [
        b"INSTREAM size limit exceeded. ERROR\x00",
        b"stream: x ERROR\x00",
        b"",
        b"rubbish\x00",
        b"stream: OKAY\x00",
    ],
)
def test_a_scanner_without_a_verdict_takes_nothing(clamd, answer):
    clamd(answer)
    with pytest.raises(ValidationError) as caught:
        check_upload(sent("a.pdf", pdf()), KINDS)
    assert caught.value.code == "scanner"


def test_a_scanner_that_closes_the_line_early_takes_nothing(clamd):
    clamd(b"INSTREAM size limit exceeded. ERROR\x00", limit=100_000)
    with pytest.raises(scanner.ScannerError):
        scanner.scan(bytes(5_000_000))


def test_a_scanner_that_should_run_and_does_not_takes_nothing(settings):
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    settings.EDUSITE_CLAMD = f"tcp:127.0.0.1:{port}"
    with pytest.raises(ValidationError) as caught:
        check_upload(sent("a.pdf", pdf()), KINDS)
    assert caught.value.code == "scanner"
    assert not scanner.ping()


def test_a_scanner_that_hangs_takes_nothing(settings):
    settings.EDUSITE_CLAMD_SECONDS = 0.2
    with socket.create_server(("127.0.0.1", 0)) as server:
        settings.EDUSITE_CLAMD = f"tcp:127.0.0.1:{server.getsockname()[1]}"
        with pytest.raises(scanner.ScannerError):
            scanner.scan(b"x")


def test_without_a_scanner_the_file_says_that_it_was_not_scanned(settings):
    settings.EDUSITE_CLAMD = ""
    assert check_upload(sent("a.pdf", pdf()), KINDS).scan == ScanState.NONE


def test_the_scanner_answers_a_ping(clamd):
    clamd(b"PONG\x00")
    assert scanner.ping()


@pytest.mark.parametrize("text", ["http://x", "unix:relative", "tcp:host", "tcp::3310", "3310"])
def test_an_address_in_neither_form_is_an_error_of_the_configuration(text):
    with pytest.raises(ImproperlyConfigured):
        scanner.parsed_address(text)
