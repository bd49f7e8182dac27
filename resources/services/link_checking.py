"""Asks the servers to which pages lead whether the addresses still answer, politely: one request at a time to a host and seconds
between two, no more than a few at one run, in the name of the installation, and only where ``robots.txt`` allows it.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from django.conf import settings
from django.core.cache import cache
from django.utils import timezone

from common.safe_fetch import Answer, FetchError, fetch
from resources.choices import LinkFault, LinkState
from resources.models import CheckedLink
from resources.services.links import link_record

AGENT = "edusite-link-check/1.0 (+https://www.robotstxt.org/)"
AFTER_FINE, AFTER_DOUBT, AFTER_BROKEN, AFTER_LEFT = (
    timedelta(days=14),
    timedelta(hours=20),
    timedelta(days=3),
    timedelta(days=30),
)
"""When an address is asked again."""
HOPS = 5
PER_HOST = 5
"""Addresses of one host in one run."""
PER_RUN = 60
BETWEEN = 2.0
"""Seconds between two requests to one host."""
RUN_SECONDS = 90.0
ROBOTS_SECONDS = 24 * 3600
ROBOTS_BYTES = 256 * 1024
REDIRECTS = (301, 302, 303, 307, 308)
CLOSED = (401, 402, 403, 405, 407, 418, 429, 451, 999)
"""Answers of servers that open an address to people and not to programs."""
NO_HEAD = (400, 403, 404, 405, 406, 500, 501, 503)
"""Answers to HEAD after which GET is tried: many servers know no HEAD."""

Fetch = Callable[..., Answer]


@dataclass
class Checker:
    """One run. `fetch`, `clock` and `sleep` are given by tests."""

    fetch: Fetch = fetch
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    last: dict[str, float] = field(default_factory=dict)

    def wait_for(self, host: str) -> None:
        """Let the time between two requests to a host pass."""
        gone = self.clock() - self.last.get(host, float("-inf"))
        if gone < BETWEEN:
            self.sleep(BETWEEN - gone)
        self.last[host] = self.clock()

    def ask(self, url: str, method: str, **options) -> Answer:
        self.wait_for(urlsplit(url).hostname or "")
        return self.fetch(url, method=method, agent=AGENT, timeout=settings.EDUSITE_LINK_TIMEOUT, **options)

    def allowed(self, url: str) -> bool:
        """Whether ``robots.txt`` lets programs open an address; where there is none, everything is allowed (RFC 9309, 2.3.1)."""
        parts = urlsplit(url)
        key = f"resources:robots:{parts.scheme}:{parts.netloc}"[:200]
        text = cache.get(key)
        if text is None:
            text = self._robots(f"{parts.scheme}://{parts.netloc}/robots.txt")
            cache.set(key, text, ROBOTS_SECONDS)
        rules = RobotFileParser()
        rules.parse(text.splitlines())
        return rules.can_fetch(AGENT.partition("/")[0], url)

    def _robots(self, url: str) -> str:
        try:
            answer = self.ask(url, "GET", most_bytes=ROBOTS_BYTES)
        except FetchError:
            return ""
        return answer.body.decode("utf-8", "replace") if answer.status == 200 else ""

    def check(self, url: str) -> tuple[LinkFault, int | None]:
        """What is wrong with an address, and the last status. Each hop of a redirect is looked at like the first address."""
        seen = set()
        for _hop in range(HOPS + 1):
            if url in seen:
                return LinkFault.LOOP, None
            seen.add(url)
            try:
                answer = self._answer(url)
            except FetchError as error:
                return LinkFault(error.kind), None
            if answer is None:
                return LinkFault.ROBOTS, None
            if answer.status in REDIRECTS and answer.location:
                url = answer.location
                continue
            return _judged(answer.status), answer.status
        return LinkFault.LOOP, None

    def _answer(self, url: str) -> Answer | None:
        if not self.allowed(url):
            return None
        answer = self.ask(url, "HEAD")
        return self.ask(url, "GET") if answer.status in NO_HEAD else answer


def _judged(status: int) -> LinkFault:
    if status in (404, 410):
        return LinkFault.GONE
    if status in CLOSED:
        return LinkFault.CLOSED
    return LinkFault.SERVER if status >= 400 else LinkFault.NONE


def links_check_due(*, now: datetime | None = None, checker: Checker | None = None) -> dict[str, int]:
    """Ask what is due, at most a few addresses of each host and `PER_RUN` in all; answers state → number. What is left is due at
    the next run."""
    now, checker = now or timezone.now(), checker or Checker()
    ends = checker.clock() + RUN_SECONDS
    counts: dict[str, int] = defaultdict(int)
    for link in _due(now):
        if checker.clock() >= ends:
            break
        fault, status = checker.check(link.url)
        found = link_record(link=link, fault=fault, status=status, due_at=now + _again(link, fault), now=now)
        counts[str(found.state)] += 1
    return dict(counts)


def _due(now: datetime) -> list[CheckedLink]:
    """Due addresses, those of one host apart from each other."""
    rows = (
        CheckedLink.objects.filter(due_at__lte=now, places__isnull=False).distinct().order_by("due_at", "pk")
    )
    hosts: dict[str, list[CheckedLink]] = defaultdict(list)
    for link in rows[: PER_RUN * PER_HOST]:
        if len(hosts[link.host]) < PER_HOST:
            hosts[link.host].append(link)
    turns = [some[turn] for turn in range(PER_HOST) for some in hosts.values() if len(some) > turn]
    return turns[:PER_RUN]


def _again(link: CheckedLink, fault: LinkFault) -> timedelta:
    if fault == LinkFault.NONE:
        return AFTER_FINE
    if fault in (LinkFault.PRIVATE, LinkFault.ROBOTS, LinkFault.CLOSED):
        return AFTER_LEFT
    return AFTER_BROKEN if link.state in (LinkState.BROKEN, LinkState.DOUBTFUL) else AFTER_DOUBT
