"""The language of a page is in its address, never in the reader's browser settings."""

from django.conf import settings
from django.middleware.locale import LocaleMiddleware
from django.utils import translation
from django.utils.translation import get_language_from_path


class LanguageMiddleware(LocaleMiddleware):
    """Unprefixed public addresses are Vietnamese, ``/en/`` English. The admin begins in Vietnamese and follows the user's
    own choice, which Wagtail activates itself. ``Vary: Accept-Language`` is not sent: it would split caches for nothing."""

    def process_request(self, request):
        translation.activate(get_language_from_path(request.path_info) or settings.LANGUAGE_CODE)
        request.LANGUAGE_CODE = translation.get_language()

    def process_response(self, request, response):
        # What language the admin spoke is not known here any more.
        if not request.path_info.startswith("/admin/"):
            response.headers.setdefault("Content-Language", request.LANGUAGE_CODE)
        return response
