"""Answers anonymous readers from the store, compressed (see ``edusite.page_cache``)."""

from __future__ import annotations

from django.conf import settings
from django.core.cache import cache

from edusite import page_cache

NEVER = ("/admin/", "/documents/", "/media/", "/static/", "/styleguide/", "/loi-moi/")


class PageCacheMiddleware:
    """Passes by whoever has a session or a message waiting, whatever sends a cookie or says it is private, and every
    address whose query is not on the list."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        key = page_cache.key_for(request) if self._may_store(request) else None
        if key is None:
            return self.get_response(request)
        if found := cache.get(key):
            return page_cache.answer(found, request, "HIT")
        response = self.get_response(request)
        if not self._is_storable(response):
            return response
        entry = page_cache.stored(response, page_cache.encoding_for(request))
        cache.set(key, entry, settings.EDUSITE_PAGE_CACHE_SECONDS)
        return page_cache.answer(entry, request, "MISS")

    def _may_store(self, request) -> bool:
        return (
            settings.EDUSITE_PAGE_CACHE_SECONDS > 0
            and request.method in ("GET", "HEAD")
            and not request.path.startswith(NEVER)
            and settings.SESSION_COOKIE_NAME not in request.COOKIES
            and "messages" not in request.COOKIES
            and "HTTP_AUTHORIZATION" not in request.META
        )

    def _is_storable(self, response) -> bool:
        control = response.get("Cache-Control", "")
        return (
            response.status_code == 200
            and not response.streaming
            and not response.cookies
            and "no-store" not in control
            and "private" not in control
            and "immutable" not in control
            and "cookie" not in response.get("Vary", "").lower()
        )
