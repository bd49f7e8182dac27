"""The language of a page is in its address, never in the reader's browser settings."""

from django.middleware.locale import LocaleMiddleware
from django.utils import translation
from django.utils.translation import get_language_from_path


class LanguageMiddleware(LocaleMiddleware):
    """Unprefixed public addresses are Vietnamese, ``/en/`` English; the admin follows the user's own choice, which Wagtail
    activates itself. ``Vary: Accept-Language`` is not sent: it would split caches for nothing."""

    def process_request(self, request):
        language = get_language_from_path(request.path_info) or "vi"
        translation.activate(language)
        request.LANGUAGE_CODE = translation.get_language()

    def process_response(self, request, response):
        response.headers.setdefault("Content-Language", translation.get_language() or "vi")
        return response
