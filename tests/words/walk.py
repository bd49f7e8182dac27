"""A walk through the admin as one person: every address the resolver knows, and every link on the way. GET only.

Of each view one address with and one without a query is read, or two of each where the walk is thorough.
"""

from __future__ import annotations

import json
import re
from collections import Counter, deque
from dataclasses import dataclass, field
from html import unescape
from typing import Any
from urllib.parse import urlsplit

from django.test import Client
from django.urls import Resolver404, resolve

from tests.words.english import fault
from tests.words.reading import of_response
from tests.words.routes import NOT_WALKED, addresses, routes

ALL_KINDS = {"wagtailadmin_pages:add": 40, "wagtailadmin_pages:edit": 40}
"""How many addresses of a view are read by who walks thoroughly: each kind of page has a form of its own."""
LINK = re.compile(r'(?:href|data-chooser-url|data-url|action)="([^"]+)"')


@dataclass
class Finding:
    """A text that is English, where it stands and why it is thought to be English."""

    text: str
    reason: str
    place: str
    address: str

    def __str__(self) -> str:
        return f"{self.text!r} ({self.reason}) {self.place} at {self.address}"


@dataclass
class Walk:
    """`seen` counts the views by name that answered with something to read; `findings` has each text once."""

    client: Client
    known: dict[str, list[Any]]
    names: tuple[str, ...] = ()
    thorough: bool = False
    prefix: str = "/admin/"
    seen: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    broken: list[str] = field(default_factory=list)
    findings: dict[str, Finding] = field(default_factory=dict)
    texts: int = 0

    def go(self) -> Walk:
        """Walk breadth-first from the home of the admin and from every address the resolver knows."""
        start = [self.prefix]
        for route in routes(self.prefix.lstrip("/")):
            if route.name not in NOT_WALKED:
                start += addresses(route, self.known)
        self._walk(deque(start))
        return self

    def _walk(self, queue: deque[str]) -> None:
        done: set[str] = set()
        views: Counter[str] = Counter()
        while queue:
            address = queue.popleft().partition("#")[0]
            if address in done or not self._may_visit(address, views):
                continue
            done.add(address)
            response = self.client.get(address)
            queue += self._read(address, response)

    def _may_visit(self, address: str, views: Counter[str]) -> bool:
        path, _, query = address.partition("?")
        try:
            name = resolve(path).view_name or path
        except Resolver404:
            return False
        key, most = (f"{name}?", 1) if query else (name, 1)
        if self.thorough:
            most = 2 if query else ALL_KINDS.get(name, 2)
        if name in NOT_WALKED or views[key] >= most:
            return False
        views[key] += 1
        return True

    def _read(self, address: str, response: Any) -> list[str]:
        """Judge an answer; the addresses it links to."""
        name = resolve(address.partition("?")[0]).view_name
        if response.status_code >= 500:
            self.broken.append(f"{response.status_code} {address}")
        if response.status_code in (301, 302):
            self.refused[name] += 1
            return self._below([response.headers["Location"]])
        self.judge(of_response(response), address)
        self.seen[name] += response.status_code == 200
        if response.streaming:
            return []
        body = response.content.decode(errors="replace")
        if "json" in response.headers.get("Content-Type", ""):
            body = json.loads(body).get("html", "") if body.startswith("{") else ""
        return self._below(unescape(link) for link in LINK.findall(body))

    def _below(self, links: Any) -> list[str]:
        """The links into the admin of this host."""
        parts = [urlsplit(link) for link in links]
        return [
            part.path + (f"?{part.query}" if part.query else "")
            for part in parts
            if part.path.startswith(self.prefix)
        ]

    def judge(self, texts: list[tuple[str, str]], address: str) -> None:
        for place, text in texts:
            self.texts += 1
            reason = fault(text, self.names)
            if reason:
                self.findings.setdefault(
                    " ".join(text.split()), Finding(" ".join(text.split())[:200], reason, place, address)
                )
