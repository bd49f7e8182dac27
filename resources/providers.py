"""Whose pages can be shown within ours when the reader asks for it: data. Nothing of them is loaded before.

Each says who is reached and where the servers' owner sits, since the reader's network address goes there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Provider:
    """`origin` serves what is framed; `frame` is the path of the frame, with the work's id for ``{}``. `pattern` finds the id
    in ``host/path?query`` of the address that people copy."""

    name: str
    owner: str | Promise
    hosts: frozenset[str]
    pattern: re.Pattern[str]
    origin: str
    frame: str


@dataclass(frozen=True)
class Embed:
    """A work on somebody else's server."""

    provider: Provider
    url: str

    @property
    def server(self) -> str:
        return urlsplit(self.provider.origin).netloc


PROVIDERS = (
    Provider(
        "YouTube",
        _("Google LLC, United States"),
        frozenset(
            {"youtube.com", "www.youtube.com", "m.youtube.com", "youtu.be", "www.youtube-nocookie.com"}
        ),
        re.compile(r"(?:youtu\.be/|/(?:embed|shorts|live)/|/watch\?v=)([\w-]{11})(?![\w-])"),
        "https://www.youtube-nocookie.com",
        "/embed/{}?rel=0",
    ),
    Provider(
        "Vimeo",
        _("Vimeo.com Inc., United States"),
        frozenset({"vimeo.com", "www.vimeo.com", "player.vimeo.com"}),
        re.compile(r"/(?:video/)?(\d{6,12})(?!\d)"),
        "https://player.vimeo.com",
        "/video/{}?dnt=1",
    ),
    Provider(
        "GeoGebra",
        _("GeoGebra GmbH, Austria"),
        frozenset({"geogebra.org", "www.geogebra.org"}),
        re.compile(r"/m/([A-Za-z0-9]{4,16})(?![A-Za-z0-9])"),
        "https://www.geogebra.org",
        "/material/iframe/id/{}",
    ),
    Provider(
        "PhET",
        _("University of Colorado Boulder, United States"),
        frozenset({"phet.colorado.edu"}),
        re.compile(r"/sims/html/([a-z0-9-]+/latest/[a-z0-9-]+_[a-zA-Z_]{2,5}\.html)$"),
        "https://phet.colorado.edu",
        "/sims/html/{}",
    ),
    Provider(
        "Scratch",
        _("Scratch Foundation, United States"),
        frozenset({"scratch.mit.edu"}),
        re.compile(r"/projects/(\d{4,12})(?!\d)"),
        "https://scratch.mit.edu",
        "/projects/{}/embed",
    ),
)


def embed_of(url: str) -> Embed | None:
    """How an address can be shown within a page; None where it can only be opened."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").lower()
    except ValueError:
        return None
    if parts.scheme not in ("http", "https"):
        return None
    video = parse_qs(parts.query).get("v", [""])[0]
    address = f"{host}{parts.path}" + (f"?v={video}" if video else "")
    for provider in PROVIDERS:
        if host in provider.hosts and (found := provider.pattern.search(address)):
            return Embed(provider, provider.origin + provider.frame.format(found[1]))
    return None


def host_of(url: str) -> str:
    """The server of an address as a person reads it."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
