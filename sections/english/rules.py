"""What keeps an English page out of the chain and off the site: a machine draft that nobody checked, parts without English, a
section above it that is not there."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.models import Page

from sections.english.selectors import parts_left, text_of
from sections.models import EnglishText

PARENT = _("Publish the English page above this one first: readers come to this page through it.")


def _work_on(page: Page) -> EnglishText | None:
    """The work of which a page is the English one; one query."""
    text = text_of(page) if page.pk and page.depth and page.depth > 1 else None
    return text if text and text.translation.target_locale_id == page.locale_id else None


def submit_refusal(page: Page) -> str | Promise | None:
    """Publication rule for submitting: two queries, and none more for a page that was not translated."""
    text = _work_on(page)
    if text is None:
        return None
    parts = parts_left(text)
    if parts.machine:
        return unchecked(parts.machine)
    if left := parts.total - parts.done:
        return ngettext(
            "%(count)s part of the text has no English yet. Open “English” to write it.",
            "%(count)s parts of the text have no English yet. Open “English” to write them.",
            left,
        ) % {"count": left}
    parent = Page.objects.filter(path=page.path[: -page.steplen], depth__gt=1).first()
    return PARENT if parent is not None and not parent.live else None


def publish_refusal(page: Page) -> str | Promise | None:
    """Publication rule for the last agreement and the publication: what changed in Vietnamese meanwhile is no reason."""
    text = _work_on(page)
    number = parts_left(text).machine if text else 0
    return unchecked(number) if number else None


def unchecked(number: int) -> str:
    return ngettext(
        "%(count)s part of the English text is a draft that nobody has checked. Open “English”, read it and tick it.",
        "%(count)s parts of the English text are drafts that nobody has checked. Open “English”, read them and tick them.",
        number,
    ) % {"count": number}
