"""Asking a server outside the installation, for addresses that people wrote: none of them may lead into the network in which the
installation itself stands (server-side request forgery).

A name is looked up once, every address that it has must be a public one, and the connection goes to that very address, so that
a second look-up cannot give another. Redirects are not followed here: whoever follows one comes back with the new address.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import quote, urljoin, urlsplit

import urllib3
from urllib3.exceptions import HTTPError, NameResolutionError, SSLError

PORTS = {"http": 80, "https": 443}
HEAD_BYTES = 64 * 1024
_TUNNELS = (
    ipaddress.ip_network("64:ff9b::/96"),
    ipaddress.ip_network("2002::/16"),
    ipaddress.ip_network("2001::/32"),
)
"""NAT64, 6to4, Teredo: IPv6 addresses that carry an IPv4 address, possibly a private one."""

_KEPT = "%/:=&?~+!$,;'@()*[]"
"""Signs of an address that stay as they are; letters beyond ASCII are written in percent signs."""


class FetchError(Exception):
    """No answer; `kind` is one of address, private, name, silent, refused, secure."""

    def __init__(self, kind: str):
        super().__init__(kind)
        self.kind = kind


@dataclass(frozen=True)
class Answer:
    status: int
    location: str = ""
    """The full address of a redirect, else empty."""
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)


Resolve = Callable[[str, int], list[str]]


def resolved(host: str, port: int) -> list[str]:
    """All addresses of a name. Raises FetchError."""
    try:
        rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise FetchError("name") from None
    return list(dict.fromkeys(str(row[4][0]) for row in rows))


def is_public(address: str) -> bool:
    """Whether an address is one of the public internet."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped is not None:
            return is_public(str(ip.ipv4_mapped))
        if any(ip in tunnel for tunnel in _TUNNELS):
            return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def checked_address(url: str, *, resolve: Resolve = resolved) -> tuple[str, str, int, str, str]:
    """Scheme, host, port, path with query, and the one address to connect to. Raises FetchError."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
        host = host.encode("idna").decode() if not host.isascii() else host
    except (ValueError, UnicodeError):
        raise FetchError("address") from None
    if parts.scheme not in PORTS or not host or parts.username is not None or not url.isprintable():
        raise FetchError("address")
    usual = PORTS[parts.scheme]
    if port not in (None, usual):
        # Another port is as a rule a service of a network and no website.
        raise FetchError("private")
    found = resolve(host, usual)
    if not found:
        raise FetchError("name")
    if not all(is_public(address) for address in found):
        raise FetchError("private")
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return parts.scheme, host, usual, quote(path, safe=_KEPT), found[0]


def fetch(
    url: str,
    *,
    method: str = "HEAD",
    timeout: float = 10,
    agent: str = "edusite",
    most_bytes: int = 0,
    resolve: Resolve = resolved,
) -> Answer:
    """One request, one answer. `most_bytes` of the body are read, none as a rule. Raises FetchError."""
    scheme, host, port, path, address = checked_address(url, resolve=resolve)
    limits = urllib3.Timeout(connect=timeout, read=timeout)
    options = {"timeout": limits, "maxsize": 1, "retries": False}
    if scheme == "https":
        pool = urllib3.HTTPSConnectionPool(
            address, port, server_hostname=host, assert_hostname=host, cert_reqs=ssl.CERT_REQUIRED, **options
        )
    else:
        pool = urllib3.HTTPConnectionPool(address, port, **options)
    headers = {"Host": host, "User-Agent": agent, "Accept": "*/*", "Accept-Encoding": "identity"}
    try:
        with pool:
            answer = pool.urlopen(method, path, headers=headers, redirect=False, preload_content=False)
            body = answer.read(most_bytes) if most_bytes else b""
            location = answer.headers.get("Location", "") if 300 <= answer.status < 400 else ""
            found = Answer(
                answer.status, urljoin(url, location) if location else "", body, dict(answer.headers)
            )
            answer.close()
            return found
    except SSLError:
        raise FetchError("secure") from None
    except NameResolutionError:
        raise FetchError("name") from None
    except (urllib3.exceptions.TimeoutError, TimeoutError):
        raise FetchError("silent") from None
    except (HTTPError, OSError, ValueError):
        raise FetchError("refused") from None
