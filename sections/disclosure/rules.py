"""What has to be settled before a report is handed to the board, or goes onto the site."""

from __future__ import annotations

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from wagtail.models import Page

from network.selectors import institution_for_page
from sections.disclosure.forms import FIXED, NOT_FOR_THIS, NOT_THEN, TOO_EARLY
from sections.disclosure.items import item_named
from sections.models import DisclosureRecord, DisclosureReportPage


def report_refusal(page: Page) -> str | Promise | None:
    """Rule of publication (``editorial.publication_rules``): a report says something, keeps its item and year, and does not end
    before its time."""
    if not isinstance(page, DisclosureReportPage) or not page.path:
        return None
    if _is_empty(page):
        return _("There is nothing in the report yet: enter a figure, attach a file or write a text.")
    item, institution = item_named(page.item), institution_for_page(page)
    if item is None or institution is None or institution.type not in item.types:
        return str(NOT_FOR_THIS)
    if not item.is_asked(page.period):
        return str(NOT_THEN)
    record = DisclosureRecord.objects.filter(page_key=page.translation_key).first()
    if record is None:
        return None
    if (record.item, record.period) != (page.item, page.period):
        return str(FIXED)
    if page.expire_at and record.kept_until and timezone.localdate(page.expire_at) < record.kept_until:
        params = {"day": f"{record.kept_until:%d/%m/%Y}", "reference": item.keeps_reference()}
        return str(TOO_EARLY) % params
    return None


def _is_empty(page: DisclosureReportPage) -> bool:
    if page.body or page.files.all():
        return False
    if any(figure.value is not None or figure.words for figure in page.figures.all()):
        return False
    item = item_named(page.item)
    if item is None:
        return True
    institution = institution_for_page(page)
    if item.shows_institution:
        return not page.summary
    if item.figures and institution is not None:
        return not institution.statistics_records.filter(school_year=page.period).exists()
    return True
