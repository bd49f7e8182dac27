"""What a Vietnamese reader sees in place of a source string."""

from django.utils import translation
from django.utils.translation import gettext, pgettext


def vi(text: str, context: str = "", **values: object) -> str:
    """The Vietnamese of an English source string of ours or of Wagtail, with its placeholders filled in."""
    with translation.override("vi"):
        found = pgettext(context, text) if context else gettext(text)
    return found % values if values else found
