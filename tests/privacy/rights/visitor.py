"""Somebody who comes back with the two codes of a receipt."""

from __future__ import annotations

import re
from html import unescape

from django.test import Client

from privacy.models import Submission
from tests.privacy.sender import Sender

PATH = "/quyen-rieng-tu/"


class Visitor:
    """`html` is the page that is shown, `response` the answer that brought it."""

    def __init__(self, sender: Sender, *, share: str = "yes", **answers: str):
        sender.to_receipt(share, **answers)
        self.host = sender.host
        self.reference, self.secret = sender.codes()
        self.client = Client(enforce_csrf_checks=True)
        self.path = PATH

    @property
    def submission(self) -> Submission:
        return Submission.objects.get(reference=self.reference)

    def start(self) -> Visitor:
        return self._take(self.client.get(self.path, headers={"host": self.host}))

    def open(self, reference: str = "", secret: str = "", **entered: str) -> Visitor:
        self.start()
        codes = {"reference": reference or self.reference, "secret": secret or self.secret}
        return self.send(codes | entered)

    def act(self, act: str) -> Visitor:
        """Press the button that says so."""
        assert f'value="{act}"' in self.html, f"no button {act}"
        return self.send({"act": act})

    def confirm(self, **entered: str) -> Visitor:
        return self.send(entered | {"go": "1"})

    def send(self, entered: dict | None = None) -> Visitor:
        data = self.hidden() | (entered or {})
        return self._take(self.client.post(self.path, data, headers={"host": self.host}))

    def hidden(self) -> dict[str, str]:
        """The hidden fields of the first form of the page's content."""
        main = self.html.partition("<main")[2]
        form = re.search(r'<form [^>]*method="post".*?</form>', main, re.S)
        found = re.findall(
            r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form.group(0) if form else ""
        )
        return {name: unescape(value) for name, value in found}

    def buttons(self) -> list[str]:
        return [unescape(value) for value in re.findall(r'name="act" value="([^"]+)"', self.html)]

    def button(self, act: str) -> str:
        """The value of the first button of an act: ``withdraw`` → ``withdraw:12``."""
        return next(value for value in self.buttons() if value.partition(":")[0] == act)

    def _take(self, response) -> Visitor:
        self.response = response
        self.html = response.content.decode() if "text/html" in response["Content-Type"] else ""
        return self
