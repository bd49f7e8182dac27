"""What is kept of a posting, what begins a report, who is reminded."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone, translation
from wagtail.models import Page

from editorial.choices import PublicationKind
from editorial.models import Publication
from network.models import Institution
from network.selectors import institution_for_page
from sections.disclosure.forms import NOT_BEGUN, NOT_FOR_THIS, NOT_THEN
from sections.disclosure.items import item_named, items_for
from sections.disclosure.presentation import suggested_rows
from sections.models import DisclosureFigure, DisclosureRecord, DisclosureReportPage

__all__ = ["record_store", "record_withdraw", "report_begin"]


@transaction.atomic
def record_store(*, page: DisclosureReportPage, now: datetime | None = None) -> DisclosureRecord | None:
    """Keep that a report was posted: the day of its first publication stays, however often it is published again. A translation
    is no second report: the Vietnamese page counts. A report that comes back is no longer withdrawn."""
    item = item_named(page.item)
    institution = institution_for_page(page)
    if item is None or institution is None or page.locale.language_code != "vi":
        return None
    first = page.first_published_at or now or timezone.now()
    posted_on = timezone.localdate(first)
    record = DisclosureRecord.objects.filter(
        institution=institution, item=item.key, period=page.period
    ).first()
    if record is None:
        record = DisclosureRecord(
            institution=institution, item=item.key, period=page.period, posted_on=posted_on
        )
    record.page_key = page.translation_key
    record.late_from = item.late_from(page.period)
    record.kept_until = item.kept_until(record.posted_on)
    record.withdrawn_on, record.reason = None, ""
    record.save()
    return record


@transaction.atomic
def record_withdraw(*, page: DisclosureReportPage, now: datetime | None = None) -> int:
    """Keep that a report went off the site, with the reason that the chief editor gave (``editorial.services.withdrawals``).
    Answers how many postings it was: one, or none."""
    if page.locale.language_code != "vi":
        return 0
    given = Publication.objects.filter(kind=PublicationKind.UNPUBLISH, page_id=page.pk).order_by("-pk")
    reason = given.values_list("reason", flat=True).first() or ""
    rows = DisclosureRecord.objects.filter(page_key=page.translation_key, withdrawn_on=None)
    return rows.update(withdrawn_on=timezone.localdate(now), reason=reason[:500])


@transaction.atomic
def report_begin(
    *, section: Page, item_key: str, period: int, user, on: date | None = None
) -> tuple[DisclosureReportPage, bool]:
    """A draft of the report of an item and period, with the rows of the year before, or else those that the article asks for;
    the one that is there already, and False. Whoever calls has checked that the person may add pages here.

    Raises ValidationError with a sentence: for an item that is not asked of the institution or not then, for a year to come.
    """
    on = on or timezone.localdate()
    institution = institution_for_page(section)
    item = item_named(item_key)
    if institution is None or item is None or item not in items_for(institution.type):
        raise ValidationError(NOT_FOR_THIS)
    if not 1990 <= period <= 2200 or not item.is_asked(period):
        raise ValidationError(NOT_THEN)
    if not item.may_begin(period, on):
        raise ValidationError(NOT_BEGUN)
    section = Page.objects.select_for_update().get(pk=section.pk).specific
    reports = DisclosureReportPage.objects.child_of(section).filter(item=item.key)
    if found := reports.filter(period=period).first():
        return found, False
    page = DisclosureReportPage(
        item=item.key,
        period=period,
        author_name=_author(user, institution),
        source_name=institution.local_name[:200],
        locale_id=section.locale_id,
        live=False,
        owner=user,
    )
    page.figures = [
        DisclosureFigure(sort_order=place, **row)
        for place, row in enumerate(suggested_rows(item, _before(reports, period)))
    ]
    with translation.override(section.locale.language_code):
        section.add_child(instance=page)
    page.save_revision(user=user, log_action=False)
    return page, True


def _author(user, institution: Institution) -> str:
    return ((user and user.get_full_name()) or institution.local_name)[:160]


def _before(reports, period: int) -> list[DisclosureFigure]:
    """The figures of the latest report before."""
    earlier = reports.filter(period__lt=period).order_by("-period").first()
    return list(earlier.get_latest_revision_as_object().figures.all()) if earlier else []
