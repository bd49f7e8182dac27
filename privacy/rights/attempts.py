"""Wrong codes are counted, for an hour: five for one code from one network, twenty for one network, fifty for one code from
anywhere. Right ones are not."""

from __future__ import annotations

import hashlib
import hmac

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone

from privacy import codes, throttle

PAIR, NETWORK, CODE = 5, 20, 50


class Attempts:
    """The counters of one attempt. Their names are HMACs: neither code nor network is stored."""

    def __init__(self, request: HttpRequest, reference: str):
        network = throttle.network_of(request)
        code = codes.normalised_reference(reference[:40])
        self.counters = (
            (self._key("pair", f"{network}|{code}"), PAIR),
            (self._key("network", network), NETWORK),
            (self._key("code", code), CODE),
        )

    def are_spent(self) -> bool:
        """Whether no further attempt is answered within this hour."""
        found = cache.get_many([key for key, _limit in self.counters])
        return any(found.get(key, 0) >= limit for key, limit in self.counters)

    def count_miss(self) -> None:
        for key, _limit in self.counters:
            cache.add(key, 0, throttle.HOUR)
            try:
                cache.incr(key)
            except ValueError:
                cache.set(key, 1, throttle.HOUR)

    @staticmethod
    def _key(use: str, value: str) -> str:
        hour = int(timezone.now().timestamp()) // throttle.HOUR
        text = f"{use}|{hour}|{value}".encode()
        return "privacy.rights." + hmac.new(settings.SECRET_KEY.encode(), text, hashlib.sha256).hexdigest()
