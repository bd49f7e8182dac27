"""Counts requests of one network for a short time, without knowing the network.

The counter's name is an HMAC of the address: no address is stored, and without the key none can be found
again. Many parents share one address of a mobile network, so the limits stop floods, not neighbours.
"""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone

HOUR = 3600
STEPS_AN_HOUR = settings.EDUSITE_FORM_STEPS_AN_HOUR
SUBMISSIONS_AN_HOUR = settings.EDUSITE_FORM_SENDS_AN_HOUR
FILES_AN_HOUR = 60


def client_address(request: HttpRequest) -> str:
    """The sender's address; behind a proxy on this machine or network, the one that the proxy added last."""
    return _client_address(request.META)


def _client_address(environ: Mapping[str, Any]) -> str:
    peer = environ.get("REMOTE_ADDR", "")
    forwarded = environ.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip()
    return forwarded if forwarded and _is_near(peer) else peer


NEAR = tuple(
    ipaddress.ip_network(text)
    for text in ("127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "::1/128", "fc00::/7")
)
"""Where a proxy of ours may stand: this machine and private networks."""


def _is_near(address: str) -> bool:
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return True
    return any(found in network for network in NEAR)


def _network(address: str) -> str:
    """An IPv4 address, or the /64 of an IPv6 one: a household has a whole one."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    return str(ipaddress.ip_network(f"{found}/64", strict=False)) if found.version == 6 else str(found)


def network_of(request: HttpRequest) -> str:
    """The name of a request's network; not to be kept as it is."""
    return sending_network(request.META)


def sending_network(environ: Mapping[str, Any]) -> str:
    """The same of a WSGI environment."""
    return _network(_client_address(environ))


def allow(request: HttpRequest, *, use: str, limit: int) -> bool:
    """Count one request for `use` and say whether it is within `limit` an hour. Staff who enter papers in the admin, marked so by
    their view, are not counted: a whole office is one network."""
    if getattr(request, "enters_papers", False):
        return True
    hour = int(timezone.now().timestamp()) // HOUR
    text = f"{use}|{hour}|{network_of(request)}"
    name = hmac.new(settings.SECRET_KEY.encode(), text.encode(), hashlib.sha256).hexdigest()
    key = f"privacy.throttle.{name}"
    cache.add(key, 0, HOUR)
    try:
        return cache.incr(key) <= limit
    except ValueError:
        # The entry was evicted between the two calls.
        return True
