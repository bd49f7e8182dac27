"""A person without script who fills in a form on a site, step by step."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from django.db import connection
from django.test import Client

ANSWERS = {
    "kind": "remark",
    "subject": "Cổng trường ngập khi mưa",
    "message": "Nước ngập ngang mắt cá chân.\nMong nhà trường xem lại.",
    "name": "Trần Thị Minh Nguyệt",
    "wants_answer": "on",
    "email": "nguyet@example.org",
    "phone": "",
}


class Sender:
    """`html` is the page that is shown, `response` the answer that brought it."""

    def __init__(self, institution, path: str = "/gop-y/", **client: Any):
        self.client = Client(enforce_csrf_checks=True, **client)
        self.host = institution.site.hostname
        self.path = path

    def open(self) -> Sender:
        return self._take(self.client.get(self.path, headers={"host": self.host}))

    def send(self, entered: dict | None = None, **hidden: str) -> Sender:
        """Send the form that is shown; `hidden` replaces what the page carries along."""
        data = self.hidden() | (entered or {}) | hidden
        return self._take(self.client.post(self.path, data, headers={"host": self.host}))

    def change(self, target: str) -> Sender:
        return self.send({"change": target})

    def to_check(self, **answers: str) -> Sender:
        return self.open().send(ANSWERS | answers)

    def to_consent(self, **answers: str) -> Sender:
        return self.to_check(**answers).send()

    def to_sharing(self, *, contact: bool = True, **answers: str) -> Sender:
        consents = {"consent-handle": "on"} | ({"consent-contact": "on"} if contact else {})
        return self.to_consent(**answers).send(consents)

    def to_receipt(self, share: str = "no", *, contact: bool = True, **answers: str) -> Sender:
        self.to_sharing(contact=contact, **answers)
        return self.send(dict.fromkeys(self.share_names(), share))

    def hidden(self) -> dict[str, str]:
        """The hidden fields of the main form."""
        form = re.search(r'<form class="form.*?</form>', self.html, re.S)
        found = re.findall(
            r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form.group(0) if form else ""
        )
        return {name: unescape(value) for name, value in found}

    def share_names(self) -> list[str]:
        return sorted(set(re.findall(r'name="(share-\d+)"', self.html)))

    def codes(self) -> list[str]:
        """Reference and secret of the receipt."""
        return re.findall(r'receipt__code">([^<]+)<', self.html)

    def controls(self) -> list[str]:
        """The tags of all boxes, radio buttons and lists that the page shows."""
        return re.findall(r"<(?:input|option)[^>]*>", self.html)

    def _take(self, response) -> Sender:
        self.response = response
        self.html = response.content.decode()
        return self


def tables_holding(marker: str) -> list[str]:
    """The tables of the database in which a text stands as it was written."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            if any(_holds(value, marker) for row in cursor.fetchall() for value in row):
                found.append(table)
    return found


def _holds(value: Any, marker: str) -> bool:
    if isinstance(value, memoryview | bytes):
        return marker.encode() in bytes(value)
    return marker in str(value)
