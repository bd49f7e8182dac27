"""What a browser says while it reads: requests to others, cookies, violations of the policy, errors of scripts."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response

LOCAL = ("data", "blob", "about")


@dataclass
class Watch:
    """Listens to a context from now on. `errors` are errors and warnings of the console and of scripts."""

    context: BrowserContext
    hosts: set[str] = field(default_factory=set)
    errors: list[str] = field(default_factory=list)
    cookies_set: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.context.on("request", self._request)
        self.context.on("response", self._response)
        self.context.on("console", self._console)
        self.context.on("weberror", lambda error: self.errors.append(str(error.error)))

    def _request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in LOCAL:
            self.hosts.add(address.hostname or "")

    def _response(self, response: Response) -> None:
        if "set-cookie" in response.headers:
            self.cookies_set.append(response.url)
        if response.status >= 400 and response.request.resource_type != "document":
            self.failed.append(f"{response.status} {response.url}")

    def _console(self, message: ConsoleMessage) -> None:
        # Chromium reports the status of a document itself (a 404 page, a form with errors) as an error of the console.
        expected = "Failed to load resource" in message.text
        if message.type in ("error", "warning") and not expected:
            self.errors.append(f"{message.text} ({message.location.get('url', '')})")


def overflow(page) -> list[str]:
    """Elements that make the page wider than its window; empty where it fits. What scrolls in a box of its own is allowed."""
    # A click may have led to another page, of which nothing is there yet.
    page.wait_for_load_state()
    return page.evaluate(
        """() => {
          const width = document.documentElement.clientWidth;
          if (document.scrollingElement.scrollWidth <= width) return [];
          const inBox = (element) => {
            for (let up = element.parentElement; up; up = up.parentElement)
              if (up !== document.body && getComputedStyle(up).overflowX !== "visible") return true;
            return element.closest(".hidden-text") !== null;
          };
          const wide = [...document.body.querySelectorAll("*")]
            .map((e) => [e, e.getBoundingClientRect().left + Math.max(e.scrollWidth, e.getBoundingClientRect().width)])
            .filter(([e, right]) => right > width + 1 && !inBox(e))
            .map(([e, right]) => `${e.tagName.toLowerCase()}.${e.className}: ${Math.round(right)} px`).reverse();
          return wide.length ? wide : [`scrollWidth ${document.scrollingElement.scrollWidth} px`];
        }"""
    )
