"""Answers anonymous readers from the store, compressed (see ``edusite.page_cache``)."""

from __future__ import annotations

from django.conf import settings
from wagtail.models import Site

from edusite import page_cache

NEVER = (
    "/admin/",
    "/documents/",
    "/media/",
    "/static/",
    "/styleguide/",
    "/loi-moi/",
    "/tai-khoan/",
    "/hoc-lieu/",
)


class PageCacheMiddleware:
    """Passes by whoever has a session or a message waiting, whatever sends a cookie or says it is private, and every
    address whose query is not on the list. Only the answers of a known site are stored."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        key = page_cache.key_for(request) if self._may_ask(request) else None
        if key is None:
            return self.get_response(request)
        if found := page_cache.store().get(key.name):
            return page_cache.answer(found, request, "HIT")
        response = self.get_response(request)
        if not key.may_fill or not self._is_storable(request, response):
            return response
        entry = page_cache.stored(response, page_cache.encoding_for(request))
        page_cache.store().set(key.name, entry, page_cache.seconds_for(request))
        return page_cache.answer(entry, request, "MISS")

    def _may_ask(self, request) -> bool:
        return (
            settings.EDUSITE_PAGE_CACHE_SECONDS > 0
            and request.method in ("GET", "HEAD")
            and not request.path.startswith(NEVER)
            and settings.SESSION_COOKIE_NAME not in request.COOKIES
            and "messages" not in request.COOKIES
            and "HTTP_AUTHORIZATION" not in request.META
        )

    def _is_storable(self, request, response) -> bool:
        control = response.get("Cache-Control", "").lower()
        varies = {name.strip().lower() for name in response.get("Vary", "").split(",")}
        return (
            response.status_code == 200
            and not response.streaming
            and not response.cookies
            and "Content-Encoding" not in response
            and not any(word in control for word in ("no-store", "private", "immutable"))
            and varies <= {"", "accept-encoding"}
            and Site.find_for_request(request) is not None
        )
