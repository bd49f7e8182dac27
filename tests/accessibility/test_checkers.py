"""The checkers that the page tests trust find a fault where there is one, and only there."""

import functools
import http.server
import threading
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.support.accessibility import axe_violations
from tests.support.html import html_errors

CLEAN = (
    '<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Trang chủ</title></head>'
    "<body><main><h1>Trường Mầm non Hoa Sen</h1><p>Nội dung</p></main></body></html>"
)
FAULTY = CLEAN.replace("<p>Nội dung</p>", '<img src="/a.png"><p><div>Nội dung</div></p>')
POLICY = "default-src 'none'; img-src 'self'"


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = (FAULTY if self.path == "/faulty" else CLEAN).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_arguments: object) -> None:
        """Quiet."""


@pytest.fixture
def strict_site() -> Iterator[str]:
    """Address of a site whose policy allows no script at all."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://truong.localhost:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


class TestHtmlErrors:
    def test_names_the_faulty_document_and_line_and_leaves_out_the_clean_one(self) -> None:
        errors = html_errors({"sạch": CLEAN, "lỗi": FAULTY})
        assert list(errors) == ["lỗi"]
        assert any("alt" in error for error in errors["lỗi"])
        assert all(error.startswith("line 1:") for error in errors["lỗi"])

    def test_refuses_to_call_nothing_valid(self) -> None:
        with pytest.raises(ValueError, match="no document to check"):
            html_errors({})


class TestAxeViolations:
    def test_finds_nothing_on_a_clean_page_whose_policy_forbids_script(
        self, page: Page, strict_site: str
    ) -> None:
        page.goto(f"{strict_site}/")
        assert axe_violations(page) == []

    def test_names_rule_and_element_of_a_fault(self, page: Page, strict_site: str) -> None:
        page.goto(f"{strict_site}/faulty")
        violations = axe_violations(page)
        assert any(violation.startswith("image-alt:") and "img" in violation for violation in violations)
